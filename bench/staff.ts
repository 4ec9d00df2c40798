/**
 * People come and go in a practice of twelve with a full patient list: how long until somebody removed can read no
 * more and everybody else works under new keys, until somebody new can read, and until a patient with 5,000 records
 * has a new key. No record is encrypted again for any of it: counted, not assumed.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type Chart, openChart } from '@keychart/chart';
import { sqliteStore } from '@keychart/chart/sqlite';
import { generateSecretKey, getPublicKey, npubEncode, parseNsec } from '@keychart/nostr';
import { bestVerifier, nodeNip44, nodePublicKey, nodeSigner } from '@keychart/nostr/node';
import WebSocket from 'ws';
import type { BenchPractice } from './practice-process.ts';

const NURSES = 11;
const PATIENTS = 3000;
const RECORDS = 5000;

export async function run(): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'keychart-bench-staff-'));
  const child = fork(new URL('./practice-process.ts', import.meta.url), [folder, String(NURSES)], {
    execArgv: ['--import', 'tsx'],
  });
  const practice = await new Promise<BenchPractice>((resolve) =>
    child.once('message', (message) => resolve(message as BenchPractice)),
  );
  let devices = 0;
  const open = async (secret: Uint8Array) =>
    openChart({
      signer: nodeSigner(secret),
      relay: { url: practice.url, root: practice.root, self: practice.self },
      store: sqliteStore(join(folder, `device${devices++}.sqlite`)),
      storeKey: secret,
      crypto: { verifier: await bestVerifier(), nip44: nodeNip44, publicKey: nodePublicKey },
      WebSocket: WebSocket as never,
    });
  const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
  try {
    const doctor = await open(bytes(practice.doctor));
    await doctor.ready();
    let patientId = '';
    for (let i = 0; i < PATIENTS; i++) {
      const result = await doctor.createPatient({
        patient: { resourceType: 'Patient', name: [{ family: `Benchfamily${i}`, given: ['Child'] }] },
      });
      if (!result.ok) throw new Error(result.reason);
      patientId = result.created.patientId;
      if (i % 500 === 0) console.error(`${i} patients`);
    }
    const records = Array.from({ length: RECORDS }, (_, i) => ({
      resource: {
        resourceType: 'Observation' as const,
        status: 'final' as const,
        code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }] },
        effectiveDateTime: new Date(Date.UTC(2015, 0, 1) + i * 3_600_000).toISOString(),
        valueQuantity: { value: 3 + i / 100, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' },
      },
    }));
    await doctor.writeHistory(patientId, records);
    await doctor.settled();
    const secrets = practice.nurses.map(bytes);
    const [leaving, staying] = [await open(secrets[0]!), await open(secrets[1]!)];
    await leaving.ready();
    await staying.ready();

    const leavingNpub = npubEncode(getPublicKey(secrets[0]!));
    const remove = performance.now();
    const removed = await doctor.changeStaff({ kind: 'remove', npub: leavingNpub });
    if (!removed.ok) throw new Error(removed.reason);
    await until(leaving, ({ connection }) => connection === 'refused');
    const cutOff = performance.now() - remove;
    await staffSettled(doctor);
    const inForce = performance.now() - remove;

    const newcomer = generateSecretKey();
    const add = performance.now();
    const added = await doctor.changeStaff({
      kind: 'add',
      npub: npubEncode(getPublicKey(newcomer)),
      name: 'Nurse Newly',
      role: 'nurse',
    });
    if (!added.ok) throw new Error(added.reason);
    await staffSettled(doctor);
    const addMs = performance.now() - add;

    const rekey = performance.now();
    const rekeyed = await doctor.rekeyPatient(patientId);
    if (!rekeyed.ok || !rekeyed.handover) throw new Error('no new key');
    await doctor.settled();
    const rekeyMs = performance.now() - rekey;
    const key = parseNsec(rekeyed.handover.nsec);
    if ('error' in key) throw new Error(key.error);
    const family = await open(key);
    await family.ready();
    await family.openPatient(patientId);
    const read = (await family.query(patientId, { types: ['Observation'] })).total;
    if (read !== RECORDS) throw new Error(`the new key reads ${read} of ${RECORDS} records`);
    for (const chart of [doctor, leaving, staying, family]) await chart.lock();
    return {
      staff: NURSES + 1,
      patients: PATIENTS,
      remove: { cutOffMs: Math.round(cutOff), inForceMs: Math.round(inForce), markMs: 2000 },
      add: { ms: Math.round(addMs), markMs: 1000 },
      rekey: { records: RECORDS, ms: Math.round(rekeyMs), markMs: 2000 },
    };
  } finally {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

type StatusOf = Parameters<Parameters<Chart['watchStatus']>[0]>[0];

function until(chart: Chart, holds: (status: StatusOf) => boolean): Promise<void> {
  return new Promise((resolve) => {
    void chart.watchStatus((status) => {
      if (holds(status)) resolve();
    });
  });
}

function staffSettled(chart: Chart): Promise<void> {
  return new Promise((resolve) => {
    void chart.watchStaff(({ pending }) => {
      if (pending === undefined) resolve();
    });
  });
}
