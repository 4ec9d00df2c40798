/** Illnesses between check-ups, at intervals drawn at random. */
import { addDays } from '@keychart/fhir';
import { instant, monthsOld, onWeekday } from './calendar.ts';
import { prescribe, recordDiagnosis } from './history.ts';
import { orderLab } from './lab.ts';
import { SCENARIOS, type Scenario } from './sick-scenarios.ts';
import type { Day, Story } from './story.ts';
import { type GrowthState, openVisit, signNote, takeVitals, vitalsLine, wordsAbout } from './visit.ts';

export function illnesses(story: Story, growth: GrowthState): Day[] {
  const { chart, joined } = story;
  const { random } = chart;
  const days: Day[] = [];
  let date = addDays(joined, random.int(25, 120));
  while (date < chart.today) {
    const months = monthsOld(chart.birthDate, date);
    const month = Number(date.slice(5, 7));
    const fitting = SCENARIOS.filter(
      (s) => months >= s.ages[0] && months <= s.ages[1] && (s.season?.includes(month) ?? true),
    );
    if (fitting.length > 0) {
      const scenario = random.pick(fitting);
      days.push({ date: onWeekday(date), tell: (on) => tellIllness(story, scenario, growth, on) });
    }
    date = addDays(date, months < 48 ? random.int(90, 230) : random.int(160, 400));
  }
  return days;
}

function tellIllness({ chart, plan }: Story, scenario: Scenario, growth: GrowthState, date: string): void {
  const { random } = chart;
  const visit = openVisit(chart, date, random.int(0, 18) * 20, 'Sick visit', { text: scenario.complaint });
  const [low, high] = scenario.temperature;
  const vitals = takeVitals(visit, growth, {
    full: false,
    temperature: low + random.next() * (high - low),
    ...(scenario.oxygen === undefined ? {} : { oxygen: scenario.oxygen }),
    ...(scenario.pain === undefined ? {} : { pain: scenario.pain }),
  });
  const words: Record<string, string> = { ...wordsAbout(chart, date), days: String(random.int(2, 4)) };
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_, key: string) => words[key] ?? key);
  const diagnosis = recordDiagnosis(
    chart,
    scenario.icd,
    instant(date, visit.start + 19),
    addDays(date, scenario.lasts),
    visit.encounter,
  );
  const planned = scenario.lab === undefined ? [] : orderLab(visit, scenario.lab);
  const allergic =
    Array.isArray(plan.allergies) && plan.allergies.some((allergy) => allergy.rxnorm === '723');
  let drug = scenario.prescribe?.(vitals.weight ?? 10);
  if (drug?.rxnorm === '723' && allergic)
    drug = {
      text: 'Cefdinir 250 mg/5 mL oral suspension',
      rxnorm: '25037',
      sig: `${Math.round(Math.min(600, (vitals.weight ?? 10) * 14) / 25) / 2} mL by mouth once a day for 10 days`,
      days: 10,
    };
  if (drug !== undefined)
    planned.push(
      prescribe(
        chart,
        drug,
        instant(date, visit.start + 21),
        { encounter: visit.encounter, reason: diagnosis },
        addDays(date, drug.days) < chart.today,
      ),
    );
  signNote(visit, {
    title: scenario.complaint,
    subjective: [fill(scenario.history)],
    objective: [vitalsLine(vitals, false), fill(scenario.exam)],
    assessment: [`${scenario.icd[1]}.`],
    plan: [
      ...(drug === undefined ? [] : [`${drug.text}: ${drug.sig}.`]),
      ...scenario.plan.map((line) => `- ${fill(line)}`),
    ],
    assessed: [diagnosis],
    planned,
  });
}
