/** Seals the staff directory under the key that grants hand over. */
import { type ConversationKey, encrypt } from '@keychart/nostr';
import type { StaffDirectory } from '@keychart/protocol';
import { hexToBytes } from '@noble/hashes/utils.js';

/** `key`: 32 bytes hex. */
export const directoryContent = (directory: StaffDirectory, key: string): string =>
  encrypt(JSON.stringify(directory), hexToBytes(key) as ConversationKey);
