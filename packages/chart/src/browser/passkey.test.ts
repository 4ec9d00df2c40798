/** The page's side of a passkey against authenticators that misbehave; a real browser is in e2e/login-ways.spec.ts. */
import { afterEach, expect, test, vi } from 'vitest';
import { addPasskey, askPasskey, whyNoPasskey } from './passkey.ts';

const VERIFIED = 0x05;
const PRESENT_ONLY = 0x01;

interface Authenticator {
  /** PRF outputs in the order they are given, by `get()`. */
  readonly outputs: readonly (number | undefined)[];
  /** What `create()` says about the PRF. */
  readonly created?: { enabled?: boolean; output?: number };
  readonly flags?: number;
  readonly fault?: string;
  readonly host?: string;
}

const output = (value: number) => new Uint8Array(32).fill(value).buffer;

function install({ outputs, created = { enabled: true }, flags = VERIFIED, fault, host }: Authenticator) {
  const asked: (PublicKeyCredentialCreationOptions | PublicKeyCredentialRequestOptions)[] = [];
  const left = [...outputs];
  const data = new Uint8Array(37);
  data[32] = flags;
  const take = (publicKey: (typeof asked)[number]) => {
    asked.push(publicKey);
    if (fault !== undefined) throw new DOMException('', fault);
  };
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('location', { hostname: host ?? 'practice.example' });
  vi.stubGlobal('PublicKeyCredential', {});
  vi.stubGlobal('navigator', {
    credentials: {
      create: async ({ publicKey }: { publicKey: PublicKeyCredentialCreationOptions }) => {
        take(publicKey);
        const { enabled, output: first } = created;
        const prf = { enabled, ...(first === undefined ? {} : { results: { first: output(first) } }) };
        return {
          rawId: new Uint8Array([1, 2, 3]).buffer,
          response: { getAuthenticatorData: () => data.buffer },
          getClientExtensionResults: () => (created.enabled === undefined ? {} : { prf }),
        };
      },
      get: async ({ publicKey }: { publicKey: PublicKeyCredentialRequestOptions }) => {
        take(publicKey);
        const next = left.shift();
        const prf = next === undefined ? {} : { results: { first: output(next) } };
        return { response: { authenticatorData: data.buffer }, getClientExtensionResults: () => ({ prf }) };
      },
    },
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

test('a new passkey is asked again, until two answers can be compared', async () => {
  const asked = install({ outputs: [7, 7] });
  const added = await addPasskey('Desk', []);
  expect(added).toMatchObject({ credentialId: new Uint8Array([1, 2, 3]) });
  expect(asked).toHaveLength(3);
  const [made, ...got] = asked as [
    PublicKeyCredentialCreationOptions,
    ...PublicKeyCredentialRequestOptions[],
  ];
  expect(made.rp.id).toBe('practice.example');
  expect(made.authenticatorSelection?.userVerification).toBe('required');
  for (const { userVerification, rpId, extensions } of got) {
    expect([userVerification, rpId]).toEqual(['required', 'practice.example']);
    expect(extensions).toEqual(made.extensions);
  }
  expect('prf' in added && added.prf.extractable).toBe(false);
});

test('an answer at creation is one of the two', async () => {
  const asked = install({ outputs: [7], created: { enabled: true, output: 7 } });
  expect(await addPasskey('Desk', [])).toHaveProperty('prf');
  expect(asked).toHaveLength(2);
});

const refused: readonly (readonly [string, Authenticator, RegExp])[] = [
  ['answers that differ', { outputs: [7, 8] }, /differently each time/],
  [
    'an answer that differs from that at creation',
    { outputs: [8], created: { enabled: true, output: 7 } },
    /differently/,
  ],
  ['no PRF at all', { outputs: [], created: {} }, /lacks the PRF extension.*another way instead/],
  ['a PRF that is promised and not given', { outputs: [undefined] }, /lacks the PRF extension/],
  ['nobody verified', { outputs: [7, 7], flags: PRESENT_ONLY }, /did not check that it is you/],
  ['a closed window', { outputs: [], fault: 'NotAllowedError' }, /closed, or took too long/],
  [
    'a passkey that is there already',
    { outputs: [], fault: 'InvalidStateError' },
    /holds a passkey of this login/,
  ],
  ['an address in numbers', { outputs: [], host: '127.0.0.1' }, /address with a name/],
];
test.each(refused)('%s: nothing is added, and it says why', async (_, authenticator, words) => {
  install(authenticator);
  expect(await addPasskey('Desk', [])).toEqual({ error: expect.stringMatching(words) });
});

test('a saved passkey is not taken without a check of the person', async () => {
  const question = { credentialId: new Uint8Array(3), salt: new Uint8Array(32) };
  install({ outputs: [7], flags: PRESENT_ONLY });
  expect(await askPasskey(question)).toHaveProperty('error');
  install({ outputs: [7] });
  expect(await askPasskey(question)).toHaveProperty('prf');
});

test('a browser without passkeys, or without PRF, is known beforehand', async () => {
  install({ outputs: [] });
  expect(await whyNoPasskey()).toBeUndefined();
  vi.stubGlobal('PublicKeyCredential', { getClientCapabilities: async () => ({ 'extension:prf': false }) });
  expect(await whyNoPasskey()).toMatch(/PRF/);
  vi.stubGlobal('isSecureContext', false);
  expect(await whyNoPasskey()).toMatch(/https/);
});
