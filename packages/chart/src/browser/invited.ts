/** Somebody who opens the link of an invitation: what it is worth, and the answer to it, in words. */
import type { Signer } from '@keychart/nostr';
import {
  answerInvitation,
  type InvitationEnd,
  lookAtInvitation,
  parseInvitationToken,
} from '../answer-invitation.ts';
import { fetchRelayInfo } from './relay-info.ts';

export type InvitationLook =
  | { readonly open: true; readonly practice: string; readonly expires: string }
  | { readonly open: false; readonly reason: string; readonly tryAgain: boolean };

const ASK = 'Ask the administrator of the practice for a new one.';

const WORDS: Readonly<Record<InvitationEnd | 'damaged' | 'other', string>> = {
  damaged: `The link of this invitation is not complete. Open it again as it was sent to you, with every letter; or scan the code. ${ASK}`,
  other:
    'This invitation is for another practice than the one at this address. Open it as it was sent to you.',
  used: `This invitation has been used: each lets in one person, once. If that was you, log in the way you chose then. If not, tell the administrator at once. ${ASK}`,
  withdrawn: `This invitation was withdrawn by the practice. ${ASK}`,
  expired: `This invitation has expired. ${ASK}`,
  unknown: `This practice does not know this invitation. ${ASK}`,
  unreachable:
    'The practice cannot be reached. Nothing is lost: look whether this device is online, and try again.',
};

export async function lookAt(token: string, relay: string): Promise<InvitationLook> {
  const link = parseInvitationToken(token);
  if (!link) return no('damaged');
  const info = await fetchRelayInfo(relay);
  if (!info) return no('unreachable');
  if (info.root !== link.r) return no('other');
  const seen = await lookAtInvitation({ link, relay });
  if (!seen.ok) return no(seen.why);
  return { open: true, practice: info.name, expires: new Date(link.e * 1000).toISOString() };
}

/** Waits until an administrator's device has let the key in. @returns the sentence why that will not happen. */
export async function whyNotJoined(
  token: string,
  relay: string,
  signer: Signer,
  onSent: (again: boolean) => void,
): Promise<string | undefined> {
  const link = parseInvitationToken(token);
  if (!link) return WORDS.damaged;
  const answer = await answerInvitation({ link, relay, signer, onSent });
  return answer.ok ? undefined : WORDS[answer.why];
}

const no = (why: keyof typeof WORDS): InvitationLook => ({
  open: false,
  reason: WORDS[why],
  tryAgain: why === 'unreachable',
});
