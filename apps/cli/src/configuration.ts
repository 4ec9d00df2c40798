/** The settings of this process, with what the command line overrides; problems end the command in plain words. */
import { type Config, readConfig } from '@keychart/server';
import { misused } from './outcome.ts';

export function configuration(overrides: Partial<Config> = {}): Config {
  const result = readConfig();
  if (!result.ok) throw misused(`These settings are not right:\n  ${result.problems.join('\n  ')}`);
  return { ...result.config, ...overrides };
}

/** Commander's parser of `--port`. */
export function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw misused(`--port ${text}: a port is a number from 0 to 65535.`);
  return port;
}
