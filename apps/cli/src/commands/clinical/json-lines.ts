/**
 * JSON Lines in, JSON Lines out: one answer per line, in order. A line that is no request or that the work refuses
 * becomes `{"id"?, "error": {"field", "message"}}` in its place. Streams: holds one chunk of input, never the whole.
 */
import { createReadStream } from 'node:fs';
import { type ExitCode, exitCode, unavailable } from '../../outcome.ts';
import type { Terminal } from '../../terminal.ts';

export type JsonObject = Readonly<Record<string, unknown>>;
/** Answers one request; an answer with an `error` counts as a refused line. */
export type Work = (request: JsonObject) => object | Promise<object>;

const LONGEST_LINE = 16 * 1024 * 1024;

/**
 * Runs `work` on each line of a file, or of standard input when there is none (or it is `-`). Blank lines are passed over.
 * @returns 0, or 1 when at least one line was refused.
 */
export async function answerJsonLines(
  file: string | undefined,
  work: Work,
  terminal: Terminal,
): Promise<ExitCode> {
  let refused = false;
  const answers = async (lines: readonly string[]): Promise<void> => {
    let text = '';
    for (const line of lines) {
      if (line.trim() === '') continue;
      const answer = await answerLine(line, work);
      if ('error' in answer) refused = true;
      text += `${text === '' ? '' : '\n'}${JSON.stringify(answer)}`;
    }
    if (text !== '') await terminal.stream(text);
  };
  const source =
    file === undefined || file === '-' ? terminal.stdin() : createReadStream(file, { encoding: 'utf8' });
  let rest = '';
  try {
    for await (const chunk of source) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > LONGEST_LINE) throw unavailable('A line is longer than 16 MB: is this JSON Lines?');
      await answers(lines);
    }
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    if (path !== undefined && (code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES'))
      throw unavailable(`${path} cannot be read (${code}).`);
    throw error;
  }
  await answers([rest]);
  return refused ? exitCode.finding : exitCode.ok;
}

async function answerLine(line: string, work: Work): Promise<object> {
  let request: unknown;
  try {
    request = JSON.parse(line.charCodeAt(0) === 0xfeff ? line.slice(1) : line);
  } catch {
    return problem('line', 'is not JSON; expected one JSON object per line');
  }
  if (typeof request !== 'object' || request === null || Array.isArray(request))
    return problem('line', 'is not a JSON object');
  const { id } = request as JsonObject;
  const named = id === undefined ? {} : { id };
  return { ...named, ...(await work(request as JsonObject)) };
}

const problem = (field: string, message: string) => ({ error: { field, message } });
