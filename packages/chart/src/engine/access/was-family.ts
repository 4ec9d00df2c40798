/**
 * Whether a key read a patient's channel as family at that second. Staff know by the patient index; a family (and who
 * works with named patients) does not hold it: to them the entry itself is the proof, since only who was handed the
 * channel's key can have sealed it.
 */
import { patientKeyIn } from '@keychart/protocol';
import type { Channel } from '../../keys/channel.ts';
import type { People } from '../state/people.ts';
import { announcedEnd } from './guardian-ends.ts';

/** `at`: seconds, when it was signed. */
export function wasFamily(
  people: Pick<People, 'get'>,
  { patientId, c, g }: Pick<Channel, 'patientId' | 'c' | 'g'>,
  author: string,
  at: number,
): boolean {
  const person = patientId === undefined ? undefined : people.get(patientId);
  if (!person) return false;
  const { index } = person;
  if (!index || patientKeyIn(index, c, g) === author) return true;
  const guardian = index.guardians.find(({ pk }) => pk === author);
  if (!guardian) return false;
  // Attack: somebody taken off signs on, under the keys they had.
  const end = guardian.removed ? (guardian.at ?? 0) : announcedEnd(guardian);
  return end === undefined || at < end;
}
