/** Check-ups: vital signs, vaccines, screening, laboratory tests and the note; for some, a confidential part. */
import { addDays, type Observation } from '@keychart/fhir';
import { addMonths, instant, monthsOld, onWeekday } from './calendar.ts';
import type { ChildPlan } from './child-plan.ts';
import { coding, concept, ICD10, LOINC, quantity, TERM } from './coded.ts';
import { giveVaccine, recordRefusal } from './immunize.ts';
import { orderLab, type Panel } from './lab.ts';
import { bilirubinPanel, hemoglobinPanel, leadPanel, lipidPanel, metabolicPanel } from './panels.ts';
import type { Day, Story } from './story.ts';
import { ROUTINE, type Vaccine } from './vaccines.ts';
import {
  type GrowthState,
  openVisit,
  signNote,
  takeVitals,
  type Visit,
  vitalsLine,
  wordsAbout,
} from './visit.ts';
import { CHECK_UPS, type WellChild } from './well-child.ts';

export function checkUps(story: Story, growth: GrowthState, given: Set<Vaccine>): Day[] {
  const { chart, joined } = story;
  return CHECK_UPS.map((checkUp) => {
    const due = addMonths(chart.birthDate, Math.floor(checkUp.months));
    const late =
      checkUp.months < 1 ? 3 : checkUp.months < 36 ? chart.random.int(0, 9) : chart.random.int(0, 35);
    const date = onWeekday(addDays(due, late));
    return { date, tell: (on: string) => tellCheckUp(story, checkUp, growth, given, on) };
  }).filter((day) => day.date > joined || (day.date === joined && monthsOld(chart.birthDate, joined) < 1));
}

function tellCheckUp(
  { chart, plan }: Story,
  checkUp: WellChild,
  growth: GrowthState,
  given: Set<Vaccine>,
  date: string,
): void {
  const months = monthsOld(chart.birthDate, date);
  const reason =
    months < 1
      ? concept(ICD10, 'Z00.110', 'Health examination for newborn under 8 days old')
      : concept(ICD10, 'Z00.129', 'Encounter for routine child health examination without abnormal findings');
  const visit = openVisit(chart, date, chart.random.int(0, 18) * 20, checkUp.title, reason, 30);
  const vitals = takeVitals(visit, growth, { full: true });
  const words = wordsAbout(chart, date);
  const planned = checkUpLabs(visit, plan, months).flatMap((panel) => orderLab(visit, panel));
  const due = ROUTINE.filter((vaccine) => !given.has(vaccine) && vaccine.fromMonths <= months + 0.2);
  for (const vaccine of due) {
    given.add(vaccine);
    if (plan.declines === vaccine.series) recordRefusal(chart, vaccine, instant(date, visit.start + 26));
    else giveVaccine(chart, vaccine, instant(date, visit.start + 26), visit.encounter);
  }
  if (months >= 144) screenMood(visit, false);
  signNote(
    visit,
    {
      title: checkUp.title,
      subjective: [
        `${words.name} is a ${words.age} ${chart.sex === 'male' ? 'boy' : 'girl'} here for a check-up. No concerns today.`,
        ...checkUp.development,
      ],
      objective: [
        vitalsLine(vitals, months < 24),
        'Well appearing. Heart, lungs, abdomen, hips and skin normal. Growth follows the curve.',
      ],
      assessment: [`Healthy ${words.age}, growth and development as expected.`],
      plan: [
        due.length === 0
          ? 'No vaccines due today.'
          : `Vaccines today: ${due.map((vaccine) => vaccine.series).join(', ')}.`,
        ...checkUp.advice.map((line) => `- ${line}`),
      ],
      planned,
    },
    { minutes: 32 },
  );
  if (plan.confidential === true && months >= 156) confidentialPart(visit);
}

function checkUpLabs(visit: Visit, plan: ChildPlan, months: number): Panel[] {
  const { random } = visit.chart;
  const problems = plan.longTerm ?? [];
  if (months < 1) return [bilirubinPanel(random.int(70, 110) / 10)];
  if (months >= 12 && months < 13.5) {
    const anemic = problems.includes('iron-deficiency');
    return [
      leadPanel(problems.includes('raised-lead') ? 6.2 : random.int(5, 18) / 10),
      hemoglobinPanel(anemic ? 10.1 : 11.4 + random.int(0, 14) / 10),
    ];
  }
  if (months >= 24 && months < 25.5)
    return [leadPanel(problems.includes('raised-lead') ? 2.9 : random.int(5, 15) / 10)];
  if (months >= 120 && months < 123) return [lipidPanel(random, problems.includes('obesity'))];
  if (problems.includes('obesity') && months >= 132)
    return [lipidPanel(random, true), metabolicPanel(random)];
  return [];
}

/** PHQ-2 (and PHQ-9 in the confidential part): total scores only. */
function screenMood(visit: Visit, full: boolean): void {
  const { chart } = visit;
  const at = instant(visit.date, visit.start + 8);
  const [code, name, score] = full
    ? ([
        '44261-6',
        'Patient Health Questionnaire 9 item (PHQ-9) total score [Reported]',
        chart.random.int(3, 11),
      ] as const)
    : ([
        '55758-7',
        'Patient Health Questionnaire 2 item (PHQ-2) total score [Reported]',
        chart.random.int(0, 2),
      ] as const);
  chart.add<Observation>(
    'nurse',
    at,
    {
      resourceType: 'Observation',
      status: 'final',
      category: [{ coding: [coding(`${TERM}/observation-category`, 'survey', 'Survey')] }],
      code: concept(LOINC, code, name, full ? 'PHQ-9 score' : 'PHQ-2 score'),
      subject: chart.subject,
      encounter: visit.encounter,
      effectiveDateTime: at,
      valueQuantity: quantity(score, '{score}', 'score'),
    },
    { confidential: full },
  );
}

/** Time alone with the doctor: guardians never see this part. */
function confidentialPart(visit: Visit): void {
  screenMood(visit, true);
  const words = wordsAbout(visit.chart, visit.date);
  signNote(
    visit,
    {
      title: 'Confidential part of the visit',
      subjective: [
        `Seen alone. ${words.name} feels under pressure at school and sleeps badly on some nights. Safe at home.`,
        'No use of tobacco, alcohol or drugs reported.',
      ],
      objective: ['Calm, open, good eye contact.'],
      assessment: ['Stress with low mood on some days; no thoughts of self-harm.'],
      plan: [
        `Asked that this stays confidential; ${words.he} agrees to a call in four weeks.`,
        'Crisis line number given.',
      ],
    },
    { confidential: true, minutes: 34 },
  );
}
