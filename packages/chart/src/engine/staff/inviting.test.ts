/** From an invitation to a member: both ends, over a real relay. */
import { connectRelay, createRumor, generateSecretKey, sealRumor, wrapSeal } from '@keychart/nostr';
import { nodeSigner } from '@keychart/nostr/node';
import { bytesToHex } from '@noble/hashes/utils.js';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import WebSocket from 'ws';
import { answerInvitation, lookAtInvitation, parseInvitationToken } from '../../answer-invitation.ts';
import type { InvitationMade, NewInvitation } from '../../api/chart.ts';
import { memoryStore } from '../../store/index.ts';
import { type Open, register, staffOf, weights, write } from '../../testing/test-charts.ts';
import { testClock } from '../../testing/test-clock.ts';
import { startTestPractice, type TestPerson, testPerson } from '../../testing/test-practice.ts';

let practice: Awaited<ReturnType<typeof startTestPractice>>;
const clock = testClock();
const { now } = clock;
beforeEach(async () => {
  clock.ahead = 0;
  practice = await startTestPractice({ now, admins: ['doctor', 'nurse'] });
});
afterEach(() => practice.close());

const INPUT: NewInvitation = { name: 'Nell Newly', role: 'nurse' };

async function invited(chart: Open, input = INPUT) {
  const made = await chart.inviteStaff(input);
  if (!made.ok) throw new Error(made.reason);
  await chart.settled();
  const link = parseInvitationToken(made.token);
  if (!link) throw new Error('the token is not one');
  return { ...made, link };
}

const at = (link: NonNullable<ReturnType<typeof parseInvitationToken>>) => ({
  link,
  relay: practice.url(),
  WebSocket: WebSocket as never,
  now,
});
const answer = (
  person: TestPerson,
  made: Awaited<ReturnType<typeof invited>>,
  onSent?: (again: boolean) => void,
) => answerInvitation({ ...at(made.link), signer: nodeSigner(person.secret), ...(onSent && { onSent }) });
const stateOf = async (chart: Open, { id }: Pick<InvitationMade, 'id'>) =>
  (await staffOf(chart)).invitations.find((item) => item.id === id);

test('somebody invited answers with a key of their own and is let in by itself, with what was chosen', async () => {
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor);
  await write(doctor, patientId, 1);
  const told = vi.fn();
  await doctor.watchStaff(told);
  const made = await invited(doctor, { ...INPUT, until: '2099-01-01T00:00:00.000Z' });
  await vi.waitFor(() => expect(told.mock.lastCall![0].invitations).toMatchObject([{ state: 'sent' }]), 5000);
  expect(await stateOf(doctor, made)).toMatchObject({ state: 'sent', name: 'Nell Newly', role: 'nurse' });
  expect(await lookAtInvitation(at(made.link))).toEqual({ ok: true });
  const nell = testPerson();
  expect(await answer(nell, made)).toEqual({ ok: true });
  await vi.waitFor(async () => expect(await stateOf(doctor, made)).toMatchObject({ state: 'used' }), 5000);
  const hers = await practice.open(nell);
  await hers.ready();
  await hers.openPatient(patientId);
  expect(await weights(hers, patientId)).toEqual([1]);
  expect(await hers.identity()).toMatchObject({ name: 'Nell Newly', role: 'nurse' });
  const { members, pending } = await staffOf(doctor);
  expect(pending).toBeUndefined();
  expect(members.find(({ npub }) => npub === nell.npub)).toMatchObject({ until: '2099-01-01T00:00:00.000Z' });
  // Once: the link opens nothing any more, for nobody.
  expect(await answer(testPerson(), made)).toEqual({ ok: false, why: 'used' });
  expect(await lookAtInvitation(at(made.link))).toEqual({ ok: false, why: 'used' });
});

