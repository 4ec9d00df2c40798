/**
 * Where somebody was when the workstation locked: the open charts, and the screen. Kept as a draft of the patient on
 * screen, sealed on this device like every draft, so that only the same login finds it again.
 */
import type { Chart } from '@keychart/chart';
import type { OpenChart, OpenCharts } from './open-charts.ts';

const KEY = 'place';
/** A working day: nobody wants the charts of last week back. Milliseconds. */
const KEPT_FOR = 12 * 3_600_000;

export interface Place {
  readonly charts: readonly Omit<OpenChart, 'tab'>[];
  /** The chart on screen, counted from 0, and what of it. */
  readonly at: number;
  readonly section: string;
}

/** Undefined where no chart is on screen: then the beginning is as good. */
export function placeOf(charts: readonly OpenChart[], path: string): Place | undefined {
  const [, tab, section] = /^\/chart\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
  const at = charts.findIndex((chart) => chart.tab === tab);
  if (at < 0 || section === undefined) return undefined;
  return { charts: charts.map(({ tab: _, ...chart }) => chart), at, section };
}

/** Opens the charts again, in their order. @returns the tab to show. */
export function backTo({ charts, at }: Place, open: OpenCharts): string | undefined {
  const tabs = charts.map(({ patientId, name, ...change }) => {
    const { tab } = open.open(patientId, name);
    open.change(tab, change);
    return tab;
  });
  return tabs[at];
}

export async function keepPlace(chart: Chart, place: Place | undefined): Promise<void> {
  await takePlace(chart);
  const patientId = place?.charts[place.at]?.patientId;
  if (patientId !== undefined) await chart.saveDraft(patientId, KEY, place);
}

/** The place kept last, once; undefined where there is none or it is of another day. */
export async function takePlace(chart: Chart): Promise<Place | undefined> {
  const kept = (await chart.drafts()).filter(({ key }) => key === KEY);
  for (const { patientId } of kept) await chart.discardDraft(patientId, KEY);
  const newest = kept.sort((a, b) => b.savedAt.localeCompare(a.savedAt))[0];
  if (newest === undefined || Date.now() - Date.parse(newest.savedAt) > KEPT_FOR) return undefined;
  return newest.body as Place;
}
