/** From the plain request to a patient the engine can work on; what cannot be worked on is answered with the field's name. */
import { type InputProblem, inputProblem, isInputProblem } from '../input-problem.ts';
import { type Day, daysInMonth, parseDay } from './calendar-date.ts';
import { type GivenDose, type PatientCase, patientCase } from './patient-case.ts';
import type { PreparedSchedule } from './prepared-schedule.ts';
import { vaccineProduct } from './vaccine-products.ts';

/** One dose of the request. */
export interface RequestDose {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** CVX code, `8` and `08` alike. */
  readonly cvx: string;
  /** MVX code of the maker. */
  readonly mvx?: string;
  /** Written down, not judged. */
  readonly lot?: string;
  /** Last day the lot was good: `YYYY-MM-DD` or `YYYY-MM`. */
  readonly lotExpiration?: string;
  /** Recalled, spoiled, half given: known not to count. */
  readonly recall?: boolean;
}

export interface ImmunizationRequest {
  readonly id?: string;
  readonly dob: string;
  /** F, M or U; FHIR's words are read too. */
  readonly gender: string;
  readonly assessmentDate: string;
  readonly doses: readonly RequestDose[];
  /** CDSi observation codes, with the date where it matters. */
  readonly observations?: readonly (string | { readonly code: string; readonly date?: string })[];
  /** ISO country of birth; `US` unless said otherwise. */
  readonly birthCountry?: string;
}

const GENDERS: Readonly<Record<string, PatientCase['gender']>> = {
  f: 'F',
  female: 'F',
  m: 'M',
  male: 'M',
  u: 'U',
  x: 'U',
  unknown: 'U',
  other: 'U',
};

/** In days, as elsewhere in the engine: nobody has lived longer. */
const OLDEST = 45_000;
/** CVX codes that say that nobody knows the vaccine, or that none was given: nothing that could be judged. */
const NO_VACCINE: Readonly<Record<string, string>> = {
  '998': 'says that no vaccine was given; leave the dose out',
  '999': 'says that the vaccine is unknown; find out which it was, or leave the dose out',
};

const isAbsent = (value: unknown): boolean => value === undefined || value === null;

/** Why no forecast can be made from a dose with that CVX code; undefined when one can. */
export const noVaccine = (cvx: string): string | undefined => NO_VACCINE[cvx];

export function readRequest(
  request: Readonly<Record<string, unknown>>,
  schedule: PreparedSchedule,
): PatientCase | InputProblem {
  const birth = readDay(request.dob, 'dob');
  if (typeof birth !== 'number') return birth;
  const gender =
    typeof request.gender === 'string' ? GENDERS[request.gender.trim().toLowerCase()] : undefined;
  if (gender === undefined)
    return inputProblem(
      'gender',
      `${isAbsent(request.gender) ? 'is missing; expected' : 'is not'} F, M or U`,
    );
  const assessment = readDay(request.assessmentDate, 'assessmentDate');
  if (typeof assessment !== 'number') return assessment;
  if (assessment < birth) return inputProblem('assessmentDate', 'is before the date of birth');
  if (assessment - birth > OLDEST)
    return inputProblem('dob', 'is more than 123 years before the assessment date');
  const doses = readDoses(request.doses, { birth, assessment, schedule });
  if (isInputProblem(doses)) return doses;
  const observations = readObservations(request.observations, schedule);
  if (isInputProblem(observations)) return observations;
  if (request.birthCountry !== undefined && typeof request.birthCountry !== 'string')
    return inputProblem('birthCountry', 'is not a country code');
  return patientCase({
    birth,
    gender,
    country: (request.birthCountry ?? 'US').toUpperCase(),
    assessment,
    doses,
    observations,
  });
}

function readDay(value: unknown, field: string): Day | InputProblem {
  if (value === undefined || value === null || value === '') return inputProblem(field, 'is missing');
  const day = typeof value === 'string' ? parseDay(value) : undefined;
  return day ?? inputProblem(field, 'is not a date written YYYY-MM-DD');
}

interface Bounds {
  readonly birth: Day;
  readonly assessment: Day;
  readonly schedule: PreparedSchedule;
}

