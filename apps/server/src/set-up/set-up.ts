/** Founding in the browser, the server's part: who may, what is taken, once. No secret of the practice comes here. */
import type { FastifyBaseLogger } from 'fastify';
import type { DataFolder } from '../data-folder.ts';
import type { PracticeHost } from '../practice-host.ts';
import { FoundingRefusedError, foundInFolder } from './found-in-folder.ts';
import { checkFounding } from './founding-check.ts';
import { createSetUpCode } from './set-up-code.ts';

export interface SetUp {
  /** Undefined where there is a practice. */
  code(): string | undefined;
  /** `authorization`: the header, `Setup K7QF-2M9X-4TBA`; `from`: the address it came from. */
  whyNot(authorization: string | undefined, from: string): SetUpRefusal | undefined;
  found(
    body: unknown,
  ):
    | { readonly ok: true; readonly connection: string }
    | { readonly ok: false; readonly status: 400 | 409; readonly reason: string };
}

interface SetUpRefusal {
  readonly status: 401 | 403 | 409 | 429;
  readonly reason: string;
  /** Seconds. */
  readonly retryAfter?: number;
}

export interface SetUpOptions {
  readonly folder: DataFolder;
  readonly practice: PracticeHost;
  readonly log: FastifyBaseLogger;
  /** Unix seconds. */
  readonly now?: () => number;
}

const DONE = 'There is a practice on this server already.';

export function createSetUp({ folder, practice, log, now = () => Date.now() / 1000 }: SetUpOptions): SetUp {
  const code = createSetUpCode(() => now() * 1000);
  const isDone = () => practice.current() !== undefined;

  return {
    code: () => (isDone() ? undefined : code.text),

    whyNot(authorization, from) {
      if (isDone()) return { status: 409, reason: DONE };
      const given = /^Setup (.+)$/i.exec(authorization ?? '')?.[1];
      if (given === undefined)
        return {
          status: 401,
          reason: 'The set-up code is missing: the terminal shows it where the server was started.',
        };
      const judged = code.judge(given, from);
      if (judged.verdict === 'right') return undefined;
      log.warn({ verdict: judged.verdict }, 'a set-up code was refused');
      if (judged.verdict === 'wrong')
        return {
          status: 403,
          reason: 'This is not the set-up code: the terminal shows it where the server was started.',
        };
      const reason = `Too many wrong codes: wait ${judged.seconds} seconds, then try again.`;
      return { status: 429, reason, retryAfter: judged.seconds };
    },

    found(body) {
      const checked = checkFounding(body, Math.floor(now()));
      if (!checked.ok) return { ok: false, status: 400, reason: `Not founded: ${checked.reason}.` };
      try {
        foundInFolder(folder, checked.founding);
      } catch (error) {
        if (!(error instanceof FoundingRefusedError)) throw error;
        log.warn({ err: error }, 'a founding was refused');
        return {
          ok: false,
          status: 409,
          reason: isDone() ? DONE : 'The data folder of this server takes no practice; its log says why.',
        };
      }
      log.info('a practice was founded');
      return { ok: true, connection: practice.connection() ?? '' };
    },
  };
}
