/** How long-term problems are found, treated and followed. */
import { addDays, type Communication, type Task } from '@keychart/fhir';
import { addMonths, instant, onWeekday } from './calendar.ts';
import type { ChartWriter } from './chart-writer.ts';
import { prescribe, recordCarePlan, recordProblem, refer } from './history.ts';
import { orderLab, type Panel } from './lab.ts';
import { LONG_TERM } from './long-term.ts';
import { bloodCount, leadPanel } from './panels.ts';
import type { Day, Story } from './story.ts';
import { type GrowthState, openVisit, signNote, takeVitals, vitalsLine } from './visit.ts';

export function longTermProblems(story: Story, growth: GrowthState): Day[] {
  const { chart, plan, joined } = story;
  return (plan.longTerm ?? []).flatMap((key) => {
    const course = LONG_TERM[key];
    const onset = addDays(
      addMonths(chart.birthDate, Math.floor(course.fromMonths)),
      key === 'preterm' ? 0 : 21,
    );
    const found = onWeekday(onset > joined ? onset : addDays(joined, 1));
    if (found >= chart.today) return [];
    let problem: { reference: string } | undefined;
    const start: Day = {
      date: found,
      tell: (date) => {
        const over =
          course.resolvedAfterMonths === undefined ? undefined : addMonths(date, course.resolvedAfterMonths);
        problem = recordProblem(
          chart,
          course,
          onset,
          instant(date, 200),
          over !== undefined && over < chart.today ? over : undefined,
        );
        for (const drug of course.medications)
          prescribe(chart, drug, instant(date, 201), { reason: problem }, false);
        if (course.referral !== undefined)
          refer(chart, course.referral, instant(date, 202), problem, addMonths(date, 4) < chart.today);
        if (course.carePlan !== undefined)
          recordCarePlan(chart, course.carePlan, instant(date, 203), problem);
        if (key === 'raised-lead') followLead(chart, date);
      },
    };
    const again: Day[] = [];
    if (course.followUps > 0) {
      const every = Math.round(365 / course.followUps);
      for (
        let date = addDays(found, every);
        date < chart.today;
        date = addDays(date, every + chart.random.int(-15, 15))
      )
        again.push({ date: onWeekday(date), tell: (on) => tellFollowUp(story, key, growth, problem, on) });
    }
    if (key === 'raised-lead')
      again.push(
        ...[30, 120].map((n) =>
          recheckLead(story, growth, onWeekday(addDays(found, n)), n === 30 ? 4.8 : 3.9),
        ),
      );
    if (key === 'iron-deficiency') again.push(recheckBlood(story, growth, onWeekday(addDays(found, 45))));
    return [start, ...again];
  });
}

function tellFollowUp(
  { chart }: Story,
  key: keyof typeof LONG_TERM,
  growth: GrowthState,
  problem: { reference: string } | undefined,
  date: string,
): void {
  const { followUp } = LONG_TERM[key];
  const visit = openVisit(chart, date, chart.random.int(0, 18) * 20, 'Follow-up', {
    text: followUp.complaint,
  });
  const vitals = takeVitals(visit, growth, { full: true, oxygen: key === 'asthma' });
  signNote(visit, {
    title: followUp.complaint,
    subjective: [followUp.history],
    objective: [vitalsLine(vitals, false), followUp.exam],
    assessment: [followUp.assessment],
    plan: followUp.plan.map((line) => `- ${line}`),
    ...(problem === undefined ? {} : { assessed: [problem] }),
  });
}

function followLead(chart: ChartWriter, date: string): void {
  const due = addDays(date, 30);
  chart.add<Task>('nurse', instant(date, 210), {
    resourceType: 'Task',
    status: due < chart.today ? 'completed' : 'requested',
    intent: 'order',
    priority: 'urgent',
    description: 'Venous recheck of a raised blood lead within one month',
    for: chart.subject,
    authoredOn: instant(date, 210),
    restriction: { period: { end: due } },
  } as Omit<Task, 'id'>);
}

function recheckLead(story: Story, growth: GrowthState, date: string, value: number): Day {
  return { date, tell: (on) => recheck(story, growth, on, 'raised-lead', leadPanel(value)) };
}

function recheckBlood(story: Story, growth: GrowthState, date: string): Day {
  return {
    date,
    tell: (on) => recheck(story, growth, on, 'iron-deficiency', bloodCount(story.chart.random, 10.7, 71, 9)),
  };
}

function recheck(
  { chart }: Story,
  growth: GrowthState,
  date: string,
  key: keyof typeof LONG_TERM,
  panel: Panel,
): void {
  const { followUp } = LONG_TERM[key];
  const visit = openVisit(chart, date, chart.random.int(0, 18) * 20, 'Follow-up', {
    text: followUp.complaint,
  });
  const vitals = takeVitals(visit, growth, { full: false });
  const planned = orderLab(visit, panel);
  signNote(visit, {
    title: followUp.complaint,
    subjective: [followUp.history],
    objective: [vitalsLine(vitals, true), followUp.exam],
    assessment: [followUp.assessment],
    plan: followUp.plan,
    planned,
  });
  const answered = onWeekday(addDays(date, (panel.days ?? 0) + 1));
  if (answered >= chart.today) return;
  chart.add<Communication>('nurse', instant(answered, 60), {
    resourceType: 'Communication',
    status: 'completed',
    subject: chart.subject,
    topic: { text: 'Laboratory result' },
    sent: instant(answered, 60),
    sender: { display: chart.staffName('nurse') },
    payload: [
      {
        contentString: `The result of ${panel.analytes[0]!.name.toLowerCase()} is in your record. ${followUp.assessment} We see you as planned.`,
      },
    ],
  } as Omit<Communication, 'id'>);
}
