/**
 * Everything that says it belongs to a visit. A chart is asked by type, not by visit, so its newest entries are walked back,
 * in small pages, to the day before the visit; asked again whenever something new arrives.
 */
import type { Entry, ResourceType } from '@keychart/chart';
import type { Encounter, Resource } from '@keychart/fhir';
import { recordDate } from '@keychart/ui';
import { useChart } from '../session/session-context.ts';
import { useAsk } from '../watch/use-ask.ts';
import { useEntries } from './use-entries.ts';
import { walkChart } from './walk-chart.ts';

const DAY_MS = 86_400_000;

export interface VisitParts {
  readonly parts: readonly Entry[];
  readonly state: 'loading' | 'complete';
  readonly error: string | undefined;
}

/** @param types what is looked for; addenda are left out, they are read with what they belong to. */
export function useVisitParts(visit: Entry<Encounter>, types: readonly ResourceType[]): VisitParts {
  const chart = useChart();
  const { patientId } = visit;
  const newest = useEntries(patientId, { types, count: 1 });
  const stamp = `${newest.total} ${newest.entries[0]?.version} ${newest.state}`;
  const { id, period } = visit.resource;
  const dayBefore =
    period?.start === undefined ? Number.NEGATIVE_INFINITY : Date.parse(period.start) - DAY_MS;
  const { value, error } = useAsk(`${patientId} ${id} ${period?.start}`, stamp, (isOver) =>
    walkChart(
      chart,
      patientId,
      { types },
      ({ resource, relatesTo }) => relatesTo?.as !== 'addendum' && encounterOf(resource) === id,
      (_found, page) => isOver() || isBefore(page.at(-1), dayBefore),
    ),
  );
  // While older entries still stream in, nothing found is not yet nothing there.
  const known = value !== undefined && (value.length > 0 || newest.state === 'complete');
  return { parts: value ?? [], state: known || error !== undefined ? 'complete' : 'loading', error };
}

function isBefore(entry: Entry | undefined, time: number): boolean {
  const date = entry && recordDate(entry.resource);
  return date !== undefined && Date.parse(date) < time;
}

function encounterOf(resource: Resource): string | undefined {
  const { encounter } = resource as { encounter?: { reference?: string } };
  return encounter?.reference?.split(/[/:]/).at(-1);
}
