/** A chart of the practice opened beside the browsers, to ask what is really in it. */

import { type OpenedChart, openPracticeSession } from '../apps/cli/src/practice-session.ts';
import { readConfig } from '../apps/server/src/index.ts';
import type { Entry } from '../packages/chart/src/index.ts';
import { parseNsec } from '../packages/nostr/src/index.ts';
import type { Practice } from './practice.ts';

async function withChart<T>(practice: Practice, use: (chart: OpenedChart) => Promise<T>): Promise<T> {
  const config = readConfig({ DATA_DIR: practice.dataDir });
  const key = parseNsec(practice.logins[0]?.nsec ?? '');
  if (!config.ok || 'error' in key) throw new Error('the practice cannot be opened');
  const session = await openPracticeSession(config.config);
  try {
    return await use(await session.open(key));
  } finally {
    await session.close();
  }
}

async function idIn(chart: OpenedChart, name: string): Promise<string> {
  const [row] = (await chart.searchPatients(name)).rows;
  if (row === undefined) throw new Error(`no patient is named ${name}`);
  return row.patientId;
}

export const patientId = (practice: Practice, name: string): Promise<string> =>
  withChart(practice, (chart) => idIn(chart, name));

/** Something a colleague does in this chart meanwhile. Resolves when the relay has it. Throws where it is refused. */
export const changeInChart = (
  practice: Practice,
  name: string,
  change: (chart: OpenedChart, patientId: string) => Promise<{ readonly ok: boolean }>,
): Promise<void> =>
  withChart(practice, async (chart) => {
    const outcome = await change(chart, await idIn(chart, name));
    if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome)}`);
    await chart.settled();
  });

/** Every entry of a patient's chart that is not removed. */
export const recordsOf = (practice: Practice, name: string): Promise<readonly Entry[]> =>
  withChart(practice, async (chart) => {
    const id = await idIn(chart, name);
    await chart.openPatient(id);
    await new Promise<void>((resolve) => {
      void chart.watchPatient(id, ({ state }) => {
        if (state === 'complete') resolve();
      });
    });
    return chart.allEntries(id).filter(({ removed }) => removed === undefined);
  });
