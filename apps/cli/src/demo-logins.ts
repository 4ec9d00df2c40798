/** `demo-logins.json`: how to get into the demo practice as each of its people. Real practices have no such file. */
import { existsSync, readFileSync } from 'node:fs';
import type { DataFolder } from '@keychart/server';

export interface DemoLogin {
  readonly app: 'ehr' | 'portal';
  /** A staff role, `guardian` or `patient`. */
  readonly role: string;
  readonly name: string;
  readonly npub: string;
  readonly nsec: string;
  /** Portal: whose records this login reads. */
  readonly patients?: readonly string[];
}

export interface DemoLogins {
  readonly practice: { readonly name: string; readonly connection: string; readonly url: string };
  readonly logins: readonly DemoLogin[];
}

export function readDemoLogins(folder: DataFolder): DemoLogins | undefined {
  if (!existsSync(folder.logins)) return undefined;
  return JSON.parse(readFileSync(folder.logins, 'utf8')) as DemoLogins;
}

export function writeDemoLogins(folder: DataFolder, logins: DemoLogins): void {
  folder.writePrivate('demo-logins.json', `${JSON.stringify(logins, null, 2)}\n`);
}
