/** Problems that stay: what is on the problem list, what is taken for it, who else sees the child. */
import type { LongTerm } from './child-plan.ts';

export interface LongTermCourse {
  /** ICD-10-CM. */
  icd: [code: string, text: string];
  /** Age in months at which it is found. */
  fromMonths: number;
  medications: { text: string; rxnorm?: string; sig: string; asNeeded?: boolean }[];
  referral?: { to: string; reason: string };
  /** Follow-up visits a year. */
  followUps: number;
  followUp: { complaint: string; history: string; exam: string; assessment: string; plan: string[] };
  /** Heading of a care plan that the family gets. */
  carePlan?: { title: string; steps: string[] };
  /** Over by the day of the demo. */
  resolvedAfterMonths?: number;
}

export const LONG_TERM: Readonly<Record<LongTerm, LongTermCourse>> = {
  asthma: {
    icd: ['J45.30', 'Mild persistent asthma, uncomplicated'],
    fromMonths: 50,
    followUps: 2,
    medications: [
      {
        text: 'Albuterol HFA 90 mcg/actuation inhaler',
        rxnorm: '435',
        sig: '2 puffs by spacer every 4 to 6 hours as needed for wheeze',
        asNeeded: true,
      },
      {
        text: 'Fluticasone propionate HFA 44 mcg/actuation inhaler',
        rxnorm: '41126',
        sig: '2 puffs by spacer twice a day, rinse mouth after',
      },
    ],
    followUp: {
      complaint: 'Asthma follow-up',
      history: 'Cough at night about once a month, reliever once a week. No emergency visits.',
      exam: 'Lungs clear, no wheeze on forced breathing out.',
      assessment: 'Mild persistent asthma, well controlled.',
      plan: [
        'Continue the daily inhaler; technique checked with spacer.',
        'Action plan reviewed, copy for school.',
      ],
    },
    carePlan: {
      title: 'Asthma action plan',
      steps: [
        'Green: no symptoms. Daily inhaler twice a day.',
        'Yellow: cough or wheeze. Add reliever every 4 hours for two days; call us.',
        'Red: hard to breathe or speak. Reliever now, call emergency services.',
      ],
    },
  },
  eczema: {
    icd: ['L20.9', 'Atopic dermatitis, unspecified'],
    fromMonths: 5,
    followUps: 1,
    medications: [
      {
        text: 'Hydrocortisone 2.5 % ointment',
        rxnorm: '5492',
        sig: 'Thin layer on red areas twice a day for up to 7 days',
        asNeeded: true,
      },
    ],
    followUp: {
      complaint: 'Eczema follow-up',
      history: 'Itching at night in dry weeks; ointment about one week a month.',
      exam: 'Dry patches in the elbow folds, no infection.',
      assessment: 'Atopic dermatitis, mild.',
      plan: ['Moisturizer twice a day, short lukewarm baths.'],
    },
  },
  adhd: {
    icd: ['F90.2', 'Attention-deficit hyperactivity disorder, combined type'],
    fromMonths: 78,
    followUps: 3,
    medications: [
      {
        text: 'Methylphenidate extended release 18 mg tablet',
        rxnorm: '6901',
        sig: '1 tablet by mouth every morning on school days',
      },
    ],
    referral: { to: 'Psychology', reason: 'Parent training and school support' },
    followUp: {
      complaint: 'ADHD follow-up',
      history: 'Teachers see better attention until early afternoon. Appetite lower at lunch. Sleeps well.',
      exam: 'Cooperative, heart sounds normal, no tics.',
      assessment: 'ADHD, combined type, good response.',
      plan: ['Same dose; weight and blood pressure at each visit.', 'School plan in place.'],
    },
  },
  obesity: {
    icd: ['E66.9', 'Obesity, unspecified'],
    fromMonths: 96,
    followUps: 2,
    medications: [],
    referral: { to: 'Nutrition', reason: 'Family-based weight management' },
    followUp: {
      complaint: 'Weight follow-up',
      history: 'Walks to school, fewer sweet drinks. Screen time two hours on weekdays.',
      exam: 'Skin folds of the neck slightly darker, otherwise normal.',
      assessment: 'Obesity; weight gain slower than last year.',
      plan: ['One change at a time: water instead of juice.', 'Laboratory tests yearly.'],
    },
  },
  constipation: {
    icd: ['K59.00', 'Constipation, unspecified'],
    fromMonths: 44,
    followUps: 1,
    medications: [{ text: 'Polyethylene glycol 3350 powder', sig: '8.5 g in 4 oz of water once a day' }],
    followUp: {
      complaint: 'Constipation follow-up',
      history: 'Soft stool every day or second day, no pain, no soiling.',
      exam: 'Belly soft, no masses.',
      assessment: 'Functional constipation, controlled.',
      plan: ['Continue powder, sit after meals, try to halve the dose in two months.'],
    },
  },
  'raised-lead': {
    icd: ['R78.71', 'Abnormal lead level in blood'],
    fromMonths: 12.3,
    followUps: 0,
    medications: [],
    referral: { to: 'Local health department', reason: 'Home inspection for lead' },
    followUp: {
      complaint: 'Lead recheck',
      history: 'House from 1938, old paint at the windows.',
      exam: 'Normal.',
      assessment: 'Blood lead falling.',
      plan: ['Wet cleaning, hand washing before meals, iron-rich food.'],
    },
    resolvedAfterMonths: 12,
  },
  'iron-deficiency': {
    icd: ['D50.9', 'Iron deficiency anemia, unspecified'],
    fromMonths: 12.3,
    followUps: 0,
    medications: [
      {
        text: 'Ferrous sulfate 15 mg elemental iron/mL drops',
        sig: '2 mL by mouth once a day between meals, with juice',
      },
    ],
    followUp: {
      complaint: 'Anemia recheck',
      history: 'Drinks less milk, takes the drops.',
      exam: 'Less pale.',
      assessment: 'Iron deficiency anemia, improving.',
      plan: ['Three more months of iron.'],
    },
  },
  preterm: {
    icd: ['P07.38', 'Preterm newborn, gestational age 35 completed weeks'],
    fromMonths: 0,
    followUps: 0,
    medications: [],
    referral: { to: 'Early intervention', reason: 'Developmental follow-up after preterm birth' },
    followUp: {
      complaint: 'Growth check',
      history: 'Feeds well.',
      exam: 'Normal for corrected age.',
      assessment: 'Preterm infant, catching up.',
      plan: ['Count growth and development from the due date until two years.'],
    },
  },
  'allergic-rhinitis': {
    icd: ['J30.9', 'Allergic rhinitis, unspecified'],
    fromMonths: 90,
    followUps: 1,
    medications: [
      {
        text: 'Cetirizine 10 mg tablet',
        rxnorm: '20610',
        sig: '1 tablet by mouth once a day in the season',
        asNeeded: true,
      },
    ],
    followUp: {
      complaint: 'Allergy follow-up',
      history: 'Sneezing and itchy eyes in spring and around cats.',
      exam: 'Pale swollen nasal lining.',
      assessment: 'Allergic rhinitis, seasonal and to cats.',
      plan: ['Tablet daily from April to June; keep cats out of the bedroom.'],
    },
  },
  migraine: {
    icd: ['G43.909', 'Migraine, unspecified, not intractable, without status migrainosus'],
    fromMonths: 110,
    followUps: 2,
    medications: [
      {
        text: 'Ibuprofen 400 mg tablet',
        rxnorm: '5640',
        sig: '1 tablet by mouth at the start of a headache, at most two days a week',
        asNeeded: true,
      },
    ],
    referral: { to: 'Pediatric neurology', reason: 'Migraine, two school days missed a month' },
    followUp: {
      complaint: 'Migraine follow-up',
      history: 'Two attacks a month with nausea; sleep helps. Diary kept.',
      exam: 'Normal neurologic examination.',
      assessment: 'Migraine without aura, stable.',
      plan: ['Treat early, regular sleep and meals.'],
    },
  },
  'slow-weight-gain': {
    icd: ['R62.51', 'Failure to thrive (child)'],
    fromMonths: 9,
    followUps: 3,
    medications: [],
    referral: { to: 'Nutrition', reason: 'Weight for length below the usual range' },
    followUp: {
      complaint: 'Weight check',
      history: 'Three meals and two snacks; picky. Stools normal.',
      exam: 'Thin, lively, normal development.',
      assessment: 'Slow weight gain, steady on its own curve.',
      plan: ['Energy-dense food, family meals, weight again in three months.'],
    },
  },
};
