/**
 * The forecast for a FHIR R4 Patient with Immunizations, Conditions and Observations. Takes what the record says and nothing
 * more: what cannot be read for certain is handed back for a person.
 */
import type { Condition, Immunization, Observation, Patient } from '@keychart/fhir';
import type { InputProblem } from '../input-problem.ts';
import { forecastImmunizations, type ImmunizationAnswer } from './forecast-immunizations.ts';
import type { PreparedSchedule } from './prepared-schedule.ts';
import { type ImmunizationRequest, noVaccine, type RequestDose } from './read-request.ts';

export interface ImmunizationRecord {
  readonly patient: Patient;
  readonly immunizations: readonly Immunization[];
  readonly conditions?: readonly Condition[];
  readonly observations?: readonly Observation[];
  /** `YYYY-MM-DD`: the day the forecast is for. */
  readonly assessmentDate: string;
}

export interface RecordForecast {
  readonly answer: ImmunizationAnswer | InputProblem;
  /** Each resource that was left out although it may matter, and why. */
  readonly leftOut: readonly { readonly reference: string; readonly reason: string }[];
}

/** @returns the forecast; its problem, if any, names a field of the request the record was read into (`dob`, `doses[2].cvx`). */
export function forecastRecord(record: ImmunizationRecord, schedule: PreparedSchedule): RecordForecast {
  const { request, leftOut } = readRecord(record, schedule);
  return { answer: forecastImmunizations({ ...request }, schedule), leftOut };
}

interface ReadRecord extends Pick<RecordForecast, 'leftOut'> {
  readonly request: Partial<ImmunizationRequest>;
}

const CVX = 'http://hl7.org/fhir/sid/cvx';
const MVX = 'http://hl7.org/fhir/sid/mvx';
const SYSTEMS: Readonly<Record<string, string>> = {
  'http://snomed.info/sct': 'SNOMED',
  'urn:oid:2.16.840.1.114222.4.5.274': 'CDCPHINVS',
};
const GENDERS: Readonly<Record<string, string>> = { male: 'M', female: 'F', other: 'U', unknown: 'U' };

function readRecord(record: ImmunizationRecord, schedule: PreparedSchedule): ReadRecord {
  const { patient, immunizations, assessmentDate } = record;
  const leftOut: { reference: string; reason: string }[] = [];
  const doses: RequestDose[] = [];
  for (const immunization of immunizations) {
    if (immunization.status !== 'completed') continue;
    const dose = readDose(immunization);
    if (typeof dose === 'string')
      leftOut.push({ reference: `Immunization/${immunization.id ?? ''}`, reason: dose });
    else doses.push(dose);
  }
  const codes = codesOf(schedule);
  const observations: { code: string; date?: string }[] = [];
  const immunity = new Set(schedule.antigens.flatMap(({ immunityObservations }) => immunityObservations));
  for (const fact of [
    ...conditionFacts(record.conditions ?? []),
    ...soundObservations(record.observations ?? []),
  ]) {
    const found = observationCodes(fact.code, codes).filter((code) => fact.isActive || immunity.has(code));
    if (found.length === 1 && found[0])
      observations.push({ code: found[0], ...(fact.date === undefined ? {} : { date: fact.date }) });
    else if (found.length > 1)
      leftOut.push({
        reference: fact.reference,
        reason: `may mean observation ${found.join(', ')} of the schedule`,
      });
  }
  return {
    request: {
      ...(patient.id === undefined ? {} : { id: patient.id }),
      ...(patient.birthDate === undefined ? {} : { dob: patient.birthDate }),
      ...(patient.gender === undefined ? {} : { gender: GENDERS[patient.gender] ?? 'U' }),
      assessmentDate,
      doses,
      observations,
    },
    leftOut,
  };
}

function readDose(immunization: Immunization): RequestDose | string {
  const cvx = immunization.vaccineCode?.coding?.find(({ system }) => system === CVX)?.code;
  if (cvx === undefined) return 'carries no CVX code';
  const nothing = noVaccine(cvx);
  if (nothing !== undefined) return `CVX ${cvx} ${nothing}`;
  const date = immunization.occurrenceDateTime?.slice(0, 10);
  if (date === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return 'has no full date';
  const mvx = immunization.manufacturer?.identifier;
  return {
    date,
    cvx,
    ...(mvx?.system === MVX && mvx.value !== undefined ? { mvx: mvx.value } : {}),
    ...(immunization.lotNumber === undefined ? {} : { lot: immunization.lotNumber }),
    ...(immunization.expirationDate === undefined ? {} : { lotExpiration: immunization.expirationDate }),
    ...(immunization.isSubpotent === true ? { recall: true } : {}),
  };
}

interface Fact {
  readonly reference: string;
  readonly code: Condition['code'];
  readonly date: string | undefined;
  readonly isActive: boolean;
}

const day = (text: string | undefined) =>
  text !== undefined && text.length >= 10 ? text.slice(0, 10) : undefined;
const hasCode = (concept: Condition['clinicalStatus'], codes: readonly string[]) =>
  concept?.coding?.some(({ code }) => code !== undefined && codes.includes(code)) === true;

/** Refuted and mistaken ones are no facts; those that are over still prove immunity, but neither indicate nor forbid. */
const conditionFacts = (conditions: readonly Condition[]): Fact[] =>
  conditions
    .filter(({ verificationStatus }) => !hasCode(verificationStatus, ['refuted', 'entered-in-error']))
    .map(({ id, code, onsetDateTime, recordedDate, clinicalStatus }) => ({
      reference: `Condition/${id ?? ''}`,
      code,
      date: day(onsetDateTime ?? recordedDate),
      isActive: !hasCode(clinicalStatus, ['inactive', 'resolved', 'remission']),
    }));

const SOUND = ['final', 'amended', 'corrected', 'preliminary'];
const soundObservations = (observations: readonly Observation[]): Fact[] =>
  observations
    .filter(({ status }) => SOUND.includes(status))
    .map(({ id, code, valueCodeableConcept, effectiveDateTime }) => ({
      reference: `Observation/${id ?? ''}`,
      code: valueCodeableConcept ?? code,
      date: day(effectiveDateTime),
      isActive: true,
    }));

function codesOf({ observations }: PreparedSchedule): ReadonlyMap<string, readonly string[]> {
  const codes = new Map<string, string[]>();
  for (const [observation, { codings = [] }] of Object.entries(observations))
    for (const coding of codings) codes.set(coding, [...(codes.get(coding) ?? []), observation]);
  return codes;
}

function observationCodes(
  concept: Condition['code'],
  codes: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const found = (concept?.coding ?? []).flatMap(({ system = '', code = '' }) => [
    ...(system === 'urn:cdsi:observation' ? [code] : []),
    ...(codes.get(`${SYSTEMS[system] ?? ''}|${code}`) ?? []),
  ]);
  return [...new Set(found)].sort();
}
