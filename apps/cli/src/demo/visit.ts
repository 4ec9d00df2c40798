/** One visit: Encounter, vital signs and the signed note. */
import { type VitalKey, vitalObservations } from '@keychart/clinical';
import type { CodeableConcept, Composition, Encounter, Observation, Reference } from '@keychart/fhir';
import { ageInWords, instant, monthsOld } from './calendar.ts';
import type { ChartWriter } from './chart-writer.ts';
import { concept, LOINC, narrative, staffReference, TERM, to } from './coded.ts';
import { type Measures, measuresAt, restingSigns, round } from './growth-model.ts';

export interface Visit {
  chart: ChartWriter;
  date: string;
  /** Minutes after opening. */
  start: number;
  encounter: { reference: string };
}

export interface GrowthState {
  z: { weight: number; height: number; head: number };
  /** Months born too early; growth is counted from term. */
  early: number;
  last?: Measures;
}

export interface Note {
  title: string;
  subjective: string[];
  objective: string[];
  assessment: string[];
  plan: string[];
  assessed?: Reference[];
  planned?: Reference[];
}

/** Opens the visit with its Encounter, by the doctor. */
export function openVisit(
  chart: ChartWriter,
  date: string,
  start: number,
  type: string,
  reason: CodeableConcept,
  minutes = 20,
): Visit {
  const encounter = chart.add<Encounter>('doctor', instant(date, start + minutes), {
    resourceType: 'Encounter',
    status: 'finished',
    class: { system: `${TERM}/v3-ActCode`, code: 'AMB', display: 'ambulatory' },
    type: [{ text: type }],
    subject: chart.subject,
    participant: [{ individual: staffReference(chart.staffName('doctor')) }],
    period: { start: instant(date, start), end: instant(date, start + minutes) },
    reasonCode: [reason],
  } as Omit<Encounter, 'id'>);
  return { chart, date, start, encounter: to('Encounter', encounter.id) };
}

/** Vital signs by the medical assistant. @returns what was measured. */
export function takeVitals(
  visit: Visit,
  growth: GrowthState,
  what: { full: boolean; temperature?: number; oxygen?: boolean; pain?: number },
): Partial<Record<VitalKey, number>> {
  const { chart, date } = visit;
  const { random } = chart;
  const months = monthsOld(chart.birthDate, date);
  const body = grown(chart, months, growth);
  const resting = restingSigns(months);
  const fever = Math.max(0, (what.temperature ?? 36.8) - 37.2);
  const values: Partial<Record<VitalKey, number>> = { weight: body.weight };
  if (what.full) {
    values.height = body.height;
    if (months <= 24 && body.head !== undefined) values.head = body.head;
    if (months >= 24) values.bmi = round(body.weight / (body.height / 100) ** 2, 1);
  }
  values.temperature = round(what.temperature ?? 36.7 + random.normal() * 0.2, 1);
  values.heartRate = Math.round(resting.heartRate + fever * 12 + random.normal() * 6);
  values.respirations = Math.round(resting.respirations + fever * 2 + random.normal() * 2);
  if (what.full && months >= 36) {
    values.systolic = Math.round(resting.systolic + growth.z.weight * 3 + random.normal() * 5);
    values.diastolic = Math.round(resting.diastolic + random.normal() * 4);
  }
  if (what.oxygen === true) values.oxygen = random.int(96, 99);
  if (what.pain !== undefined && months >= 48) values.pain = what.pain;
  for (const observation of vitalObservations({
    subject: chart.subject.reference,
    at: instant(date, visit.start + 4),
    values,
  }))
    chart.add<Observation>('assistant', instant(date, visit.start + 5), {
      ...observation,
      encounter: visit.encounter,
    });
  return values;
}

/** Keeps to the child's own percentiles, a little noise apart; nobody shrinks, and infants do not lose weight. */
function grown(chart: ChartWriter, months: number, growth: GrowthState): Measures {
  const { random } = chart;
  const corrected = Math.max(0, months - (months < 24 ? growth.early : 0));
  const z = {
    weight: growth.z.weight + random.normal() * 0.1,
    height: growth.z.height + random.normal() * 0.06,
    head: growth.z.head + random.normal() * 0.08,
  };
  const now = measuresAt(chart.sex, corrected, z);
  const last = growth.last;
  if (last !== undefined) {
    now.height = Math.max(now.height, last.height);
    if (months < 30) now.weight = Math.max(now.weight, round(last.weight * 1.004, 2));
    if (now.head !== undefined && last.head !== undefined) now.head = Math.max(now.head, last.head);
  }
  growth.last = now;
  return now;
}

const SECTIONS = [
  ['subjective', 'Subjective', '61150-9', 'Subjective narrative'],
  ['objective', 'Objective', '61149-1', 'Objective narrative'],
  ['assessment', 'Assessment', '51848-0', 'Evaluation note'],
  ['plan', 'Plan', '18776-5', 'Plan of care note'],
] as const;

/** The note, signed by the doctor at the end of the visit. */
export function signNote(
  visit: Visit,
  note: Note,
  options: { confidential?: boolean; minutes?: number } = {},
): void {
  const { chart } = visit;
  const at = instant(visit.date, visit.start + (options.minutes ?? 24));
  const author = staffReference(chart.staffName('doctor'));
  const entries: Record<string, Reference[] | undefined> = { assessment: note.assessed, plan: note.planned };
  chart.add<Composition>(
    'doctor',
    at,
    {
      resourceType: 'Composition',
      status: 'final',
      type: concept(LOINC, '11506-3', 'Progress note'),
      subject: chart.subject,
      encounter: visit.encounter,
      date: at,
      author: [author],
      title: note.title,
      attester: [{ mode: 'legal', time: at, party: author }],
      section: SECTIONS.map(([key, title, code, display]) => ({
        title,
        code: concept(LOINC, code, display, title),
        text: narrative(note[key]),
        ...(entries[key] === undefined || entries[key].length === 0 ? {} : { entry: entries[key] }),
      })),
    },
    options,
  );
}

/** `Weight 8.42 kg, length 68.1 cm, …` for the objective section. */
export function vitalsLine(values: Partial<Record<VitalKey, number>>, infant: boolean): string {
  const parts = [
    values.weight === undefined ? '' : `weight ${values.weight} kg`,
    values.height === undefined ? '' : `${infant ? 'length' : 'height'} ${values.height} cm`,
    values.head === undefined ? '' : `head ${values.head} cm`,
    values.temperature === undefined ? '' : `temperature ${values.temperature} °C`,
    values.heartRate === undefined ? '' : `heart rate ${values.heartRate}/min`,
    values.systolic === undefined ? '' : `blood pressure ${values.systolic}/${values.diastolic} mmHg`,
    values.oxygen === undefined ? '' : `SpO₂ ${values.oxygen} %`,
  ].filter((part) => part !== '');
  const text = parts.join(', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** The words a note needs about the child. */
export function wordsAbout(
  chart: ChartWriter,
  date: string,
): { name: string; age: string; he: string; his: string } {
  const given = chart.patient.name?.[0]?.given?.[0] ?? 'The child';
  const male = chart.sex === 'male';
  return {
    name: given,
    age: ageInWords(chart.birthDate, date),
    he: male ? 'he' : 'she',
    his: male ? 'his' : 'her',
  };
}
