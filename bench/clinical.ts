/**
 * The clinical engine against its marks: a forecast of a full paediatric history, the due list of a practice, diagnosis search
 * in an edition of 75,000 codes, z-scores per second, and what a browser loads of each room (bundled by vite, gzip level 9).
 */
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { assessGrowth } from '@keychart/clinical/growth';
import { builtInSchedule, forecastImmunizations, prepareSchedule } from '@keychart/clinical/immunizations';
import { loadIcd10Index } from '@keychart/clinical/terminologies';
import { build } from 'vite';

interface Mark {
  readonly figure: number;
  readonly unit: string;
  readonly mark?: number;
  readonly ok?: boolean;
}

const atMost = (figure: number, unit: string, mark: number): Mark => ({
  figure,
  unit,
  mark,
  ok: figure <= mark,
});
const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

const TODAY = '2026-11-22';
/** Age in days and CVX: what a child who came to every visit until 12 years has had. */
const FULL_HISTORY: readonly (readonly [days: number, ...cvx: string[]])[] = [
  [0, '08'],
  [61, '146', '216', '119'],
  [122, '146', '216', '119'],
  [183, '146', '216', '119', '140'],
  [215, '140'],
  [366, '03', '21', '83'],
  [460, '216', '49', '20'],
  [550, '83', '140'],
  [920, '140'],
  [1290, '140'],
  [1470, '130', '94'],
  [1650, '140'],
  [2020, '140'],
  [2390, '140'],
  [2760, '140'],
  [3120, '140'],
  [3490, '140'],
  [3860, '140'],
  [4050, '115', '203', '165'],
  [4240, '165', '140'],
];

const DAY = 86_400_000;
const dateAfter = (dob: string, days: number): string =>
  new Date(Date.parse(dob) + days * DAY).toISOString().slice(0, 10);

/** A child of that age with the doses it would have by now. */
function child(ageDays: number, index: number) {
  const dob = dateAfter(TODAY, -ageDays);
  return {
    id: `child-${index}`,
    dob,
    gender: index % 2 === 0 ? 'F' : 'M',
    assessmentDate: TODAY,
    doses: FULL_HISTORY.filter(([days]) => days <= ageDays).flatMap(([days, ...codes]) =>
      codes.map((cvx) => ({ date: dateAfter(dob, days), cvx })),
    ),
  };
}

async function immunizations(): Promise<Record<string, Mark>> {
  const start = performance.now();
  const schedule = prepareSchedule(await builtInSchedule());
  const startUp = performance.now() - start;
  const forecast = (request: object) => {
    const answer = forecastImmunizations({ ...request }, schedule);
    if ('error' in answer) throw new Error(`${answer.error.field} ${answer.error.message}`);
    return answer;
  };
  const full = child(13 * 365, 0);
  const practice = Array.from({ length: 1000 }, (_, index) => child(30 + Math.round(index * 6.5), index));
  for (let run = 0; run < 50; run += 1) forecast(full);
  const runs = Array.from({ length: 200 }, () => milliseconds(() => forecast(full)));
  const dueList = milliseconds(() =>
    practice.filter((one) =>
      forecast(one).groups.some(({ recommended }) => recommended !== null && recommended <= TODAY),
    ),
  );
  return {
    scheduleStartUp: { figure: rounded(startUp), unit: 'ms' },
    fullHistoryDoses: { figure: full.doses.length, unit: 'doses' },
    forecastOfAFullHistory: atMost(rounded(median(runs)), 'ms', 5),
    dueListOf1000Patients: atMost(rounded(dueList / 1000), 's', 5),
  };
}

