/** The `Chart` interface in the page, played by the worker: calls go over, watch callbacks come back. */
import * as Comlink from 'comlink';
import type { Chart, Unwatch } from '../api/chart.ts';
import type { EngineWorker } from './engine-worker.ts';

type Remote = Comlink.Remote<EngineWorker>;

const plain = [
  'identity',
  'practice',
  'searchPatients',
  'createPatient',
  'createPatients',
  'similarPatients',
  'patientNames',
  'mergePatients',
  'unmergePatient',
  'query',
  'history',
  'write',
  'correct',
  'updateStatus',
  'remove',
  'changeGuardians',
  'rekeyPatient',
  'forgetPatientKey',
  'showPatientKey',
  'grantPatients',
  'revokePatients',
  'askConfidential',
  'answerConfidential',
  'endConfidential',
  'noteConfidential',
  'previewStaff',
  'changeStaff',
  'changePolicies',
  'inviteStaff',
  'withdrawInvitation',
  'approveStaff',
  'services',
  'changeService',
  'noteExport',
  'serverHeads',
  'problems',
  'outbox',
  'retry',
  'dismiss',
  'saveDraft',
  'draft',
  'drafts',
  'discardDraft',
  'lock',
] as const satisfies readonly (keyof Chart)[];

export function remoteChart(remote: Remote): Chart {
  const call = remote.call as unknown as (method: string, args: unknown[]) => Promise<unknown>;
  const methods = Object.fromEntries(
    plain.map((method) => [method, (...args: unknown[]) => call(method, args)]),
  );
  return {
    ...(methods as unknown as Pick<Chart, (typeof plain)[number]>),
    watchStatus: (callback) => watched(callback, (proxy) => remote.watchStatus(proxy)),
    watchPatients: (callback) => watched(callback, (proxy) => remote.watchPatients(proxy)),
    watchConfidential: (callback) => watched(callback, (proxy) => remote.watchConfidential(proxy)),
    watchStaff: (callback) => watched(callback, (proxy) => remote.watchStaff(proxy)),
    watchPolicies: (callback) => watched(callback, (proxy) => remote.watchPolicies(proxy)),
    watchAudit: (filter, callback) => watched(callback, (proxy) => remote.watchAudit(filter, proxy)),
    watchPatient: (id, callback) => watched(callback, (proxy) => remote.watchPatient(id, proxy)),
    watch: (id, query, callback) => watched(callback, (proxy) => remote.watch(id, query, proxy)),
  };
}

/** Messages already under way when the watch ends are dropped here. */
async function watched<Args extends unknown[]>(
  callback: (...args: Args) => void,
  start: (proxy: ((...args: Args) => void) & Comlink.ProxyMarked) => Promise<unknown>,
): Promise<Unwatch> {
  let open = true;
  const guarded = (...args: Args) => {
    if (open) callback(...args);
  };
  const end = (await start(Comlink.proxy(guarded))) as (() => Promise<void>) & {
    [Comlink.releaseProxy](): void;
  };
  return () => {
    if (!open) return;
    open = false;
    // After a lock there is nobody to tell, and nothing left to end.
    void Promise.resolve(end()).then(
      () => end[Comlink.releaseProxy](),
      () => undefined,
    );
  };
}
