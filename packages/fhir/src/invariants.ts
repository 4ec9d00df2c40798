/**
 * The rules of R4 that no cardinality or code list can say, by type or element path, under the keys the specification
 * gives them (severity error only; rules of the conformance resources that we do not keep are left out).
 */
import { datatypeInvariants } from './datatype-invariants.ts';
import {
  among,
  codings,
  has,
  hasCoding,
  hasExactly,
  type Invariant,
  inOrder,
  isNumber,
  type Json,
  list,
  needs,
  notBoth,
  oneOf,
  TERM,
  UCUM,
} from './invariant.ts';

const bundleOf = (types: string) => (o: Json) => among(o.type, types);
const isRequestBundle = bundleOf('batch transaction history');
const isResponseBundle = bundleOf('batch-response transaction-response history');

export const invariants: Record<string, readonly Invariant[]> = {
  ...datatypeInvariants,
  AllergyIntolerance: [
    [
      'ait-1/2',
      (o) =>
        hasCoding(o.verificationStatus, `${TERM}/allergyintolerance-verification`, 'entered-in-error') !==
        hasExactly(o, 'clinicalStatus'),
      'needs clinicalStatus, unless verificationStatus is entered-in-error',
    ],
  ],
  Appointment: [
    ['app-2', (o) => hasExactly(o, 'start') === hasExactly(o, 'end'), 'needs start and end, or neither'],
    [
      'app-3',
      (o) =>
        (hasExactly(o, 'start') && hasExactly(o, 'end')) || among(o.status, 'proposed cancelled waitlist'),
      'needs start and end, unless it is proposed, cancelled or on the waitlist',
    ],
    [
      'app-4',
      (o) => !hasExactly(o, 'cancelationReason') || among(o.status, 'noshow cancelled'),
      'cancelationReason is only for cancelled and noshow',
    ],
  ],
  'Appointment.participant': [oneOf('app-1', 'type', 'actor')],
  AppointmentResponse: [oneOf('apr-1', 'participantType', 'actor')],
  'AuditEvent.entity': [notBoth('sev-1', 'name', 'query')],
  Bundle: [
    [
      'bdl-1',
      (o) => !hasExactly(o, 'total') || among(o.type, 'searchset history'),
      'total is only for searchset and history',
    ],
    [
      'bdl-2',
      (o) => o.type === 'searchset' || list(o.entry).every((e) => !hasExactly(e, 'search')),
      'entry.search is only for searchset',
    ],
    [
      'bdl-3',
      (o) => list(o.entry).every((e) => hasExactly(e, 'request') === isRequestBundle(o)),
      'entry.request is for all entries of batch, transaction and history, and for no others',
    ],
    [
      'bdl-4',
      (o) => list(o.entry).every((e) => hasExactly(e, 'response') === isResponseBundle(o)),
      'entry.response is for all entries of responses and history, and for no others',
    ],
    [
      'bdl-7',
      (o) =>
        o.type === 'history' ||
        isDistinct(
          list(o.entry)
            .filter((e) => e.fullUrl !== undefined)
            .map((e) => `${e.fullUrl} ${list(list(e.resource)[0]?.meta)[0]?.versionId}`),
        ),
      'the same fullUrl twice',
    ],
    [
      'bdl-9',
      (o) =>
        o.type !== 'document' ||
        list(o.identifier).some((i) => hasExactly(i, 'system') && hasExactly(i, 'value')),
      'a document needs an identifier with system and value',
    ],
    ['bdl-10', (o) => o.type !== 'document' || o.timestamp !== undefined, 'a document needs a timestamp'],
    [
      'bdl-11',
      (o) => o.type !== 'document' || list(list(o.entry)[0]?.resource)[0]?.resourceType === 'Composition',
      "a document's first entry is a Composition",
    ],
    [
      'bdl-12',
      (o) => o.type !== 'message' || list(list(o.entry)[0]?.resource)[0]?.resourceType === 'MessageHeader',
      "a message's first entry is a MessageHeader",
    ],
  ],
  'Bundle.entry': [
    oneOf('bdl-5', 'resource', 'request', 'response'),
    ['bdl-8', (o) => !String(o.fullUrl ?? '').includes('/_history/'), 'fullUrl must not name a version'],
  ],
  'CarePlan.activity': [notBoth('cpl-3', 'detail', 'reference')],
  'Composition.section': [
    oneOf('cmp-1', 'text', 'entry', 'section'),
    notBoth('cmp-2', 'emptyReason', 'entry'),
  ],
  Condition: [
    [
      'con-4',
      (o) =>
        !has(o, 'abatement') ||
        hasCoding(o.clinicalStatus, `${TERM}/condition-clinical`, 'resolved', 'remission', 'inactive'),
      'with an abatement, clinicalStatus must be resolved, remission or inactive',
    ],
    [
      'con-5',
      (o) =>
        !hasCoding(o.verificationStatus, `${TERM}/condition-ver-status`, 'entered-in-error') ||
        !hasExactly(o, 'clinicalStatus'),
      'has no clinicalStatus when it was entered in error',
    ],
  ],
  'Condition.stage': [oneOf('con-1', 'summary', 'assessment')],
  'Condition.evidence': [oneOf('con-2', 'code', 'detail')],
  Consent: [
    ['ppc-1', (o) => hasExactly(o, 'policy') || hasExactly(o, 'policyRule'), 'needs policy or policyRule'],
  ],
  FamilyMemberHistory: [
    notBoth('fhs-1', 'age', 'born'),
    ['fhs-2', (o) => !hasExactly(o, 'estimatedAge') || has(o, 'age'), 'estimatedAge needs an age'],
  ],
  'Goal.target': [
    ['gol-1', (o) => !has(o, 'detail') || hasExactly(o, 'measure'), 'a detail needs a measure'],
  ],
  Group: [
    ['grp-1', (o) => !hasExactly(o, 'member') || o.actual === true, 'only an actual group has members'],
  ],
  'Immunization.education': [oneOf('imm-1', 'documentType', 'reference')],
  'ImmunizationRecommendation.recommendation': [oneOf('imr-1', 'vaccineCode', 'targetDisease')],
  List: [
    notBoth('lst-1', 'emptyReason', 'entry'),
    [
      'lst-2',
      (o) => o.mode === 'changes' || list(o.entry).every((e) => !hasExactly(e, 'deleted')),
      'entry.deleted is only for mode changes',
    ],
    [
      'lst-3',
      (o) => o.mode === 'working' || list(o.entry).every((e) => !hasExactly(e, 'date')),
      'entry.date is only for mode working',
    ],
  ],
  'MedicationAdministration.dosage': [oneOf('mad-1', 'dose', 'rate')],
  MedicationDispense: [
    [
      'mdd-1',
      (o) => inOrder(o.whenPrepared, o.whenHandedOver),
      'must not be handed over before it is prepared',
    ],
  ],
  Observation: [
    [
      'obs-6',
      (o) => !hasExactly(o, 'dataAbsentReason') || !has(o, 'value'),
      'has a value or a dataAbsentReason, not both',
    ],
    [
      'obs-7',
      (o) => !has(o, 'value') || !list(o.component).some((c) => sharesCoding(c.code, o.code)),
      'with a value of its own, no component may have the same code',
    ],
  ],
  'Observation.referenceRange': [oneOf('obs-3', 'low', 'high', 'text')],
  Organization: [
    oneOf('org-1', 'identifier', 'name'),
    ['org-2', (o) => list(o.address).every((a) => a.use !== 'home'), 'an organization has no home address'],
    ['org-3', (o) => list(o.telecom).every((t) => t.use !== 'home'), 'an organization has no home telephone'],
  ],
  'Parameters.parameter': [
    [
      'inv-1',
      (o) => [hasExactly(o, 'part'), has(o, 'value'), hasExactly(o, 'resource')].filter(Boolean).length === 1,
      'has exactly one of value, resource and part',
    ],
  ],
  'Patient.contact': [oneOf('pat-1', 'name', 'telecom', 'address', 'organization')],
  Questionnaire: [['que-2', (o) => isDistinct(linkIds(o)), 'the same linkId twice']],
  'Questionnaire.item': [
    [
      'que-1',
      (o) =>
        (o.type !== 'group' || hasExactly(o, 'item')) && (o.type !== 'display' || !hasExactly(o, 'item')),
      'a group has items, a display has none',
    ],
    ['que-3', (o) => o.type !== 'display' || !hasExactly(o, 'code'), 'a display has no code'],
    notBoth('que-4', 'answerOption', 'answerValueSet'),
    [
      'que-5',
      (o) =>
        among(o.type, 'choice open-choice decimal integer date dateTime time string quantity') ||
        !(hasExactly(o, 'answerOption') || hasExactly(o, 'answerValueSet')),
      'its type has no answer options',
    ],
    [
      'que-6',
      (o) => o.type !== 'display' || !(hasExactly(o, 'required') || hasExactly(o, 'repeats')),
      'a display is neither required nor repeated',
    ],
    [
      'que-8',
      (o) => !among(o.type, 'group display') || !hasExactly(o, 'initial'),
      'a group or display has no initial value',
    ],
    ['que-9', (o) => o.type !== 'display' || !hasExactly(o, 'readOnly'), 'a display is never readOnly'],
    [
      'que-10',
      (o) =>
        !hasExactly(o, 'maxLength') || among(o.type, 'boolean decimal integer string text url open-choice'),
      'its type has no maxLength',
    ],
    notBoth('que-11', 'answerOption', 'initial'),
    [
      'que-12',
      (o) => list(o.enableWhen).length <= 2 || hasExactly(o, 'enableBehavior'),
      'more than two enableWhen need enableBehavior',
    ],
    [
      'que-13',
      (o) => o.repeats === true || list(o.initial).length <= 1,
      'only a repeating item has several initial values',
    ],
  ],
  'Questionnaire.item.enableWhen': [
    [
      'que-7',
      (o) => o.operator !== 'exists' || typeof o.answerBoolean === 'boolean',
      'exists needs answerBoolean',
    ],
  ],
  'QuestionnaireResponse.item': [notBoth('qrs-1', 'answer', 'item')],
  'RiskAssessment.prediction': [
    [
      'ras-2',
      (o) => !isNumber(o.probabilityDecimal) || o.probabilityDecimal <= 100,
      'a probability is at most 100',
    ],
    [
      'ras-1',
      (o) =>
        ['low', 'high'].every((side) =>
          list(list(o.probabilityRange)[0]?.[side]).every((q) => q.code === '%' && q.system === UCUM),
        ),
      'a probability range is in UCUM %',
    ],
  ],
  ServiceRequest: [needs('prr-1', 'orderDetail', 'code')],
};

const isDistinct = (values: readonly unknown[]): boolean => new Set(values).size === values.length;
const linkIds = (o: Json): unknown[] => list(o.item).flatMap((item) => [item.linkId, ...linkIds(item)]);
const sharesCoding = (a: unknown, b: unknown): boolean =>
  codings(a).some((x) =>
    codings(b).some((y) => x.code === y.code && x.system === y.system && x.code !== undefined),
  );
