/**
 * CDC's CDSi test cases against the engine: with the official schedule they were written for, imported from its zip, and
 * with the built-in one for healthy patients under 19. A case is right when every dose's status (and its reason, where one is
 * given) and the forecast (status, dose number, earliest, recommended and past-due date) are. Disputed rows are told apart.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isInputProblem } from '@keychart/clinical';
import {
  builtInSchedule,
  forecastImmunizations,
  type GroupAnswer,
  type ImmunizationAnswer,
  type PreparedSchedule,
  prepareSchedule,
} from '@keychart/clinical/immunizations';
import { readRelease } from '../../apps/cli/src/commands/clinical/cdsi/read-release.ts';
import {
  type ReferenceResult,
  type ReferenceSet,
  readReference,
  referenceFolder,
  Tally,
} from './reference-set.ts';

const CASES = 'cdsi-testcases.json';
const DISPUTED = 'cdsi/known-disputed.json';
const RELEASE = 'cdsi/supporting-data-4.64-508.zip';

interface Case {
  readonly suite: 'healthy' | 'underlying-condition';
  readonly id: string;
  readonly dob: string;
  readonly gender: string;
  readonly assessmentDate: string;
  readonly doses: readonly {
    readonly date: string;
    readonly cvx: string;
    readonly mvx: string | null;
    readonly evaluationStatus: string | null;
    readonly evaluationReason: string | null;
  }[];
  readonly observations?: readonly { readonly code: string; readonly date: string | null }[];
  readonly expected: {
    readonly seriesStatusNorm: string;
    readonly vaccineGroupNorm: string;
    readonly forecastNumber: string | null;
    readonly earliest: string | null;
    readonly recommended: string | null;
    readonly pastDue: string | null;
  };
}

const readCases = () => (JSON.parse(readReference(CASES)) as { cases: Case[] }).cases;

function judge(one: Case, schedule: PreparedSchedule): string | undefined {
  const answer = forecastImmunizations({ ...one }, schedule);
  if (isInputProblem(answer)) return `${answer.error.field} ${answer.error.message}`;
  const group = one.expected.vaccineGroupNorm;
  const found = answer.groups.filter((each) => each.group === group);
  const dose = one.doses.findIndex((_, index) => !isDoseRight(one, answer, index));
  if (dose >= 0) return `dose ${dose + 1}: ${JSON.stringify(answer.doses[dose]?.evaluations)}`;
  return found.some((each) => isForecastRight(one, each))
    ? undefined
    : found.map(told).join(' and ') || 'nothing';
}

function isDoseRight(one: Case, answer: ImmunizationAnswer, index: number): boolean {
  const { evaluationStatus, evaluationReason } = one.doses[index] ?? {};
  if (!evaluationStatus) return true;
  const all = answer.doses[index]?.evaluations ?? [];
  const own = all.filter(({ group }) => group === one.expected.vaccineGroupNorm);
  // A dose of another group stands in a case because it conflicts; its own group judges it.
  return (own.length > 0 ? own : all).some(
    ({ status, reason, alsoBecause = [] }) =>
      status === evaluationStatus.toLowerCase() &&
      (!evaluationReason || [reason, ...alsoBecause].includes(evaluationReason.toLowerCase())),
  );
}

function isForecastRight({ expected }: Case, group: GroupAnswer): boolean {
  if (group.status !== expected.seriesStatusNorm.toLowerCase()) return false;
  if (group.status !== 'not complete') return true;
  return (
    String(group.doseNumber) === String(expected.forecastNumber) &&
    group.earliest === expected.earliest &&
    group.recommended === expected.recommended &&
    group.pastDue === expected.pastDue
  );
}

const told = ({ seriesType, status, doseNumber, earliest, recommended, pastDue }: GroupAnswer) =>
  `${seriesType} ${status} #${doseNumber} ${earliest} ${recommended} ${pastDue}`;

function compare(cases: readonly Case[], schedule: PreparedSchedule): ReferenceResult {
  const disputed = readReference(DISPUTED);
  const tally = new Tally();
  const apart: string[] = [];
  for (const one of cases) {
    const fault = judge(one, schedule);
    const { seriesStatusNorm, forecastNumber, earliest, recommended, pastDue, vaccineGroupNorm } =
      one.expected;
    const line = `${one.id} ${vaccineGroupNorm}: expected ${seriesStatusNorm.toLowerCase()} #${forecastNumber} ${earliest} ${recommended} ${pastDue}, got ${fault}`;
    if (disputed.includes(`"${one.id}"`))
      apart.push(fault === undefined ? `disputed ${one.id}: right` : `disputed ${line}`);
    else tally.count(fault === undefined, () => line);
  }
  return tally.result(apart);
}

let official: PreparedSchedule | undefined;
function officialSchedule(): PreparedSchedule {
  official ??= prepareSchedule(readRelease(readFileSync(join(referenceFolder, RELEASE)), RELEASE));
  return official;
}

const YEARS = 365.25 * 24 * 3600 * 1000;
const ageOf = ({ dob, assessmentDate }: Case) => (Date.parse(assessmentDate) - Date.parse(dob)) / YEARS;

export const sets: readonly ReferenceSet[] = [
  {
    name: 'immunizations: healthy patients, CDSi 4.64',
    mark: 0.99,
    needs: [CASES, DISPUTED, RELEASE],
    run: () =>
      compare(
        readCases().filter(({ suite }) => suite === 'healthy'),
        officialSchedule(),
      ),
  },
  {
    name: 'immunizations: underlying conditions, CDSi 4.64',
    mark: 0.92,
    needs: [CASES, DISPUTED, RELEASE],
    run: () =>
      compare(
        readCases().filter(({ suite }) => suite === 'underlying-condition'),
        officialSchedule(),
      ),
  },
  {
    name: 'immunizations: healthy patients under 19, built-in schedule',
    mark: 0.97,
    needs: [CASES, DISPUTED],
    run: async () =>
      compare(
        readCases().filter((one) => one.suite === 'healthy' && ageOf(one) < 19),
        prepareSchedule(await builtInSchedule()),
      ),
  },
];
