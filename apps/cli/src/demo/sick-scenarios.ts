/** Reasons to be seen between check-ups: words, ICD-10-CM code and treatment. `{name}`, `{age}`, `{he}`, `{his}`, `{days}` are filled in. */
import type { Panel } from './lab.ts';
import { rapidFlu, rapidStrep } from './panels.ts';

export interface Prescription {
  text: string;
  rxnorm?: string;
  sig: string;
  days: number;
  asNeeded?: boolean;
}

export interface Scenario {
  key: string;
  /** Ages in months, first and last. */
  ages: [number, number];
  /** Months of the year in which it is common; all when absent. */
  season?: number[];
  complaint: string;
  icd: [code: string, text: string];
  /** Degrees Celsius at the visit. */
  temperature: [number, number];
  pain?: number;
  oxygen?: boolean;
  history: string;
  exam: string;
  plan: string[];
  /** Amount by weight in kg. */
  prescribe?: (kilograms: number) => Prescription;
  lab?: Panel;
  /** Days until it is over. */
  lasts: number;
}

const half = (value: number): number => Math.round(value * 2) / 2;
/** High-dose amoxicillin: 90 mg/kg a day in two doses of the 400 mg/5 mL suspension, at most 2 g a day. */
const amoxicillin = (kg: number): Prescription => ({
  text: 'Amoxicillin 400 mg/5 mL oral suspension',
  rxnorm: '723',
  sig: `${half(Math.min(1000, kg * 45) / 80)} mL by mouth twice a day for 10 days`,
  days: 10,
});
/** Once daily 50 mg/kg for streptococcal pharyngitis, at most 1 g. */
const amoxicillinOnce = (kg: number): Prescription => ({
  text: 'Amoxicillin 400 mg/5 mL oral suspension',
  rxnorm: '723',
  sig: `${half(Math.min(1000, kg * 50) / 80)} mL by mouth once a day for 10 days`,
  days: 10,
});
const ibuprofen = (kg: number): Prescription => ({
  text: 'Ibuprofen 100 mg/5 mL oral suspension',
  rxnorm: '5640',
  sig: `${half(Math.min(400, kg * 10) / 20)} mL by mouth every 6 to 8 hours as needed for pain or fever`,
  days: 5,
  asNeeded: true,
});

const WINTER = [11, 12, 1, 2, 3];

