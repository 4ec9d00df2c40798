/**
 * `keychart setup`: founds a practice. The root secret and its successor are shown once on standard output and
 * kept nowhere; everything else is in the events the relay stores.
 */
import { type Founding, foundPractice } from '@keychart/chart';
import { generateSecretKey, getPublicKey, npubEncode, nsecEncode, parseNpub } from '@keychart/nostr';
import { nodeSigner } from '@keychart/nostr/node';
import { policyBounds, type Role, roles } from '@keychart/protocol';
import { FoundingRefusedError, foundInFolder, openDataFolder } from '@keychart/server';
import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { configuration } from '../configuration.ts';
import { keySheets, type Sheets, sheetLines, splitWords } from '../key-sheets.ts';
import { misused, refused } from '../outcome.ts';

interface SetupOptions {
  readonly name: string;
  readonly person: string;
  readonly role: Role;
  readonly timeZone: string;
  readonly npub?: string;
  readonly address?: string[];
  readonly phone?: string;
  readonly letterhead?: string[];
  readonly confidentialFrom?: number;
  readonly guardianUntil?: number;
  readonly idleMinutes?: number;
  readonly split?: boolean;
  readonly json?: boolean;
}

interface Secrets {
  readonly root: { readonly npub: string } & Sheets;
  readonly successor: { readonly npub: string } & Sheets;
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
    .option('--address <line...>', 'postal address, one line each')
    .option('--phone <number>', 'of the practice')
    .option('--letterhead <line...>', 'on top of what is printed, where it is not name and address')
    .option(
      '--confidential-from <years>',
      'age from which sensitive records are confidential',
      policy('confidentialFrom'),
    )
    .option('--guardian-until <years>', 'birthday on which guardians stop reading', policy('guardianUntil'))
    .option('--idle-minutes <minutes>', 'without a touch, until the apps lock', policy('idleMinutes'))
    .option('--split', 'root key and successor on three sheets each, of which any two restore it')
    .option('--json', 'print the keys as JSON')
    .addHelpText(
      'after',
      '\nFor example: keychart setup --name "Meadow Pediatrics" --person "Dr. Ada Quill" --split',
    )
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

const policy =
  (name: keyof typeof policyBounds) =>
  (text: string): number => {
    const { least, most } = policyBounds[name];
    const value = Number(text);
    if (/^\d{1,3}$/.test(text) && value >= least && value <= most) return value;
    throw misused(`${text}: a whole number from ${least} to ${most} is needed.`);
  };

async function setUp(options: SetupOptions): Promise<Secrets> {
  const { name, person, role, timeZone: zone, npub, split = false } = options;
  const folder = openDataFolder(configuration().dataDir);
  const given = npub === undefined ? undefined : parseNpub(npub);
  if (typeof given === 'object') throw misused(`--npub: ${given.error}.`);

  const root = generateSecretKey();
  const successor = generateSecretKey();
  const first = generateSecretKey();
  // With a key of their own, the person cannot sign here: a key that exists for this moment hands out the
  // first grants, and its secret is gone when this function returns.
  const pubkey = given ?? getPublicKey(first);
  const setupKey = {
    name: 'Set-up (key destroyed)',
    role: 'admin',
    pubkey: getPublicKey(first),
    admin: true,
  } as const;
  const founded = await foundPractice({
    ...practiceOf(options),
    policies: policiesOf(options),
    rootSecret: root,
    nextRoot: getPublicKey(successor),
    admin: nodeSigner(first),
    staff: [{ name: person, role, pubkey, admin: true }, ...(given ? [setupKey] : [])],
    at: Math.floor(Date.now() / 1000),
  });
  const settings = { v: 1, root: founded.root, name, timeZone: zone, demo: false } as const;
  try {
    foundInFolder(folder, { settings, events: founded.events });
  } catch (error) {
    throw error instanceof FoundingRefusedError ? refused(error.message) : error;
  }
  const secrets = {
    root: { npub: npubEncode(founded.root), ...(await keySheets(root, 'root', split)) },
    successor: {
      npub: npubEncode(getPublicKey(successor)),
      ...(await keySheets(successor, 'successor', split)),
    },
    ...(given ? {} : { person: { npub: npubEncode(getPublicKey(first)), nsec: nsecEncode(first) } }),
  };
  for (const secret of [root, successor, first]) secret.fill(0);
  return secrets;
}

function practiceOf({ name, timeZone: zone, address, phone, letterhead }: SetupOptions) {
  return {
    name,
    timeZone: zone,
    ...(address && { address }),
    ...(phone !== undefined && { phone }),
    ...(letterhead && { letterhead }),
  };
}

function policiesOf({
  confidentialFrom,
  guardianUntil,
  idleMinutes,
}: SetupOptions): NonNullable<Founding['policies']> {
  return {
    ...(confidentialFrom !== undefined && { confidentialFrom }),
    ...(guardianUntil !== undefined && { guardianUntil }),
    ...(idleMinutes !== undefined && { idleMinutes }),
  };
}

function sheet({ name, person, split }: SetupOptions, secrets: Secrets): string[] {
  const how = split ? [splitWords] : [];
  return [
    `Practice: ${name}`,
    '',
    'ROOT KEY. Write it down on paper now: it is shown this once and kept nowhere.',
    'It changes who the admins are; nobody needs it in daily work.',
    ...how,
    ...sheetLines(secrets.root),
    '',
    'SUCCESSOR KEY. Write it on another sheet and keep that in another place:',
    'it takes over if the root key is lost or stolen.',
    ...how,
    ...sheetLines(secrets.successor),
    '',
    ...(secrets.person
      ? [
          `LOGIN OF ${person.toUpperCase()}. For the workstation; keep it like the key of the medicine cabinet.`,
          `  ${secrets.person.nsec}`,
        ]
      : [`${person} logs in with the key they already have.`]),
  ];
}
