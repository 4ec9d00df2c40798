// A part of the relay's measurement in a process of its own, and the next thing it says.
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** `name`: a file beside this one. */
export function start(name: string, ...args: string[]): ChildProcess {
  return fork(fileURLToPath(new URL(`${name}.ts`, import.meta.url)), args);
}

/** Rejects where the process ends first. */
export function message(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`the process ended with ${code}`)));
  });
}
