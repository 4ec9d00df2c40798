/** What is asked once: allergies (three states), family history; and the problem list with its medications and referrals. */
import type {
  AllergyIntolerance,
  CarePlan,
  Condition,
  FamilyMemberHistory,
  MedicationRequest,
  ServiceRequest,
} from '@keychart/fhir';
import type { ChartWriter } from './chart-writer.ts';
import type { ChildPlan } from './child-plan.ts';
import { coding, concept, ICD10, narrative, RXNORM, SNOMED, staffReference, TERM, to } from './coded.ts';
import type { LongTermCourse } from './long-term.ts';
import type { Prescription } from './sick-scenarios.ts';

const clinical = (kind: 'allergyintolerance' | 'condition', code: string, text: string) =>
  concept(`${TERM}/${kind}-clinical`, code, text);

/** Nothing at all for 'not-asked': that state is the absence of any record. */
export function recordAllergies(chart: ChartWriter, allergies: ChildPlan['allergies'], at: string): void {
  if (allergies === undefined || allergies === 'not-asked') return;
  const common = {
    resourceType: 'AllergyIntolerance' as const,
    clinicalStatus: clinical('allergyintolerance', 'active', 'Active'),
    verificationStatus: concept(`${TERM}/allergyintolerance-verification`, 'confirmed', 'Confirmed'),
    patient: chart.subject,
    recordedDate: at,
    recorder: staffReference(chart.staffName('nurse')),
  };
  if (allergies === 'none-known') {
    chart.add<AllergyIntolerance>('nurse', at, {
      ...common,
      code: concept(SNOMED, '716186003', 'No known allergy'),
    });
    return;
  }
  for (const allergy of allergies) {
    chart.add<AllergyIntolerance>('nurse', at, {
      ...common,
      type: 'allergy',
      category: [allergy.category],
      criticality: allergy.criticality,
      code:
        allergy.rxnorm === undefined ? { text: allergy.text } : concept(RXNORM, allergy.rxnorm, allergy.text),
      reaction: [{ manifestation: [{ text: allergy.reaction }], severity: allergy.severity }],
    });
  }
}

export function recordFamilyHistory(chart: ChartWriter, at: string): void {
  const relatives = [
    ['MTH', 'mother', chart.random.pick(['Seasonal allergies', 'Migraine', 'Hypothyroidism'])],
    ['FTH', 'father', chart.random.pick(['Asthma', 'High blood pressure', 'Eczema'])],
  ] as const;
  for (const [code, text, problem] of relatives) {
    chart.add<FamilyMemberHistory>('nurse', at, {
      resourceType: 'FamilyMemberHistory',
      status: 'completed',
      patient: chart.subject,
      date: at,
      relationship: concept(`${TERM}/v3-RoleCode`, code, text),
      condition: [{ code: { text: problem } }],
    });
  }
}

/** A diagnosis of one visit, over after some days. */
export function recordDiagnosis(
  chart: ChartWriter,
  icd: readonly [string, string],
  at: string,
  until: string,
  encounter: { reference: string },
): { reference: string } {
  const over = until < chart.today;
  const condition = chart.add<Condition>('doctor', at, {
    resourceType: 'Condition',
    clinicalStatus: over
      ? clinical('condition', 'resolved', 'Resolved')
      : clinical('condition', 'active', 'Active'),
    verificationStatus: concept(`${TERM}/condition-ver-status`, 'confirmed', 'Confirmed'),
    category: [
      { coding: [coding(`${TERM}/condition-category`, 'encounter-diagnosis', 'Encounter Diagnosis')] },
    ],
    code: concept(ICD10, icd[0], icd[1]),
    subject: chart.subject,
    encounter,
    onsetDateTime: at.slice(0, 10),
    ...(over ? { abatementDateTime: until } : {}),
    recordedDate: at,
  });
  return to('Condition', condition.id);
}

/** A problem that goes on the problem list. */
export function recordProblem(
  chart: ChartWriter,
  course: LongTermCourse,
  onset: string,
  at: string,
  resolved?: string,
): { reference: string } {
  const condition = chart.add<Condition>('doctor', at, {
    resourceType: 'Condition',
    clinicalStatus:
      resolved === undefined
        ? clinical('condition', 'active', 'Active')
        : clinical('condition', 'resolved', 'Resolved'),
    verificationStatus: concept(`${TERM}/condition-ver-status`, 'confirmed', 'Confirmed'),
    category: [{ coding: [coding(`${TERM}/condition-category`, 'problem-list-item', 'Problem List Item')] }],
    code: concept(ICD10, course.icd[0], course.icd[1]),
    subject: chart.subject,
    onsetDateTime: onset,
    ...(resolved === undefined ? {} : { abatementDateTime: resolved }),
    recordedDate: at,
  });
  return to('Condition', condition.id);
}

export function prescribe(
  chart: ChartWriter,
  drug: Omit<Prescription, 'days'> & { days?: number },
  at: string,
  links: { encounter?: { reference: string }; reason?: { reference: string } },
  ended: boolean,
): { reference: string } {
  const request = chart.add<MedicationRequest>('doctor', at, {
    resourceType: 'MedicationRequest',
    status: ended ? 'completed' : 'active',
    intent: 'order',
    medicationCodeableConcept:
      drug.rxnorm === undefined
        ? { text: drug.text }
        : { coding: [coding(RXNORM, drug.rxnorm)], text: drug.text },
    subject: chart.subject,
    ...(links.encounter === undefined ? {} : { encounter: links.encounter }),
    authoredOn: at,
    requester: staffReference(chart.staffName('doctor')),
    ...(links.reason === undefined ? {} : { reasonReference: [links.reason] }),
    dosageInstruction: [{ text: drug.sig, asNeededBoolean: drug.asNeeded ?? false }],
    dispenseRequest: { numberOfRepeatsAllowed: drug.days === undefined ? 5 : 0 },
  } as Omit<MedicationRequest, 'id'>);
  return to('MedicationRequest', request.id);
}

export function refer(
  chart: ChartWriter,
  referral: { to: string; reason: string },
  at: string,
  reason: { reference: string },
  completed: boolean,
): { reference: string } {
  const request = chart.add<ServiceRequest>('doctor', at, {
    resourceType: 'ServiceRequest',
    status: completed ? 'completed' : 'active',
    intent: 'order',
    category: [{ text: 'Referral' }],
    priority: 'routine',
    code: { text: `Referral to ${referral.to}` },
    subject: chart.subject,
    authoredOn: at,
    requester: staffReference(chart.staffName('doctor')),
    reasonCode: [{ text: referral.reason }],
    reasonReference: [reason],
  } as Omit<ServiceRequest, 'id'>);
  return to('ServiceRequest', request.id);
}

export function recordCarePlan(
  chart: ChartWriter,
  plan: { title: string; steps: string[] },
  at: string,
  problem: { reference: string },
): void {
  chart.add<CarePlan>('doctor', at, {
    resourceType: 'CarePlan',
    text: narrative(plan.steps.map((step) => `- ${step}`)),
    status: 'active',
    intent: 'plan',
    title: plan.title,
    subject: chart.subject,
    period: { start: at.slice(0, 10) },
    addresses: [problem],
    activity: plan.steps.map((description) => ({ detail: { status: 'in-progress' as const, description } })),
  } as Omit<CarePlan, 'id'>);
}
