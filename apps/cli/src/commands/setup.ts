/**
 * `keychart setup`: founds a practice. The root secret and its successor are shown once on standard output and
 * kept nowhere; everything else is in the events the relay stores.
 */
import { existsSync } from 'node:fs';
import { foundPractice } from '@keychart/chart';
import { generateSecretKey, getPublicKey, npubEncode, nsecEncode, parseNpub } from '@keychart/nostr';
import { nodeSigner } from '@keychart/nostr/node';
import { type Role, roles } from '@keychart/protocol';
import { openSqliteStore } from '@keychart/relay';
import { openDataFolder } from '@keychart/server';
import type { Command } from 'commander';
import { configuration } from '../configuration.ts';
import type { CommandContext } from '../main.ts';
import { misused, refused } from '../outcome.ts';

interface SetupOptions {
  readonly name: string;
  readonly person: string;
  readonly role: Role;
  readonly timeZone: string;
  readonly npub?: string;
  readonly json?: boolean;
}

export interface Secrets {
  readonly root: { readonly npub: string; readonly nsec: string };
  readonly successor: { readonly npub: string; readonly nsec: string };
  /** Absent where the person brought a key of their own. */
  readonly person?: { readonly npub: string; readonly nsec: string };
}

export function addSetup(program: Command, { terminal }: CommandContext): void {
  program
    .command('setup')
    .description('found a practice in DATA_DIR; shows its root key once')
    .requiredOption('--name <text>', 'name of the practice')
    .requiredOption('--person <text>', 'name of the first person, who becomes its admin')
    .option('--role <role>', `what that person is: ${clinicalRoles.join(', ')}`, clinicalRole, 'doctor')
    .option('--npub <npub>', 'the key that person already has; otherwise one is made and shown')
    .option('--time-zone <zone>', 'of the practice, e.g. America/Denver', timeZone, systemTimeZone())
    .option('--json', 'print the keys as JSON')
    .action(async (options: SetupOptions) => {
      const secrets = await setUp(options);
      if (options.json) terminal.out(JSON.stringify(secrets, null, 2));
      else for (const line of sheet(options, secrets)) terminal.out(line);
      terminal.say('The practice is there. Run "npm start" and log in with the key of the first person.');
    });
}

const clinicalRoles: readonly Role[] = roles.filter((role) => role !== 'agent');

function clinicalRole(text: string): Role {
  const role = clinicalRoles.find((name) => name === text);
  if (!role) throw misused(`--role ${text}: it is one of ${clinicalRoles.join(', ')}.`);
  return role;
}

function timeZone(text: string): string {
  if (Intl.supportedValuesOf('timeZone').includes(text) || text === 'UTC') return text;
  throw misused(`--time-zone ${text}: use a name such as America/Denver or Europe/Berlin.`);
}

function systemTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function newKey() {
  const secret = generateSecretKey();
  return { secret, npub: npubEncode(getPublicKey(secret)), nsec: nsecEncode(secret) };
}

async function setUp({ name, person, role, timeZone: zone, npub }: SetupOptions): Promise<Secrets> {
  const folder = openDataFolder(configuration().dataDir);
  const settings = folder.settings();
  if (settings) {
    const what = settings.demo ? 'the demo practice' : `the practice "${settings.name}"`;
    throw refused(`${folder.path} already holds ${what}. Set DATA_DIR to another folder.`);
  }
  if (existsSync(folder.database)) {
    throw refused(
      `${folder.database} is there, but no settings.json: restore it from a backup, or set DATA_DIR.`,
    );
  }
  const given = npub === undefined ? undefined : parseNpub(npub);
  if (typeof given === 'object') throw misused(`--npub: ${given.error}.`);

  const root = newKey();
  const successor = newKey();
  const first = newKey();
  // With a key of their own, the person cannot sign here: a key that exists for this moment hands out the
  // first grants, and its secret is gone when this function returns.
  const pubkey = given ?? getPublicKey(first.secret);
  const setupKey = {
    name: 'Set-up (key destroyed)',
    role: 'admin',
    pubkey: getPublicKey(first.secret),
    admin: true,
  };
  const founded = await foundPractice({
    name,
    timeZone: zone,
    rootSecret: root.secret,
    nextRoot: getPublicKey(successor.secret),
    admin: nodeSigner(first.secret),
    staff: [
      { name: person, role, pubkey, admin: true },
      ...(given ? [setupKey as { role: Role } & typeof setupKey] : []),
    ],
    at: Math.floor(Date.now() / 1000),
  });
  const store = openSqliteStore(folder.privateDatabase());
  store.insert(founded.events.map((event) => ({ event, raw: JSON.stringify(event) })));
  store.close();
  folder.relayKey();
  folder.saveSettings({ v: 1, root: founded.root, name, timeZone: zone, demo: false });
  for (const { secret } of [root, successor, first]) secret.fill(0);
  const shown = ({ npub: publicPart, nsec }: typeof root) => ({ npub: publicPart, nsec });
  return { root: shown(root), successor: shown(successor), ...(given ? {} : { person: shown(first) }) };
}

function sheet({ name, person }: SetupOptions, secrets: Secrets): string[] {
  return [
    `Practice: ${name}`,
    '',
    'ROOT KEY. Write it down on paper now: it is shown this once and kept nowhere.',
    'It changes who the admins are; nobody needs it in daily work.',
    `  ${secrets.root.nsec}`,
    '',
    'SUCCESSOR KEY. Write it on another sheet and keep that in another place:',
    'it takes over if the root key is lost or stolen.',
    `  ${secrets.successor.nsec}`,
    '',
    ...(secrets.person
      ? [
          `LOGIN OF ${person.toUpperCase()}. For the workstation; keep it like the key of the medicine cabinet.`,
          `  ${secrets.person.nsec}`,
        ]
      : [`${person} logs in with the key they already have.`]),
  ];
}