/** Words of the curated names, put together by a fixed generator: as many different words as the real edition has. */
async function diagnosisSearch(): Promise<Record<string, Mark>> {
  const curated = await loadIcd10Index();
  const words = [...'abcdefghijklmnopqrstuvwxyz'].flatMap((letter) =>
    curated.search(letter, 200).flatMap(({ entry }) => entry.display.split(/[ ,]+/)),
  );
  let state = 20_260_101;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const entries = Array.from({ length: 75_000 }, (_, index) => ({
    code: `${'ABCDEFGHIJKLMNOPQRSTVWXYZ'[index % 25]}${String(Math.floor(index / 25)).padStart(4, '0')}`,
    display: Array.from({ length: 4 + random(8) }, () => words[random(words.length)]).join(' '),
  }));
  const start = performance.now();
  const index = await loadIcd10Index(entries);
  const indexing = performance.now() - start;
  const questions = [
    'a',
    'e',
    'in',
    'acute re',
    'fracture of',
    'infection of the ear',
    'S0',
    'unspecified l',
  ];
  for (const question of questions) index.search(question);
  const medians = questions.map((question) =>
    median(Array.from({ length: 40 }, () => milliseconds(() => index.search(question)))),
  );
  return {
    indexOf75000Codes: { figure: rounded(indexing), unit: 'ms' },
    worstQuestionOf75000Codes: atMost(rounded(Math.max(...medians)), 'ms', 10),
  };
}

/** No other implementation is installed to be run beside it: the figure stands alone. */
function growth(): Record<string, Mark> {
  const requests = Array.from({ length: 2000 }, (_, index) => ({
    measure: 'weight',
    sex: index % 2 === 0 ? 'male' : 'female',
    ageDays: 30 + index * 3,
    value: 5 + index * 0.025,
  }));
  const all = () => {
    for (const request of requests)
      if ('error' in assessGrowth(request)) throw new Error(JSON.stringify(request));
  };
  for (let run = 0; run < 5; run += 1) all();
  const each = median(Array.from({ length: 15 }, () => milliseconds(all))) / requests.length;
  return { zScores: { figure: Math.round(1000 / each), unit: 'per second' } };
}

const ROOMS = [
  'growth',
  'blood-pressure',
  'calculators',
  'immunizations',
  'medicines',
  'terminologies',
  'preventive',
];
const TOTAL_KB = 200;

interface Chunk {
  readonly type: string;
  readonly fileName: string;
  readonly name?: string;
  readonly code?: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
}

/** What loads with a room (`atOnce`), and everything there is with the tables that load when first asked for. */
async function sizes(): Promise<Record<string, unknown>> {
  const source = fileURLToPath(new URL('../packages/clinical/src/', import.meta.url));
  const built = await build({
    root: source,
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(ROOMS.map((room) => [room, join(source, room, 'index.ts')])),
        preserveEntrySignatures: 'strict',
      },
    },
  });
  const chunks = (built as unknown as { readonly output: readonly Chunk[] }).output.filter(
    ({ type }) => type === 'chunk',
  );
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const bytes = new Map(
    chunks.map(({ fileName, code = '' }) => [fileName, gzipSync(code, { level: 9 }).length]),
  );
  const kilobytes = (files: Iterable<string>) =>
    rounded([...files].reduce((sum, file) => sum + (bytes.get(file) ?? 0), 0) / 1024, 1);
  const reached = (file: string, seen = new Set<string>()): Set<string> => {
    if (!byFile.has(file) || seen.has(file)) return seen;
    seen.add(file);
    for (const imported of byFile.get(file)?.imports ?? []) reached(imported, seen);
    return seen;
  };
  const rooms = chunks.filter(({ isEntry }) => isEntry);
  const atOnce = new Set(rooms.flatMap(({ fileName }) => [...reached(fileName)]));
  return {
    roomsAtOnceKb: Object.fromEntries(
      rooms.map(({ name, fileName }) => [name, kilobytes(reached(fileName))]),
    ),
    laterKb: kilobytes([...byFile.keys()].filter((file) => !atOnce.has(file))),
    allRoomsAtOnce: atMost(kilobytes(atOnce), 'KB', TOTAL_KB),
    everything: atMost(kilobytes(byFile.keys()), 'KB', TOTAL_KB),
  };
}

/** Each figure with its unit, and its mark where it has one. */
export async function run(): Promise<Record<string, unknown>> {
  return {
    immunizations: await immunizations(),
    diagnosisSearch: await diagnosisSearch(),
    growth: growth(),
    sizes: await sizes(),
  };
}
