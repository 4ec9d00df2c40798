/** The invariants of R4's data types (datatypes.html, metadatatypes.html), by type or element path. */
import {
  among,
  has,
  hasChoice,
  hasExactly,
  type Invariant,
  inOrder,
  isNumber,
  list,
  needs,
  notBoth,
  oneOf,
  UCUM,
} from './invariant.ts';

const ucumUnit: Invariant[] = [
  ['qty-3', (o) => !hasExactly(o, 'code') || hasExactly(o, 'system'), 'a unit code needs its system'],
  [
    'ucum',
    (o) =>
      (hasExactly(o, 'code') || !hasExactly(o, 'value')) && (o.system === undefined || o.system === UCUM),
    `needs a code of ${UCUM}`,
  ],
];
export const datatypeInvariants: Record<string, readonly Invariant[]> = {
  Extension: [
    [
      'ext-1',
      (o) => hasExactly(o, 'extension') !== hasChoice(o, 'value'),
      'has either a value or extensions, not both and not neither',
    ],
  ],
  Quantity: [
    ['qty-3', (o) => !hasExactly(o, 'code') || hasExactly(o, 'system'), 'a unit code needs its system'],
  ],
  SimpleQuantity: [
    ['qty-3', (o) => !hasExactly(o, 'code') || hasExactly(o, 'system'), 'a unit code needs its system'],
  ],
  Age: [...ucumUnit, ['age-1', (o) => !isNumber(o.value) || o.value > 0, 'an age is more than 0']],
  Distance: ucumUnit,
  Duration: [
    ...ucumUnit.slice(0, 1),
    [
      'drt-1',
      (o) => !hasExactly(o, 'code') || (o.system === UCUM && hasExactly(o, 'value')),
      `a unit needs a value and the system ${UCUM}`,
    ],
  ],
  Count: [
    ...ucumUnit,
    [
      'cnt-3',
      (o) => (o.code === undefined || o.code === '1') && (!isNumber(o.value) || Number.isInteger(o.value)),
      'a count is whole, with the unit 1',
    ],
  ],
  Attachment: [needs('att-1', 'data', 'contentType')],
  ContactPoint: [
    [
      'cpt-2',
      (o) => !hasExactly(o, 'value') || hasExactly(o, 'system'),
      'a value needs a system (phone, email …)',
    ],
  ],
  Expression: [oneOf('exp-1', 'expression', 'reference')],
  Period: [['per-1', (o) => inOrder(o.start, o.end), 'must not end before it starts']],
  Range: [
    [
      'rng-2',
      (o) => {
        const [low, high] = [list(o.low)[0], list(o.high)[0]];
        return (
          low?.unit !== high?.unit ||
          low?.code !== high?.code ||
          !isNumber(low?.value) ||
          !isNumber(high?.value) ||
          low.value <= high.value
        );
      },
      'low must not be above high',
    ],
  ],
  Ratio: [
    [
      'rat-1',
      (o) =>
        hasExactly(o, 'numerator') === hasExactly(o, 'denominator') &&
        (hasExactly(o, 'numerator') || hasExactly(o, 'extension')),
      'needs numerator and denominator',
    ],
  ],
  'DataRequirement.codeFilter': [
    [
      'drq-1',
      (o) => hasExactly(o, 'path') !== hasExactly(o, 'searchParam'),
      'needs either path or searchParam',
    ],
  ],
  'DataRequirement.dateFilter': [
    [
      'drq-2',
      (o) => hasExactly(o, 'path') !== hasExactly(o, 'searchParam'),
      'needs either path or searchParam',
    ],
  ],
  'Timing.repeat': [
    [
      'tim-1',
      (o) => !hasExactly(o, 'duration') || hasExactly(o, 'durationUnit'),
      'duration needs durationUnit',
    ],
    ['tim-2', (o) => !hasExactly(o, 'period') || hasExactly(o, 'periodUnit'), 'period needs periodUnit'],
    ['tim-4', (o) => !isNumber(o.duration) || o.duration >= 0, 'duration must not be negative'],
    ['tim-5', (o) => !isNumber(o.period) || o.period >= 0, 'period must not be negative'],
    ['tim-6', (o) => !hasExactly(o, 'periodMax') || hasExactly(o, 'period'), 'periodMax needs period'],
    [
      'tim-7',
      (o) => !hasExactly(o, 'durationMax') || hasExactly(o, 'duration'),
      'durationMax needs duration',
    ],
    ['tim-8', (o) => !hasExactly(o, 'countMax') || hasExactly(o, 'count'), 'countMax needs count'],
    [
      'tim-9',
      (o) =>
        !hasExactly(o, 'offset') || (Array.isArray(o.when) && !o.when.some((w) => among(w, 'C CM CD CV'))),
      'offset needs a when that is not a meal',
    ],
    notBoth('tim-10', 'timeOfDay', 'when'),
  ],
  TriggerDefinition: [
    notBoth('trd-1', 'data', 'timing'),
    needs('trd-2', 'condition', 'data'),
    [
      'trd-3',
      (o) =>
        (o.type !== 'named-event' || hasExactly(o, 'name')) &&
        (o.type !== 'periodic' || has(o, 'timing')) &&
        (!String(o.type).startsWith('data-') || hasExactly(o, 'data')),
      'has a name, timing or data as its type demands',
    ],
  ],
};
