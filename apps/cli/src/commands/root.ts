/**
 * `keychart root …`: the few acts that need the practice's root key. The key comes from a file or standard input, whole
 * or as two sheets, is used for one charter and forgotten.
 */
import { changeAdmins, succeedRoot } from '@keychart/chart';
import {
  connectRelay,
  generateSecretKey,
  getPublicKey,
  npubEncode,
  nsecEncode,
  parseNpub,
  type RelayClient,
  type VerifiedEvent,
  verifyEvent,
} from '@keychart/nostr';
import { nodeSigner } from '@keychart/nostr/node';
import {
  CHARTER,
  CHARTER_APPROVAL,
  type CharterFold,
  foldCharters,
  ROOT_SUCCESSION,
  type SheetKey,
} from '@keychart/protocol';
import type { Command } from 'commander';
import WebSocket from 'ws';
import type { CommandContext } from '../command-context.ts';
import { configuration } from '../configuration.ts';
import { keySheets, sheetLines, splitWords } from '../key-sheets.ts';
import { misused, refused } from '../outcome.ts';
import { openPracticeSession } from '../practice-session.ts';
import { combineFiles, type RootKeyOptions, rootKey, withKeyOptions } from '../root-key.ts';

interface AdminOptions extends RootKeyOptions {
  readonly add: string[];
  readonly remove: string[];
  readonly approvals?: number;
}

interface SucceedOptions extends RootKeyOptions {
  readonly split?: boolean;
  readonly json?: boolean;
}

export function addRoot(program: Command, context: CommandContext): void {
  const root = program.command('root').description('what only the root key of the practice does');
  withKeyOptions(root.command('admins'), 'root nsec')
    .description('who may change the staff; somebody added has to be on the staff already')
    .option('--add <npub...>', 'make these administrators', [])
    .option('--remove <npub...>', 'these are administrators no more (they stay on the staff)', [])
    .option('--approvals <number>', 'approvals of other administrators that every change needs', wholeNumber)
    .action(async (options: AdminOptions) => admins(options, context));
  withKeyOptions(root.command('succeed'), 'nsec of the successor')
    .description('the successor takes over from a root key that was lost or stolen')
    .option('--split', 'the next successor on three sheets, of which any two restore it')
    .option('--json', 'print the new successor as JSON')
    .action(async (options: SucceedOptions) => succeed(options, context));
  root
    .command('combine')
    .description('do two sheets fit together, and whose key are they?')
    .requiredOption('--share <file...>', 'files with two sheets, or - for standard input')
    .option('--show', 'print the secret key')
    .action(async (options: { share: string[]; show?: boolean }) => combine(options, context));
}

async function admins(options: AdminOptions, { terminal }: CommandContext): Promise<void> {
  const { add, remove, approvals } = options;
  if (add.length + remove.length === 0 && approvals === undefined)
    throw misused('Nothing to change: give --add, --remove or --approvals.');
  const change = {
    add: add.map(publicKey),
    remove: remove.map(publicKey),
    ...(approvals !== undefined && { approvals }),
  };
  const charter = await withRoot(options, 'root', { terminal }, (fold, secret) =>
    changeAdmins(fold, secret, change, Math.floor(Date.now() / 1000)),
  );
  terminal.out(`The charter of the practice has ${charter} administrator${charter === 1 ? '' : 's'} now.`);
  if (remove.length > 0)
    terminal.say(
      'Who is no administrator any more is still on the staff: an administrator removes them there.',
    );
}

async function succeed(options: SucceedOptions, { terminal }: CommandContext): Promise<void> {
  const next = generateSecretKey();
  const nextRoot = getPublicKey(next);
  await withRoot(options, 'successor', { terminal }, (fold, secret) =>
    succeedRoot(fold, secret, nextRoot, Math.floor(Date.now() / 1000)),
  );
  const sheets = await keySheets(next, 'successor', options.split === true);
  next.fill(0);
  if (options.json) {
    terminal.out(JSON.stringify({ successor: { npub: npubEncode(nextRoot), ...sheets } }, null, 2));
    return;
  }
  terminal.out('The key you gave is the root key now. The one before it counts for nothing any more.');
  terminal.out('');
  terminal.out('NEXT SUCCESSOR  write it on paper, keep it apart from the root key; it is shown once');
  if (options.split) terminal.out(splitWords);
  for (const line of sheetLines(sheets)) terminal.out(line);
}

async function combine(
  { share, show }: { share: readonly string[]; show?: boolean },
  { terminal }: CommandContext,
): Promise<void> {
  const { key, secret } = await combineFiles(share, terminal);
  const nsec = nsecEncode(secret);
  const npub = npubEncode(getPublicKey(secret));
  secret.fill(0);
  terminal.say(`The sheets fit: they are the ${key} key whose public part is ${npub}.`);
  if (show) terminal.out(nsec);
  else terminal.say('Use them as they are by --share with the other root commands; --show prints the key.');
}

/** Reads the charters, makes the change and hands it to the relay. Answers how many administrators there are. */
async function withRoot(
  options: RootKeyOptions,
  wanted: SheetKey,
  { terminal }: Pick<CommandContext, 'terminal'>,
  make: (fold: CharterFold, secret: Uint8Array) => ReturnType<typeof changeAdmins>,
): Promise<number> {
  const config = configuration();
  const secret = await rootKey(options, wanted, terminal);
  const session = await openPracticeSession(config);
  const client = connectRelay(session.relay.url, {
    signers: [nodeSigner(secret)],
    WebSocket: WebSocket as never,
  });
  try {
    const fold = await readCharters(client, session.relay.root);
    const made = make(fold, secret);
    if (!made.ok) throw refused(`Not changed: ${made.reason}.`);
    for (const event of made.events) {
      const answer = await client.publish(event);
      if (!answer.accepted) throw refused(`The practice did not take it: ${answer.reason}.`);
    }
    return (await readCharters(client, session.relay.root)).chain.at(-1)?.admins.length ?? 0;
  } finally {
    secret.fill(0);
    await client.close();
    await session.close();
  }
}

async function readCharters(client: RelayClient, root: string): Promise<CharterFold> {
  const events: VerifiedEvent[] = [];
  await client
    .query([{ kinds: [CHARTER, CHARTER_APPROVAL, ROOT_SUCCESSION] }], (page) => {
      for (const event of page) {
        const verified = verifyEvent(event);
        if (verified) events.push(verified);
      }
    })
    .catch((error: unknown) => {
      throw refused(
        `The practice does not talk to this key: ${error instanceof Error ? error.message : String(error)}. Is it the root key?`,
      );
    });
  const fold = foldCharters(events, root);
  if (!fold) throw refused('The practice holds no charter signed by its root key.');
  return fold;
}

function publicKey(npub: string): string {
  const key = parseNpub(npub);
  if (typeof key === 'string') return key;
  throw misused(`${npub}: ${key.error}.`);
}

function wholeNumber(text: string): number {
  if (!/^\d{1,2}$/.test(text)) throw misused(`--approvals ${text}: a whole number is needed, 0 for none.`);
  return Number(text);
}
