/** What only a page can ask: its authenticators. Workers have none. */
import type * as ways from './kept-ways.ts';
import type { WorkerLogin } from './login-source.ts';
import type { LoginMethod } from './login-types.ts';
import type { PasskeyAnswer } from './passkey-wrap.ts';

type Question = Awaited<ReturnType<typeof ways.passkeyQuestion>>;

/** The login as a worker can open it. `question`: what the authenticator is asked for a saved login. */
export async function workerLogin(
  how: LoginMethod,
  question: (saved: string) => Promise<Question>,
): Promise<WorkerLogin | { error: string }> {
  if (!('passkey' in how)) return how;
  const asked = await question(how.saved);
  if (asked === undefined) return { error: 'this login is no longer on this device' };
  const { askPasskey } = await import('./passkey.ts');
  const answer = await askPasskey(asked);
  return 'error' in answer ? answer : { saved: how.saved, prf: answer.prf };
}

/** A new passkey; throws in words what is missing, and what to do instead. */
export async function newPasskey(label: string, known: readonly BufferSource[]): Promise<PasskeyAnswer> {
  const answer = await (await import('./passkey.ts')).addPasskey(label, known);
  if ('error' in answer) throw new Error(answer.error);
  return answer;
}
