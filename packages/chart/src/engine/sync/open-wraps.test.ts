/** Gift wraps while the signer goes away in the middle: what was opened counts, the rest is tried again. */
import {
  createRumor,
  generateSecretKey,
  getPublicKey,
  type Signer,
  SignerUnavailableError,
  sealRumor,
  wrapSeal,
} from '@keychart/nostr';
import { nodeSigner } from '@keychart/nostr/node';
import { EPOCH_GRANT } from '@keychart/protocol';
import { expect, test } from 'vitest';
import { openWraps } from './open-wraps.ts';

const [admin, me] = [generateSecretKey(), generateSecretKey()];
const AT = 1_790_000_000;

async function wrapped(content: string, kind: number = EPOCH_GRANT) {
  const rumor = createRumor({ kind, created_at: AT, tags: [], content }, getPublicKey(admin));
  const seal = await sealRumor(rumor, getPublicKey(me), nodeSigner(admin), AT);
  return wrapSeal(seal, getPublicKey(me), { now: AT });
}

/** A signer elsewhere that is gone after so many decryptions; each wrap takes two. */
function leaving(after: number): Signer {
  const signer = nodeSigner(me);
  let left = after;
  return {
    ...signer,
    nip44Decrypt: async (...input) => {
      if (left === 0) throw new SignerUnavailableError('the signer is gone');
      left -= 1;
      return signer.nip44Decrypt(...input);
    },
  };
}

test('a signer that goes away loses nothing that it had opened, and says which failed', async () => {
  const events = [await wrapped('one'), await wrapped('two'), await wrapped('three')];
  const contents = ({ grants }: Awaited<ReturnType<typeof openWraps>>) =>
    grants.map(({ content }) => content);
  const cut = await openWraps(events, leaving(3));
  expect(contents(cut)).toEqual(['one']);
  expect(cut.problems).toEqual([]);
  expect(cut.failed?.error).toMatchObject({ message: 'the signer is gone' });
  const rest = await openWraps(events.slice(1), leaving(4));
  expect(contents(rest)).toEqual(['two', 'three']);
  expect(rest.failed).toBeUndefined();
});

test('what is no grant is passed over, and what cannot be opened is a problem that stops nobody', async () => {
  const whole = await wrapped('kept');
  const opened = await openWraps(
    [{ ...whole, content: whole.content.slice(0, -8) }, await wrapped('a note', 14), whole],
    nodeSigner(me),
  );
  expect(opened.grants).toMatchObject([{ content: 'kept', sender: getPublicKey(admin), kind: EPOCH_GRANT }]);
  expect(opened.problems).toMatchObject([{ id: whole.id, check: 'decryption' }]);
  expect(opened.failed).toBeUndefined();
});
