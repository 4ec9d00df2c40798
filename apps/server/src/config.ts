/**
 * Every setting of a Keychart process: one schema with all defaults. The only file that reads the environment.
 */
import { resolve } from 'node:path';
import * as z from 'zod';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** A variable that is set to nothing counts as not set. */
function setting<T extends z.ZodType>(schema: T) {
  const given = (value: unknown) => (typeof value === 'string' ? value.trim() || undefined : value);
  return z.preprocess(given, schema);
}

const portProblem = 'must be a number from 0 to 65535 (0: any free port)';
const levelProblem = `must be one of ${logLevels.join(', ')}`;
const databaseProblem = 'is not supported yet: leave it out, and the events are kept in SQLite in DATA_DIR';

const publicUrl = z
  .url({ protocol: /^https?$/, error: 'must be the http:// or https:// address people use' })
  .refine((value) => !URL.canParse(value) || new URL(value).pathname === '/', 'must not have a path')
  .transform((value) => new URL(value).origin);

const relayProblem = 'must be addresses of relays that begin with wss://, with a space or comma between them';
/** Loopback is for tests and signers on the same machine. */
const relayAddress = /^(wss:\/\/[a-z0-9.-]+|ws:\/\/(127\.0\.0\.1|localhost))(:\d{1,5})?\/?$/i;

const relayList = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((each) => each !== ''))
  .refine((list) => list.every((each) => relayAddress.test(each)), relayProblem)
  .transform((list) => list.map((each) => `${each.toLowerCase().replace(/\/$/, '')}/`));

const schema = z.object({
  PORT: setting(
    z
      .string()
      .regex(/^\d{1,5}$/, portProblem)
      .transform(Number)
      .refine((value) => value <= 65_535, portProblem)
      .default(4869),
  ),
  HOST: setting(z.string().default('127.0.0.1')),
  DATA_DIR: setting(
    z
      .string()
      .default('./data')
      .transform((path) => resolve(path)),
  ),
  PUBLIC_URL: setting(publicUrl.optional()),
  AGENT_SECRET_FILE: setting(z.string().optional()),
  LOG_LEVEL: setting(z.enum(logLevels, { error: levelProblem }).default('info')),
  DATABASE_URL: setting(z.undefined({ error: databaseProblem })),
  SIGNER_RELAYS: setting(relayList.default([])),
  KEYCHART_NSEC: setting(z.string().optional()),
});

export type LogLevel = (typeof logLevels)[number];

export interface Config {
  /** 0: any free port. */
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDir: string;
  /** What the service agents' keys are sealed under; absolute, and not in DATA_DIR. */
  readonly agentSecretFile: string;
  /** Origin without a trailing slash; undefined: only this machine uses the server. */
  readonly publicUrl: string | undefined;
  readonly logLevel: LogLevel;
  /** Relays on other hosts that the web apps may reach, for remote signers; each ends with a slash. */
  readonly signerRelays: readonly string[];
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] };

export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): ConfigResult {
  const result = schema.safeParse(env);
  if (!result.success) {
    const problems = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    return { ok: false, problems };
  }
  const { PORT, HOST, DATA_DIR, AGENT_SECRET_FILE, PUBLIC_URL, LOG_LEVEL, SIGNER_RELAYS } = result.data;
  return {
    ok: true,
    config: {
      port: PORT,
      host: HOST,
      dataDir: DATA_DIR,
      agentSecretFile: resolve(AGENT_SECRET_FILE ?? `${DATA_DIR}.agent-secret`),
      publicUrl: PUBLIC_URL,
      logLevel: LOG_LEVEL,
      signerRelays: SIGNER_RELAYS,
    },
  };
}

/** The login key for commands that sign, where it is given by environment. Never part of `Config`. */
export function loginKeyFromEnvironment(
  env: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  return schema.shape.KEYCHART_NSEC.parse(env.KEYCHART_NSEC);
}

/** Names of all settings, for the documentation test. */
export const settingNames: readonly string[] = Object.keys(schema.shape);
