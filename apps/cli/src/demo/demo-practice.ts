/** A whole made-up practice as FHIR resources: no keys, no events, no clock. Same seed and day give the same practice. */
import type { Patient } from '@keychart/fhir';
import { addDays } from '@keychart/fhir';
import { addMonths, instant } from './calendar.ts';
import { chartWriter } from './chart-writer.ts';
import type { ChildPlan, FamilyPlan } from './child-plan.ts';
import { tellStory } from './child-story.ts';
import { concept, TERM } from './coded.ts';
import { FAMILIES } from './families.ts';
import { type Random, seededRandom } from './random.ts';
import { joinedOn } from './story.ts';
import type { DemoChild, DemoFamily, DemoOptions, DemoPractice, DemoRole, DemoStaff } from './types.ts';

const STAFF: readonly DemoStaff[] = [
  { role: 'doctor', name: 'Dr. Mireille Vega' },
  { role: 'doctor', name: 'Dr. Obadiah Stone' },
  { role: 'nurse', name: 'Priya Fernwood, RN' },
  { role: 'nurse', name: 'Callum Reed, RN' },
  { role: 'assistant', name: 'Suki Larkspur, MA' },
  { role: 'frontdesk', name: 'Benno Ash' },
];

/** @throws RangeError when `today` is not a date */
export function generateDemo(options: DemoOptions): DemoPractice {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(options.today)) throw new RangeError(`today: not a date: ${options.today}`);
  const plans = FAMILIES.slice(0, options.families ?? FAMILIES.length);
  return {
    practice: { name: 'Demo Pediatrics (made up)' },
    staff: STAFF.map((member) => ({ ...member })),
    families: plans.map((plan, i) => makeFamily(plan, i, options)),
  };
}

function makeFamily(plan: FamilyPlan, index: number, options: DemoOptions): DemoFamily {
  return {
    name: plan.name,
    guardians: plan.guardians.map((guardian) => ({ ...guardian })),
    // Each child has a stream of random numbers of its own: a change to one leaves the others as they were.
    children: plan.children.map((child, i) =>
      makeChild(plan, child, index, seededRandom(`${options.seed}/${index}/${i}`), options.today),
    ),
  };
}

function makeChild(
  family: FamilyPlan,
  plan: ChildPlan,
  index: number,
  random: Random,
  today: string,
): DemoChild {
  const patient = makePatient(family, plan, index, random, today);
  const team: Record<DemoRole, number> = {
    doctor: index % 2,
    nurse: 2 + (index % 2),
    assistant: 4,
    frontdesk: 5,
  };
  const chart = chartWriter(patient, { today, random, staff: STAFF, team });
  const joined = joinedOn(plan, patient.birthDate, today, 10 + index * 17);
  tellStory({ chart, plan, joined });
  return {
    patient,
    registration: {
      resource: patient,
      authorRole: 'frontdesk',
      author: team.frontdesk,
      at: instant(joined, 0),
    },
    records: chart.records,
    guardianIndexes: [...plan.guardians],
    portalLogin: plan.portalLogin ?? false,
  };
}

function makePatient(family: FamilyPlan, plan: ChildPlan, index: number, random: Random, today: string) {
  const { years = 0, months = 0 } = plan.age;
  // Birthdays differ; twins share theirs.
  const days = plan.age.days ?? (index * 7 + years * 5 + months * 3) % 26;
  const patient = {
    resourceType: 'Patient',
    id: random.uuid(),
    meta: { security: [{ system: `${TERM}/v3-ActReason`, code: 'HTEST', display: 'test health data' }] },
    active: true,
    name: plan.names,
    gender: plan.sex,
    birthDate: addDays(addMonths(today, -(years * 12 + months)), -days),
    telecom: [{ system: 'phone', value: `555-01${String(index * 3 + 10)}`, use: 'home' }],
    address: [{ use: 'home', line: [family.street], city: 'Sampleton', state: 'MA', postalCode: '00000' }],
    contact: plan.guardians.map((g) => contactOf(family, g)),
    ...(plan.multipleBirth === undefined ? {} : { multipleBirthInteger: plan.multipleBirth }),
    ...(plan.language === undefined
      ? {}
      : {
          communication: [
            { language: concept('urn:ietf:bcp:47', plan.language.code, plan.language.text), preferred: true },
          ],
        }),
  } satisfies Patient;
  return patient;
}

function contactOf(family: FamilyPlan, guardian: number) {
  const { name, relationship } = family.guardians[guardian]!;
  return { relationship: [{ text: relationship }], name: { text: name } };
}
