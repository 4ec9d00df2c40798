/** The demo practice from the command line: filled, verified, imported into, exported from, tampered with. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bundle } from '@keychart/fhir';
import { getPublicKey, npubEncode, parseNsec } from '@keychart/nostr';
import { parseConnection } from '@keychart/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DemoLogins } from './demo-logins.ts';
import type { FileReport } from './import-bundle.ts';
import { keychart, temporaryFolder } from './testing/run-command.ts';

const folder = temporaryFolder();
const at = (name: string) => join(folder.path, name);
const children: ChildProcess[] = [];
let logins: DemoLogins;

beforeAll(async () => {
  const made = await keychart(folder.path, ['demo', '--no-serve', '--families', '2'], {
    env: { PORT: '4869' },
  });
  if (made.code !== 0) throw new Error(made.said);
  logins = JSON.parse(readFileSync(at('demo-logins.json'), 'utf8'));
}, 120_000);
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  folder.remove();
});

test('the logins are private and are what docs and tests expect', () => {
  expect(statSync(at('demo-logins.json')).mode & 0o777).toBe(0o600);
  expect(Object.keys(logins)).toEqual(['practice', 'logins']);
  expect(Object.keys(logins.practice)).toEqual(['name', 'connection', 'url']);
  expect(parseConnection(logins.practice.connection)).toMatchObject({
    ok: true,
    value: { relay: 'ws://127.0.0.1:4869/', name: logins.practice.name },
  });
  const roles = new Set(logins.logins.map(({ app, role }) => `${app} ${role}`));
  for (const role of ['ehr doctor', 'ehr nurse', 'ehr assistant', 'ehr frontdesk', 'portal guardian']) {
    expect(roles).toContain(role);
  }
  for (const { app, npub, nsec, patients } of logins.logins) {
    const secret = parseNsec(nsec);
    expect(secret instanceof Uint8Array && npubEncode(getPublicKey(secret))).toBe(npub);
    expect(app === 'portal').toBe((patients?.length ?? 0) > 0);
  }
});

test('nothing readable lies in the folder but the logins themselves', () => {
  const names = logins.logins.flatMap(({ name, patients = [] }) => [name, ...patients]);
  const words = [...new Set(names.flatMap((name) => name.split(/[ ,.]+/)))].filter((word) => word.length > 4);
  const secrets = logins.logins.flatMap(({ nsec }) => [
    nsec,
    Buffer.from(parseNsec(nsec) as Uint8Array).toString('hex'),
  ]);
  for (const name of readdirSync(folder.path).filter((each) => each !== 'demo-logins.json')) {
    const bytes = readFileSync(at(name));
    const found = [...words, ...secrets, 'Observation', 'Asthma', 'HTEST'].filter((text) =>
      bytes.includes(text),
    );
    expect(found, name).toEqual([]);
  }
});

test('every event verifies', async () => {
  const { code, out } = await keychart(folder.path, ['verify', '--json']);
  expect(JSON.parse(out)).toMatchObject({ ok: true, faults: [], notes: [] });
  expect(code).toBe(0);
});

test('started again it makes nothing new', async () => {
  const before = readFileSync(at('demo-logins.json'), 'utf8');
  expect((await keychart(folder.path, ['demo', '--no-serve'])).code).toBe(0);
  expect(readFileSync(at('demo-logins.json'), 'utf8')).toBe(before);
});

describe('import and export', () => {
  const bundle: Bundle = {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [
      {
        fullUrl: 'urn:uuid:5e0ffae2-0b0e-4f3a-9a0e-3d2f0f6b1a01',
        resource: {
          resourceType: 'Patient',
          id: '5e0ffae2-0b0e-4f3a-9a0e-3d2f0f6b1a01',
          name: [{ family: 'Fennel', given: ['Oriel'] }],
          birthDate: '2021-05-04',
        },
      },
      {
        resource: {
          resourceType: 'Observation',
          id: 'weight-1',
          status: 'final',
          code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }] },
          subject: { reference: 'urn:uuid:5e0ffae2-0b0e-4f3a-9a0e-3d2f0f6b1a01' },
          effectiveDateTime: '2024-05-04',
          valueQuantity: { value: 14.2, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' },
        },
      },
      { resource: { resourceType: 'Observation', id: 'bad', status: 'done' } as never },
      { resource: { resourceType: 'Claim', id: 'c1' } as never },
      { resource: { resourceType: 'Spaceship' } as never },
      {
        resource: {
          resourceType: 'DiagnosticReport',
          id: 'long',
          status: 'final',
          code: { text: 'x'.repeat(21_000) },
          subject: { reference: 'urn:uuid:5e0ffae2-0b0e-4f3a-9a0e-3d2f0f6b1a01' },
        },
      },
    ],
  };
  const importing = async (name: string, text: string) => {
    writeFileSync(at(name), text);
    const { code, out } = await keychart(folder.path, ['import', 'fhir', at(name), '--json']);
    return { code, report: (JSON.parse(out) as { files: FileReport[] }).files[0]! };
  };
  const id = '5e0ffae2-0b0e-4f3a-9a0e-3d2f0f6b1a01';

  test('counts every entry: taken, or skipped and why', async () => {
    const { code, report } = await importing('oriel.json', JSON.stringify(bundle));
    expect(report).toMatchObject({ total: 6, taken: { Patient: 1, Observation: 1 }, already: {} });
    const reasons = Object.fromEntries(report.skipped.map((skip) => [skip.type, skip]));
    expect(reasons.Observation).toMatchObject({ id: 'bad', faulty: true });
    expect(reasons.Claim).toMatchObject({ faulty: false });
    expect(reasons.Unknown?.reason).toContain('Spaceship');
    expect(reasons.DiagnosticReport?.reason).toMatch(/20,?000/);
    expect(code).toBe(1);
  });

  test('running it twice changes nothing', async () => {
    const before = await keychart(folder.path, ['verify', '--json']);
    const { report } = await importing('oriel.json', JSON.stringify(bundle));
    expect(report).toMatchObject({ taken: {}, already: { Patient: 1, Observation: 1 } });
    const after = await keychart(folder.path, ['verify', '--json']);
    // … but the access log, which says that somebody logged in, and the head of the server's own.
    const withoutLogs = ({ out }: { out: string }) => {
      const { kinds } = JSON.parse(out) as { kinds: Record<string, number> };
      return { ...kinds, 2107: 0, 2099: 0 };
    };
    expect(withoutLogs(after)).toEqual(withoutLogs(before));
  });

  test('comes out again as it went in', async () => {
    const { code, out } = await keychart(folder.path, ['export', 'fhir', id]);
    expect(code).toBe(0);
    const exported = JSON.parse(out) as Bundle;
    const byId = new Map(exported.entry?.map(({ resource }) => [resource?.id, resource]));
    expect(byId.get(id)).toEqual(bundle.entry![0]!.resource);
    expect(byId.get('weight-1')).toEqual(bundle.entry![1]!.resource);
    expect(byId.size).toBe(2);
  });

  test.each([
    ['not JSON', '{"resourceType":', /not JSON/],
    ['not FHIR', '{"a":1}', /not FHIR/],
    ['no bundle', '{"resourceType":"Patient"}', /single Patient/],
    ['empty', '{"resourceType":"Bundle","type":"collection","entry":[]}', /empty/],
    ['another type', '{"resourceType":"Bundle","type":"searchset","entry":[]}', /searchset/],
  ])('%s: nothing is taken, and why', async (_, text, words) => {
    const { code, report } = await importing('odd.json', text);
    expect(code).toBe(1);
    expect(report.problem).toMatch(words);
    expect(report.ok).toBe(false);
  });

  test('a missing file and a huge one', async () => {
    const none = await keychart(folder.path, ['import', 'fhir', at('none.json')]);
    expect(none.code).toBe(1);
    expect(none.out).toContain('There is no such file');
    writeFileSync(at('huge.json'), '');
    execFileSync('truncate', ['-s', '65M', at('huge.json')]);
    const huge = await keychart(folder.path, ['import', 'fhir', at('huge.json')]);
    expect(huge.code).toBe(1);
    expect(huge.out).toMatch(/65 MB; at most 64 MB/);
  });

  test('the front desk cannot import what it may not write', async () => {
    const desk = logins.logins.find(({ role }) => role === 'frontdesk')!;
    const changed = JSON.stringify(bundle).replaceAll(id, id.replace('5e0f', '6e0f'));
    writeFileSync(at('desk.json'), changed);
    const { code, out } = await keychart(folder.path, ['import', 'fhir', at('desk.json'), '--json'], {
      env: { KEYCHART_NSEC: desk.nsec },
    });
    const report = (JSON.parse(out) as { files: FileReport[] }).files[0]!;
    expect(code).toBe(1);
    expect(report.taken).toEqual({ Patient: 1 });
    expect(report.skipped.find((skip) => skip.id === 'weight-1')?.reason).toMatch(
      /frontdesk|compartment|open/,
    );
  });
});

describe('as a program', () => {
  const bin = fileURLToPath(new URL('bin.ts', import.meta.url));

  /** Resolves with the address when it says that it serves. */
  async function serve(...args: string[]): Promise<{ child: ChildProcess; url: string; log: () => string }> {
    const child = spawn(process.execPath, ['--import', 'tsx', bin, ...args], {
      env: { ...process.env, DATA_DIR: folder.path, PORT: '0', LOG_LEVEL: 'info' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.push(child);
    let text = '';
    for (const stream of [child.stdout!, child.stderr!])
      stream.on('data', (chunk) => (text += String(chunk)));
    const deadline = Date.now() + 30_000;
    for (;;) {
      const url = /(?:at|runs at) (http:\/\/\S+?\/)/.exec(text)?.[1];
      if (url) return { child, url, log: () => text };
      if (child.exitCode !== null || Date.now() > deadline) throw new Error(text);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  test('serves, is found by commands, stops in order, and leaves no note', async () => {
    const { child, url, log } = await serve('demo');
    expect((await fetch(`${url}readyz`)).status).toBe(200);
    const second = await keychart(folder.path, ['demo', '--reset']);
    expect(second).toMatchObject({ code: 1 });
    expect(second.said).toContain('stop it first');
    const exported = await keychart(folder.path, ['export', 'fhir', '5e0ffae2-0b0e-4f3a-9a0e-3d2f0f6b1a01']);
    expect(exported.code).toBe(0);
    expect((await keychart(folder.path, ['verify'])).code).toBe(0);
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number];
    expect(code, log()).toBe(0);
    expect(existsSync(at('server.json'))).toBe(false);
    for (const { nsec, npub, name } of logins.logins) {
      for (const text of [nsec, npub, name]) expect(log()).not.toContain(text);
    }
  });

  test('a server that was killed is not taken for a running one', async () => {
    const { child } = await serve('start');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(existsSync(at('server.json'))).toBe(true);
    expect((await keychart(folder.path, ['export', 'fhir', 'nobody'])).said).toContain('no patient');
  });
});