export const SCENARIOS: readonly Scenario[] = [
  {
    key: 'cold',
    ages: [1, 216],
    complaint: 'Runny nose and cough',
    icd: ['J06.9', 'Acute upper respiratory infection, unspecified'],
    temperature: [36.7, 38.1],
    oxygen: true,
    history:
      '{name} has had a runny nose and cough for {days} days. Drinking well, sleeping less. No trouble breathing.',
    exam: 'Clear nasal discharge, throat slightly red, ears normal. Lungs clear, no retractions.',
    plan: [
      'Fluids, saline drops, honey for cough if over one year.',
      'Come back for fever beyond three days, fast breathing or poor drinking.',
    ],
    lasts: 9,
  },
  {
    key: 'otitis-right',
    ages: [6, 108],
    complaint: 'Ear pain',
    icd: ['H66.91', 'Otitis media, unspecified, right ear'],
    temperature: [37.4, 39.0],
    pain: 5,
    history: '{name} woke at night with pain in the right ear after {days} days of a cold.',
    exam: 'Right eardrum red, bulging, with pus behind it; left normal.',
    plan: ['Antibiotic for 10 days; pain relief for the first days.', 'Recheck if not better in 72 hours.'],
    prescribe: amoxicillin,
    lasts: 12,
  },
  {
    key: 'otitis-left',
    ages: [6, 108],
    complaint: 'Fever and ear pulling',
    icd: ['H66.92', 'Otitis media, unspecified, left ear'],
    temperature: [37.6, 39.2],
    pain: 4,
    history: 'Fever for {days} days, pulling at the left ear, eating less.',
    exam: 'Left eardrum bulging and cloudy; right dull but mobile.',
    plan: ['Antibiotic for 10 days; ibuprofen as needed.'],
    prescribe: amoxicillin,
    lasts: 12,
  },
  {
    key: 'strep',
    ages: [48, 204],
    complaint: 'Sore throat',
    icd: ['J02.0', 'Streptococcal pharyngitis'],
    temperature: [37.8, 39.1],
    pain: 6,
    history: '{name} has had a sore throat and headache for {days} days, no cough. Classmates are ill.',
    exam: 'Tonsils large with white patches, tender nodes in the neck. No rash.',
    plan: [
      'Rapid strep test positive: antibiotic for 10 days.',
      'Back to school after 24 hours of treatment.',
    ],
    prescribe: amoxicillinOnce,
    lab: rapidStrep(true),
    lasts: 10,
  },
  {
    key: 'pharyngitis',
    ages: [36, 204],
    complaint: 'Sore throat',
    icd: ['J02.9', 'Acute pharyngitis, unspecified'],
    temperature: [37.0, 38.2],
    pain: 4,
    history: 'Sore throat, hoarse voice and runny nose for {days} days.',
    exam: 'Throat red without patches. Lungs clear.',
    plan: ['Rapid strep test negative: no antibiotic.', 'Fluids and pain relief.'],
    lab: rapidStrep(false),
    lasts: 7,
  },
  {
    key: 'influenza',
    ages: [12, 216],
    season: WINTER,
    complaint: 'Fever and body aches',
    icd: ['J10.1', 'Influenza due to other identified influenza virus with other respiratory manifestations'],
    temperature: [38.5, 39.8],
    pain: 5,
    oxygen: true,
    history: 'Sudden fever, aching muscles and cough for {days} days. A parent is ill as well.',
    exam: 'Tired but alert. Throat red. Lungs clear, breathing easy.',
    plan: [
      'Influenza A confirmed; beyond the window for antiviral treatment, no risk factors.',
      'Rest, fluids, ibuprofen as needed. No aspirin.',
    ],
    prescribe: ibuprofen,
    lab: rapidFlu('A'),
    lasts: 8,
  },
  {
    key: 'gastroenteritis',
    ages: [6, 216],
    complaint: 'Vomiting and diarrhea',
    icd: ['A08.4', 'Viral intestinal infection, unspecified'],
    temperature: [36.8, 38.4],
    pain: 3,
    history:
      'Vomiting since {days} days ago, now loose stools. Keeps small sips down. Wet diapers or urination at least three times a day.',
    exam: 'Moist mouth, tears present, belly soft. Capillary refill under 2 seconds.',
    plan: [
      'Oral rehydration in small amounts, then normal food.',
      'Come back for blood in the stool, no urine for 8 hours, or sleepiness.',
    ],
    lasts: 6,
  },
  {
    key: 'bronchiolitis',
    ages: [2, 20],
    season: WINTER,
    complaint: 'Cough and wheeze',
    icd: ['J21.9', 'Acute bronchiolitis, unspecified'],
    temperature: [37.2, 38.6],
    oxygen: true,
    history: 'Cold for {days} days, now wheezing and feeding about two thirds of normal.',
    exam: 'Wheeze on both sides, mild retractions, no nasal flaring.',
    plan: [
      'Nasal suction before feeds, small frequent feeds.',
      'Recheck tomorrow by telephone; emergency signs explained.',
    ],
    lasts: 12,
  },
  {
    key: 'conjunctivitis',
    ages: [12, 168],
    complaint: 'Red eye',
    icd: ['H10.9', 'Unspecified conjunctivitis'],
    temperature: [36.5, 37.4],
    history: 'Red eye with yellow discharge for {days} days; others at child care have it.',
    exam: 'Conjunctiva red with discharge. Vision normal, no swelling of the lids.',
    plan: ['Warm compresses, hand washing.', 'Drops only if not better in three days.'],
    lasts: 6,
  },
  {
    key: 'hand-foot-mouth',
    ages: [9, 84],
    season: [6, 7, 8, 9, 10],
    complaint: 'Rash and mouth sores',
    icd: ['B08.4', 'Enteroviral vesicular stomatitis with exanthem'],
    temperature: [37.5, 38.8],
    pain: 4,
    history: 'Fever, then spots on hands and feet for {days} days; refuses to eat.',
    exam: 'Small ulcers in the mouth, vesicles on palms and soles. Well hydrated.',
    plan: ['Cold drinks, soft food, ibuprofen as needed.'],
    prescribe: ibuprofen,
    lasts: 8,
  },
  {
    key: 'ankle',
    ages: [84, 216],
    complaint: 'Ankle injury',
    icd: ['S93.401A', 'Sprain of unspecified ligament of right ankle, initial encounter'],
    temperature: [36.4, 37.0],
    pain: 5,
    history: 'Twisted the right ankle {days} days ago at practice. Walks with a limp.',
    exam: 'Swelling below the outer ankle. No tenderness over bone; takes four steps. Ottawa rules negative, no X-ray.',
    plan: ['Rest, ice, compression, elevation; brace for sports for four weeks.'],
    lasts: 21,
  },
  {
    key: 'headache',
    ages: [84, 216],
    complaint: 'Headache',
    icd: ['R51.9', 'Headache, unspecified'],
    temperature: [36.4, 37.1],
    pain: 4,
    history:
      'Headaches on {days} days of the last two weeks, mostly after school. No vomiting, no morning headaches.',
    exam: 'Normal neurologic examination, fundi normal.',
    plan: ['Regular meals, water, sleep; headache diary.', 'Come back if it wakes {name} at night.'],
    lasts: 20,
  },
];
