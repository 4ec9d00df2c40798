/**
 * Everything that says it belongs to a visit. A chart is asked by type, not by visit, so its newest entries are walked back,
 * in small pages, to the day before the visit; asked again whenever something new arrives.
 */
import type { Chart, Entry, ResourceType } from '@keychart/chart';
import type { Encounter, Observation, Resource } from '@keychart/fhir';
import { hasCode } from '@keychart/ui';
import { useEffect, useState } from 'react';
import { useChart } from '../session/session-context.ts';
import { useEntries } from '../session/use-entries.ts';
import { recordDate } from './record-date.ts';

const TYPES: readonly ResourceType[] = [
  'Composition',
  'Observation',
  'Condition',
  'MedicationRequest',
  'Immunization',
  'DiagnosticReport',
  'Procedure',
  'ServiceRequest',
];
const PAGE = 200;
const DAY_MS = 86_400_000;

interface VisitParts {
  readonly parts: readonly Entry[];
  readonly state: 'loading' | 'complete';
  readonly error: string | undefined;
}

export function useVisitParts(visit: Entry<Encounter>): VisitParts {
  const chart = useChart();
  const { patientId } = visit;
  const newest = useEntries(patientId, { types: TYPES, count: 1 });
  const stamp = `${newest.total} ${newest.entries[0]?.version} ${newest.state}`;
  const [found, setFound] = useState<VisitParts>({ parts: [], state: 'loading', error: undefined });
  const id = visit.resource.id;
  const start = visit.resource.period?.start;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamp is the reason to ask again
  useEffect(() => {
    let over = false;
    walk(chart, patientId, id, start).then(
      (parts) => {
        if (!over) setFound({ parts, state: 'complete', error: undefined });
      },
      (fault: unknown) => {
        if (!over)
          setFound({
            parts: [],
            state: 'complete',
            error: fault instanceof Error ? fault.message : String(fault),
          });
      },
    );
    return () => {
      over = true;
    };
  }, [chart, patientId, id, start, stamp]);
  // While older entries still stream in, nothing found is not yet nothing there.
  return newest.state === 'complete' || found.parts.length > 0 ? found : { ...found, state: 'loading' };
}

async function walk(chart: Chart, patientId: string, id: string | undefined, start: string | undefined) {
  const until = start === undefined ? Number.NEGATIVE_INFINITY : Date.parse(start) - DAY_MS;
  const parts: Entry[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const { entries, total } = await chart.query(patientId, { types: TYPES, offset, count: PAGE });
    parts.push(
      ...entries.filter(
        ({ resource, relatesTo }) => relatesTo?.as !== 'addendum' && encounterOf(resource) === id,
      ),
    );
    const date = entries.at(-1) && recordDate(entries.at(-1)!.resource);
    const past = date !== undefined && Date.parse(date) < until;
    if (entries.length === 0 || past || offset + PAGE >= total) return parts;
  }
}

function encounterOf(resource: Resource): string | undefined {
  const { encounter } = resource as { encounter?: { reference?: string } };
  return encounter?.reference?.split(/[/:]/).at(-1);
}

export const isVital = (resource: Resource): boolean =>
  resource.resourceType === 'Observation' &&
  ((resource as Observation).category?.some((category) => hasCode(category, 'vital-signs')) ?? false);
