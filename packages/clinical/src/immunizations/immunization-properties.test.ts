/** Laws any forecast keeps, over the built-in schedule and histories nobody planned. A failure prints its seed. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { isInputProblem } from '../input-problem.ts';
import { builtInSchedule } from './built-in/built-in-schedule.ts';
import { addPeriod, type Day, formatDay, parseDay, parsePeriod } from './calendar-date.ts';
import { forecastAntigen } from './forecast-antigen.ts';
import { forecastImmunizations, type ImmunizationAnswer } from './forecast-immunizations.ts';
import { dosesByAntigen } from './patient-case.ts';
import { type PreparedSchedule, prepareSchedule } from './prepared-schedule.ts';
import { readRequest } from './read-request.ts';

let schedule: PreparedSchedule;
beforeAll(async () => {
  schedule = prepareSchedule(await builtInSchedule());
});

const CODES = [
  '08',
  '20',
  '110',
  '146',
  '120',
  '10',
  '48',
  '49',
  '116',
  '119',
  '216',
  '133',
  '03',
  '94',
  '21',
  '83',
];
const OLDER = ['115', '113', '165', '136', '114', '162', '163', '140', '111', '33', '309', '312'];

interface Child {
  readonly birth: Day;
  readonly gender: string;
  readonly ageDays: number;
  readonly doses: readonly { readonly at: number; readonly cvx: string }[];
}

const child = (): fc.Arbitrary<Child> =>
  fc.record({
    // Births around 29 February among them.
    birth: fc.oneof(
      fc.integer({ min: 14_000, max: 20_000 }),
      fc.constantFrom(15_399, 16_860, 18_321, 19_782),
    ),
    gender: fc.constantFrom('F', 'M', 'U'),
    ageDays: fc.integer({ min: 0, max: 19 * 365 }),
    doses: fc.array(
      fc.record({
        at: fc.oneof(
          fc.double({ min: 0, max: 1, noNaN: true }),
          fc.constantFrom(0.01, 0.02, 0.03, 0.05, 0.08, 0.1, 0.25, 0.6),
        ),
        cvx: fc.constantFrom(...CODES, ...OLDER),
      }),
      { maxLength: 14 },
    ),
  });

const request = ({ birth, gender, ageDays, doses }: Child) => ({
  dob: formatDay(birth),
  gender,
  assessmentDate: formatDay(birth + ageDays),
  doses: doses.map(({ at, cvx }) => ({ date: formatDay(birth + Math.floor(at * ageDays)), cvx })),
});

const forecast = (asked: ReturnType<typeof request>): ImmunizationAnswer => {
  const answer = forecastImmunizations(asked, schedule);
  if (isInputProblem(answer)) throw new Error(JSON.stringify(answer));
  return answer;
};

describe('any history', () => {
  it('is forecast no earlier than the minimum age of the dose, nor before the last dose of the antigen', () => {
    fc.assert(
      fc.property(child(), (one) => {
        const patient = readRequest(request(one), schedule);
        if (isInputProblem(patient)) throw new Error(JSON.stringify(patient));
        const doses = dosesByAntigen(patient, schedule);
        for (const antigen of schedule.antigens) {
          const own = doses.get(antigen.name) ?? [];
          for (const { forecast: found } of forecastAntigen(antigen, own, patient, schedule).best) {
            if (!found.dates || !found.target) continue;
            const minimum = found.target.rule.ages[0]?.minimum;
            if (minimum) expect(found.dates.earliest).toBeGreaterThanOrEqual(patient.atAge(minimum));
            expect(found.dates.earliest).toBeGreaterThanOrEqual(patient.birth);
            expect(found.dates.recommended).toBeGreaterThanOrEqual(found.dates.earliest);
            if (found.dates.pastDue !== undefined)
              expect(found.dates.pastDue).toBeGreaterThanOrEqual(found.dates.earliest);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same answer in whatever order the doses are written', () => {
    fc.assert(
      fc.property(child(), fc.integer({ min: 1, max: 13 }), (one, turn) => {
        const asked = request(one);
        const turned = [...asked.doses.slice(turn), ...asked.doses.slice(0, turn)].reverse();
        const [a, b] = [forecast(asked), forecast({ ...asked, doses: turned })];
        expect(b.groups).toEqual(a.groups);
        const sorted = ({ doses }: ImmunizationAnswer) => doses.map((dose) => JSON.stringify(dose)).sort();
        expect(sorted(b)).toEqual(sorted(a));
      }),
      { numRuns: 150 },
    );
  });

  it('is never less complete in a group for one more dose that is valid for all it carries', () => {
    fc.assert(
      fc.property(child(), fc.constantFrom(...CODES, ...OLDER), (one, cvx) => {
        const asked = request(one);
        const before = forecast(asked);
        const after = forecast({ ...asked, doses: [...asked.doses, { date: asked.assessmentDate, cvx }] });
        const added = after.doses.at(-1)?.evaluations ?? [];
        if (added.length === 0 || added.some(({ status }) => status !== 'valid')) return;
        for (const group of before.groups) {
          if (!added.some((each) => each.group === group.group)) continue;
          const same = after.groups.filter((each) => each.group === group.group);
          if (group.status === 'complete') expect(same.map(({ status }) => status)).toContain('complete');
          const onward = same.find(({ series }) => series.join() === group.series.join());
          if (group.status === 'not complete' && onward?.status === 'not complete')
            expect(onward.doseNumber).toBeGreaterThanOrEqual(group.doseNumber ?? 1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('of a child born on 29 February counts birthdays on 1 March of common years', () => {
    const answer = forecast({ dob: '2024-02-29', gender: 'F', assessmentDate: '2024-02-29', doses: [] });
    const mmr = answer.groups.find(({ group }) => group === 'MMR');
    expect(mmr).toMatchObject({ earliest: '2025-03-01', recommended: '2025-03-01' });
    const hepA = answer.groups.find(({ group }) => group === 'HepA');
    expect(hepA?.earliest).toBe(formatDay(addPeriod(parseDay('2024-02-29')!, parsePeriod('12m'))));
  });

  it('does not start rotavirus at 15 weeks or later', () => {
    const rotavirus = (assessmentDate: string) =>
      forecast({ dob: '2026-01-01', gender: 'M', assessmentDate, doses: [] }).groups.find(
        ({ group }) => group === 'Rotavirus',
      )?.status;
    expect(rotavirus('2026-04-15')).toBe('not complete');
    expect(rotavirus('2026-04-16')).toBe('aged out');
    expect(rotavirus('2026-07-01')).toBe('aged out');
  });

  it('counts a hexavalent dose for its six antigens and for no other', () => {
    const answer = forecast({
      dob: '2026-01-01',
      gender: 'F',
      assessmentDate: '2026-03-01',
      doses: [{ date: '2026-03-01', cvx: '146' }],
    });
    expect(answer.doses[0]?.evaluations.map(({ antigen, status }) => `${antigen} ${status}`).sort()).toEqual(
      ['Diphtheria', 'HepB', 'Hib', 'Pertussis', 'Polio', 'Tetanus'].map((antigen) => `${antigen} valid`),
    );
    expect(answer.groups.find(({ group }) => group === 'Pneumococcal')?.doseNumber).toBe(1);
  });
});
