/** What each way to log in is called. */
import type { LoginWayKept } from '@keychart/chart/browser';

export const KIND_WORDS: Readonly<Record<LoginWayKept['kind'], string>> = {
  passphrase: 'Passphrase',
  pin: 'PIN, on this device only',
  passkey: 'Passkey or security key',
  sheet: 'Recovery sheet, on paper',
};

/** Given where nothing was typed. */
export const UNNAMED = 'My login';