function readDoses(value: unknown, bounds: Bounds): readonly GivenDose[] | InputProblem {
  if (!Array.isArray(value)) return inputProblem('doses', 'is not a list');
  const doses: GivenDose[] = [];
  for (const [index, each] of value.entries()) {
    const dose = readDose(each, index, bounds);
    if (isInputProblem(dose)) return dose;
    doses.push(dose);
  }
  return doses;
}

function readDose(
  value: unknown,
  index: number,
  { birth, assessment, schedule }: Bounds,
): GivenDose | InputProblem {
  const field = `doses[${index}]`;
  if (typeof value !== 'object' || value === null) return inputProblem(field, 'is not a dose');
  const { date, cvx, mvx, lotExpiration, recall } = value as Readonly<Record<string, unknown>>;
  const day = readDay(date, `${field}.date`);
  if (typeof day !== 'number') return day;
  if (day < birth) return inputProblem(`${field}.date`, 'is before the date of birth');
  if (day > assessment) return inputProblem(`${field}.date`, 'is after the assessment date');
  const code = readCode(cvx);
  if (code === undefined)
    return inputProblem(`${field}.cvx`, isAbsent(cvx) ? 'is missing' : 'is not a CVX code');
  const nothing = noVaccine(code);
  if (nothing !== undefined) return inputProblem(`${field}.cvx`, `${code} ${nothing}`);
  if (!schedule.vaccines.has(code) && vaccineProduct(code) === undefined)
    return inputProblem(`${field}.cvx`, `${code} is not a CVX code known here`);
  if (mvx !== undefined && mvx !== null && typeof mvx !== 'string')
    return inputProblem(`${field}.mvx`, 'is not an MVX code');
  if (recall !== undefined && recall !== null && typeof recall !== 'boolean')
    return inputProblem(`${field}.recall`, 'is not true or false');
  const lastGood = readExpiration(lotExpiration, `${field}.lotExpiration`);
  if (lastGood !== undefined && typeof lastGood !== 'number') return lastGood;
  return {
    index,
    day,
    cvx: code,
    mvx: typeof mvx === 'string' && mvx !== '' ? mvx.toUpperCase() : undefined,
    isSubstandard: recall === true || (lastGood !== undefined && day > lastGood),
  };
}

function readCode(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && /^\d{1,3}$/.test(text.trim())
    ? String(Number(text)).padStart(2, '0')
    : undefined;
}

/** CALCDTLOTEXP-1: without a day, the last of the month. */
function readExpiration(value: unknown, field: string): Day | undefined | InputProblem {
  if (value === undefined || value === null || value === '') return undefined;
  const month = typeof value === 'string' ? /^(\d{4})-(0[1-9]|1[0-2])$/.exec(value) : null;
  if (month === null) return readDay(value, field);
  const [year, number] = [Number(month[1]), Number(month[2])];
  return readDay(`${month[1]}-${month[2]}-${daysInMonth(year, number)}`, field);
}

function readObservations(
  value: unknown,
  schedule: PreparedSchedule,
): ReadonlyMap<string, Day | undefined> | InputProblem {
  if (value === undefined || value === null) return new Map();
  if (!Array.isArray(value)) return inputProblem('observations', 'is not a list');
  const found = new Map<string, Day | undefined>();
  for (const [index, each] of value.entries()) {
    const field = `observations[${index}]`;
    const { code, date } =
      typeof each === 'object' && each !== null
        ? (each as { code?: unknown; date?: unknown })
        : { code: each, date: undefined };
    const text = typeof code === 'number' || typeof code === 'string' ? String(code).padStart(3, '0') : '';
    if (!Object.hasOwn(schedule.observations, text))
      return inputProblem(field, `${text === '' ? 'it' : text} is not an observation code of the schedule`);
    const day = date === undefined || date === null ? undefined : readDay(date, `${field}.date`);
    if (day !== undefined && typeof day !== 'number') return day;
    // The most recent of several counts (CALCDTINT-9); one dated later than the assessment may be expected (a due date).
    const known = found.get(text);
    found.set(text, known !== undefined && (day === undefined || known > day) ? known : day);
  }
  return found;
}
