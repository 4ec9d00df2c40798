/**
 * What a device does for the access of others while it is open and connected: lines that are over are closed, and
 * those who have access still are told of new epochs. Several devices may do it at once; the outcome is one.
 */
import type { StaffChange } from '../api/chart.ts';
import type { NamedAccess } from './lent/named-access.ts';
import type { EngineContext } from './state/context.ts';

/** Milliseconds after news: a charter and what comes with it arrive together. */
const REST = 400;
/** After one that failed. */
const AGAIN = 5_000;
/** The longest a timer is set for: some platforms take no more than 24 days. */
const LONGEST = 86_400_000;

/** @param mend tells the lists anew of patients whose access two colleagues changed at once. */
export function tended(
  context: EngineContext,
  named: Pick<NamedAccess, 'tend' | 'nextEnd'>,
  mend: () => Promise<void>,
) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt = Number.POSITIVE_INFINITY;
  let running: Promise<void> | undefined;
  let stopped = false;
  let again = false;

  /** Unless that is due sooner anyway: news that does not end puts nothing off. */
  function runIn(wait: number): void {
    const at = Date.now() + wait;
    if (stopped || at >= dueAt) return;
    clearTimeout(timer);
    dueAt = at;
    timer = setTimeout(run, wait);
  }

  function look(): void {
    again = true;
    if (running || context.client.state.status !== 'live') return;
    runIn(REST);
  }

  function run(): void {
    dueAt = Number.POSITIVE_INFINITY;
    if (stopped || context.client.state.status !== 'live') return;
    again = false;
    running = named
      .tend()
      .then(mend)
      .catch((error: unknown) => {
        if (stopped) return;
        context.trouble(error);
        runIn(AGAIN);
      })
      .finally(() => {
        running = undefined;
        if (again) return look();
        const next = named.nextEnd();
        if (next !== undefined) runIn(Math.min((next - context.now()) * 1000, LONGEST));
      });
  }

  return {
    look,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/**
 * A change of the staff is in force: the patients it names are handed over, and the others taken back.
 * @param complete whether this device has the whole list of patients.
 * @returns false where a patient is not on this device yet: to be asked again when more of the list is here.
 */
export async function handOver(
  { people }: Pick<EngineContext, 'people'>,
  named: Pick<NamedAccess, 'setPatients'>,
  change: StaffChange,
  complete: boolean,
): Promise<boolean> {
  if (change.kind !== 'add' && change.kind !== 'change') return true;
  const { patients } = change;
  if (!patients) return true;
  const known = patients.filter((id) => people.get(id)?.index);
  if (known.length < patients.length && !complete) return false;
  await named.setPatients(change.npub, known, change.until);
  return true;
}