test('another administrator’s device completes it, later, when the one who invited is away', async () => {
  const disk = new Map<string, Uint8Array>();
  const doctor = await practice.open(practice.doctor, memoryStore({ disk }));
  await doctor.ready();
  const made = await invited(doctor);
  await doctor.lock();
  const nell = testPerson();
  const sent = vi.fn();
  const waiting = answer(nell, made, sent);
  await vi.waitFor(() => expect(sent).toHaveBeenCalledWith(false), 5000);
  // The page was closed and opened again with the same link: the first answer stands.
  const again = vi.fn();
  const second = answer(nell, made, again);
  await vi.waitFor(() => expect(again).toHaveBeenCalledWith(true), 5000);
  const nurse = await practice.open(practice.nurse);
  await nurse.ready();
  expect(await waiting).toEqual({ ok: true });
  expect(await second).toEqual({ ok: true });
  const returned = await practice.open(practice.doctor, memoryStore({ disk }));
  await returned.ready();
  await vi.waitFor(async () => expect(await stateOf(returned, made)).toMatchObject({ state: 'used' }), 5000);
  expect((await staffOf(returned)).pending).toBeUndefined();
});

test('a locum invited by link has the patients chosen, and no others, once a device that knows them lets them in', async () => {
  const disk = new Map<string, Uint8Array>();
  const doctor = await practice.open(practice.doctor, memoryStore({ disk }));
  const { patientId } = await register(doctor);
  await register(doctor);
  await write(doctor, patientId, 1);
  const until = '2099-01-01T00:00:00.000Z';
  const refused = async (input: Partial<NewInvitation>) => doctor.inviteStaff({ ...INPUT, ...input });
  expect(await refused({ patients: [] })).toMatchObject({ ok: false });
  expect(await refused({ patients: Array.from({ length: 201 }, () => patientId) })).toMatchObject({
    ok: false,
    reason: expect.stringContaining('at most 200'),
  });
  const made = await invited(doctor, { ...INPUT, role: 'doctor', until, patients: [patientId] });
  await doctor.settled();
  await doctor.lock();
  const loan = testPerson();
  const sent = vi.fn();
  const waiting = answer(loan, made, sent);
  await vi.waitFor(() => expect(sent).toHaveBeenCalled(), 5000);
  // A device of the practice's other administrator, which has to fetch the list of patients first.
  const nurse = await practice.open(practice.nurse);
  expect(await waiting).toEqual({ ok: true });
  const hers = await practice.open(loan);
  await hers.ready();
  const listed = async () => (await hers.searchPatients('')).rows.map((row) => row.patientId);
  await vi.waitFor(async () => expect(await listed()).toEqual([patientId]), 10_000);
  await hers.openPatient(patientId);
  expect(await weights(hers, patientId)).toEqual([1]);
  expect(await hers.identity()).toMatchObject({ name: 'Nell Newly', namedPatients: true });
  const member = (await staffOf(nurse)).members.find(({ npub }) => npub === loan.npub);
  expect(member).toMatchObject({ until, patients: [{ patientId, until }] });
  expect((await staffOf(nurse)).pending).toBeUndefined();
});

test('two administrators online at once let somebody in once, in one state', async () => {
  const [doctor, nurse] = [await practice.open(practice.doctor), await practice.open(practice.nurse)];
  await Promise.all([doctor.ready(), nurse.ready()]);
  const made = await invited(doctor);
  const nell = testPerson();
  expect(await answer(nell, made)).toEqual({ ok: true });
  for (const chart of [doctor, nurse]) {
    await vi.waitFor(async () => {
      const view = await staffOf(chart);
      expect(view.pending).toBeUndefined();
      expect(view.members.filter(({ name }) => name === 'Nell Newly')).toHaveLength(1);
      expect(view.invitations).toMatchObject([{ state: 'used' }]);
    }, 10_000);
  }
});

