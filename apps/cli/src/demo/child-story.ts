/** Tells one child's years at the practice, in order: registration, check-ups, illnesses, problems, what comes next. */
import { type Appointment, addDays } from '@keychart/fhir';
import { addMonths, instant, monthsOld, onWeekday } from './calendar.ts';
import { checkUps } from './check-ups.ts';
import { concept, ICD10 } from './coded.ts';
import { recordAllergies, recordFamilyHistory } from './history.ts';
import { illnesses } from './illnesses.ts';
import { giveVaccine, recordHistoricalVaccine, recordRefusal } from './immunize.ts';
import { longTermProblems } from './long-term-story.ts';
import type { Day, Story } from './story.ts';
import { influenza, ROUTINE, type Vaccine } from './vaccines.ts';
import { type GrowthState, openVisit } from './visit.ts';
import { CHECK_UPS } from './well-child.ts';

/** Fills the chart. Everything told lies before today, but the next appointment. */
export function tellStory(story: Story): void {
  const { chart, plan } = story;
  const { random } = chart;
  const drawn = plan.growth ?? { weight: random.normal() * 0.7, height: random.normal() * 0.7 };
  const growth: GrowthState = {
    z: { ...drawn, head: random.normal() * 0.5 },
    early: plan.longTerm?.includes('preterm') ? 1.15 : 0,
  };
  const given = new Set<Vaccine>();
  takeOver(story, given);
  const days: Day[] = [
    ...checkUps(story, growth, given),
    ...illnesses(story, growth),
    ...longTermProblems(story, growth),
    ...autumnVaccines(story),
  ];
  let last = '';
  for (const day of days.sort((a, b) => (a.date < b.date ? -1 : 1))) {
    // One visit a day; what falls on the same day moves on.
    const date = day.date > last ? day.date : onWeekday(addDays(last, 1));
    if (date >= chart.today) continue;
    last = date;
    day.tell(date);
  }
  planNext(story);
  chart.records.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Registration day: what is asked once, and the immunizations of earlier years. */
function takeOver({ chart, plan, joined }: Story, given: Set<Vaccine>): void {
  const at = instant(joined, 6);
  recordAllergies(chart, plan.allergies, at);
  if (plan.allergies !== 'not-asked') recordFamilyHistory(chart, at);
  for (const vaccine of ROUTINE) {
    const day = addDays(
      addMonths(chart.birthDate, Math.floor(vaccine.fromMonths)),
      vaccine.fromMonths < 1 ? 0 : chart.random.int(0, 20),
    );
    if (day >= joined) continue;
    given.add(vaccine);
    recordHistoricalVaccine(chart, vaccine, day, at);
  }
}

/** Influenza vaccine each autumn from six months on. */
function autumnVaccines({ chart, plan, joined }: Story): Day[] {
  const days: Day[] = [];
  for (let year = Number(joined.slice(0, 4)); year <= Number(chart.today.slice(0, 4)); year++) {
    const date = onWeekday(addDays(`${year}-09-20`, chart.random.int(0, 60)));
    if (date <= joined || monthsOld(chart.birthDate, date) < 6) continue;
    if (plan.declines !== 'Influenza' && chart.random.chance(0.2)) continue;
    days.push({
      date,
      tell: (on) => {
        const vaccine = influenza(year);
        if (plan.declines === 'Influenza') return recordRefusal(chart, vaccine, instant(on, 120));
        const visit = openVisit(
          chart,
          on,
          120,
          'Nurse visit',
          concept(ICD10, 'Z23', 'Encounter for immunization'),
          10,
        );
        giveVaccine(chart, vaccine, instant(on, 126), visit.encounter);
      },
    });
  }
  return days;
}

/** The next appointment, and a message about it. */
function planNext({ chart, joined }: Story): void {
  const months = monthsOld(chart.birthDate, chart.today);
  const next = CHECK_UPS.find((checkUp) => checkUp.months > months) ?? {
    title: 'Well-child visit',
    months: months + 6,
  };
  const due = addMonths(chart.birthDate, Math.ceil(next.months));
  // Far check-ups are not booked yet: those families come for something nearer.
  const soon = onWeekday(addDays(chart.today, chart.random.int(2, 40)));
  const near = due <= addDays(chart.today, 100) && due > chart.today;
  const date = near ? onWeekday(due) : soon;
  const booked = onWeekday(addDays(chart.today, -chart.random.int(3, 9)));
  // A newborn's family books on the way out of the first visit.
  const at = booked > joined ? instant(booked, 45) : instant(joined, 240);
  const start = chart.random.int(0, 18) * 20;
  if (at.slice(0, 10) >= chart.today) return;
  chart.add<Appointment>('frontdesk', at, {
    resourceType: 'Appointment',
    status: 'booked',
    description: near ? next.title : 'Follow-up',
    start: instant(date, start),
    end: instant(date, start + 20),
    minutesDuration: 20,
    created: at,
    participant: [
      { actor: chart.subject, required: 'required', status: 'accepted' },
      { actor: { display: chart.staffName('doctor') }, required: 'required', status: 'accepted' },
    ],
  } as Omit<Appointment, 'id'>);
}
