import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { loginKeyFromEnvironment, readConfig } from './config.ts';

test('every setting has a default, and an empty one counts as absent', () => {
  const expected = {
    ok: true,
    config: {
      port: 4869,
      host: '127.0.0.1',
      dataDir: resolve('data'),
      agentSecretFile: resolve('data.agent-secret'),
      publicUrl: undefined,
      logLevel: 'info',
      signerRelays: [],
    },
  };
  expect(readConfig({})).toEqual(expected);
  expect(readConfig({ PORT: '', HOST: ' ', DATA_DIR: '', PUBLIC_URL: '', LOG_LEVEL: '' })).toEqual(expected);
});

test.each([
  ['PORT', '70000', /0 to 65535/],
  ['PORT', '80.5', /0 to 65535/],
  ['PORT', 'http', /0 to 65535/],
  ['PUBLIC_URL', 'practice.example', /http/],
  ['PUBLIC_URL', 'ftp://practice.example', /http/],
  ['PUBLIC_URL', 'https://practice.example/ehr', /path/],
  ['LOG_LEVEL', 'loud', /one of fatal, error/],
  ['SIGNER_RELAYS', 'wss://signer.example ws://signer.example', /wss:\/\//],
  ['SIGNER_RELAYS', 'wss://signer.example;script-src *', /wss:\/\//],
  ['DATABASE_URL', 'postgres://db', /not supported yet/],
])('%s=%s is refused in plain words', (name, value, words) => {
  const result = readConfig({ [name]: value });
  expect(result.ok).toBe(false);
  const problems = result.ok ? [] : result.problems;
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(new RegExp(`^${name}: `));
  expect(problems[0]).toMatch(words);
});

test('PUBLIC_URL is kept as an origin', () => {
  const result = readConfig({ PUBLIC_URL: 'https://Practice.Example/' });
  expect(result.ok && result.config.publicUrl).toBe('https://practice.example');
});

test('relays of signers are kept as addresses, and nothing else gets into the policy', () => {
  const result = readConfig({ SIGNER_RELAYS: 'wss://Signer.Example, ws://127.0.0.1:7000/' });
  expect(result.ok && result.config.signerRelays).toEqual(['wss://signer.example/', 'ws://127.0.0.1:7000/']);
});

test('the login key is not part of the configuration', () => {
  const env = { KEYCHART_NSEC: ' nsec1x ' };
  expect(JSON.stringify(readConfig(env))).not.toContain('nsec1x');
  expect(loginKeyFromEnvironment(env)).toBe('nsec1x');
  expect(loginKeyFromEnvironment({})).toBeUndefined();
});