test('withdrawn, expired, too late, unknown: refused with what became of it, and nobody is let in', async () => {
  const doctor = await practice.open(practice.doctor);
  await doctor.ready();
  const withdrawn = await invited(doctor);
  const waiting = lookAtInvitation(at(withdrawn.link));
  expect(await waiting).toEqual({ ok: true });
  expect(await doctor.withdrawInvitation(withdrawn.id)).toMatchObject({ ok: true });
  await doctor.settled();
  expect(await answer(testPerson(), withdrawn)).toEqual({ ok: false, why: 'withdrawn' });
  expect(await stateOf(doctor, withdrawn)).toMatchObject({ state: 'withdrawn' });
  expect(await doctor.withdrawInvitation(withdrawn.id)).toMatchObject({ ok: false });

  const expired = await invited(doctor);
  clock.ahead = 4 * 86_400;
  expect(await answer(testPerson(), expired)).toEqual({ ok: false, why: 'expired' });
  expect(await stateOf(doctor, expired)).toMatchObject({ state: 'expired' });
  clock.ahead = 0;

  const k = bytesToHex(generateSecretKey());
  const strange = { ...expired.link, k };
  expect(await answer(testPerson(), { ...expired, link: strange })).toEqual({ ok: false, why: 'unknown' });
  expect((await staffOf(doctor)).members).toHaveLength(3);
  expect(parseInvitationToken('')).toBeUndefined();
  expect(parseInvitationToken(expired.token.slice(0, -9))).toBeUndefined();
  expect(parseInvitationToken('<script>')).toBeUndefined();
});

test('only administrators invite; what could not be done later is refused now', async () => {
  const frontdesk = await practice.open(practice.frontdesk);
  await frontdesk.ready();
  expect(await frontdesk.inviteStaff(INPUT)).toMatchObject({ ok: false, reason: /only an administrator/ });
  expect((await staffOf(frontdesk)).invitations).toEqual([]);
  const doctor = await practice.open(practice.doctor);
  await doctor.ready();
  const refused = async (input: NewInvitation) => {
    const made = await doctor.inviteStaff(input);
    return made.ok ? 'made' : made.reason;
  };
  expect(await refused({ ...INPUT, name: ' ' })).toMatch(/needs a name/);
  expect(await refused({ ...INPUT, until: '2020-01-01' })).toMatch(/in the past/);
  expect(await refused({ ...INPUT, expires: '2099-01-01' })).toMatch(/within thirty days/);
  expect(await refused({ ...INPUT, expires: 'soon' })).toMatch(/within thirty days/);
  expect(await doctor.outbox()).toEqual([]);
});

test('an answer whose wrap was made by somebody without the invite key lets nobody in', async () => {
  const doctor = await practice.open(practice.doctor);
  await doctor.ready();
  const made = await invited(doctor);
  // Front desk knows the invite key's public half at most; it wraps a claim for its friend under its own one.
  const friend = testPerson();
  const signer = nodeSigner(friend.secret);
  const content = JSON.stringify({ invitation: made.id, pubkey: friend.pubkey });
  const rumor = createRumor({ kind: 2098, created_at: now(), tags: [], content }, friend.pubkey);
  const seal = await sealRumor(rumor, practice.doctor.pubkey, signer, now());
  const wrap = wrapSeal(seal, practice.doctor.pubkey, { now: now() });
  const client = connectRelay(practice.url(), {
    signers: [nodeSigner(practice.frontdesk.secret)],
    WebSocket: WebSocket as never,
  });
  await vi.waitFor(() => expect(client.state.status).toBe('live'), 5000);
  expect(await client.publish(wrap)).toMatchObject({ accepted: true });
  await client.close();
  // What came after it has been acted upon: it was looked at, and let nobody in.
  const later = await invited(doctor);
  expect(await answer(testPerson(), later)).toEqual({ ok: true });
  await vi.waitFor(async () => expect(await stateOf(doctor, later)).toMatchObject({ state: 'used' }), 5000);
  expect(await stateOf(doctor, made)).toMatchObject({ state: 'sent' });
  expect((await staffOf(doctor)).members.map(({ npub }) => npub)).not.toContain(friend.npub);
});
