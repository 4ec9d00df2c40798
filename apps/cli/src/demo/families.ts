/** The twelve made-up families. Every name is invented; street, town and telephone numbers do not exist. */
import type { HumanName } from '@keychart/fhir';
import type { Allergy, FamilyPlan } from './child-plan.ts';

const name = (family: string, ...given: string[]): HumanName[] => [{ use: 'official', family, given }];

const PEANUT: Allergy = {
  text: 'Peanut',
  category: 'food',
  criticality: 'high',
  reaction: 'Hives and lip swelling',
  severity: 'moderate',
};
const AMOXICILLIN: Allergy = {
  text: 'Amoxicillin',
  category: 'medication',
  criticality: 'low',
  reaction: 'Rash on day 6',
  severity: 'mild',
  rxnorm: '723',
};
const CAT: Allergy = {
  text: 'Cat dander',
  category: 'environment',
  criticality: 'low',
  reaction: 'Sneezing, itchy eyes',
  severity: 'mild',
};
const EGG: Allergy = {
  text: 'Egg',
  category: 'food',
  criticality: 'low',
  reaction: 'Hives',
  severity: 'mild',
};

export const FAMILIES: readonly FamilyPlan[] = [
  {
    name: 'Okafor-Lindqvist',
    street: '1 Sample Street',
    guardians: [
      { name: 'Adaeze Okafor-Lindqvist', relationship: 'mother' },
      { name: 'Per Lindqvist', relationship: 'father' },
    ],
    children: [
      {
        names: name('Okafor-Lindqvist', 'Chidi', 'Per'),
        sex: 'male',
        age: { years: 9, months: 4 },
        longTerm: ['asthma'],
        allergies: [PEANUT, CAT],
        guardians: [0, 1],
      },
      {
        names: name('Okafor-Lindqvist', 'Linnea'),
        sex: 'female',
        age: { years: 6, months: 1 },
        allergies: 'none-known',
        guardians: [0, 1],
      },
      {
        names: name('Okafor-Lindqvist', 'Tobe'),
        sex: 'male',
        age: { years: 2, months: 2 },
        longTerm: ['raised-lead'],
        allergies: 'none-known',
        guardians: [0, 1],
      },
    ],
  },
  {
    name: 'Núñez Ibáñez',
    street: '22 Placeholder Road',
    guardians: [{ name: 'Inés Ibáñez Peña', relationship: 'mother' }],
    children: [
      {
        names: name('Núñez Ibáñez', 'Sofía'),
        sex: 'female',
        age: { years: 4, months: 7 },
        multipleBirth: 1,
        longTerm: ['eczema'],
        allergies: [EGG],
        language: { code: 'es', text: 'Spanish' },
        guardians: [0],
      },
      {
        names: name('Núñez Ibáñez', 'Matías'),
        sex: 'male',
        age: { years: 4, months: 7 },
        multipleBirth: 2,
        allergies: 'none-known',
        language: { code: 'es', text: 'Spanish' },
        guardians: [0],
      },
    ],
  },
  {
    name: 'Castellano / Vandermeer',
    street: '7 Example Court',
    guardians: [
      {
        name: 'Gia Castellano',
        relationship: 'mother',
        note: 'Parents live apart; weekdays with the mother.',
      },
      {
        name: 'Ruud Vandermeer',
        relationship: 'father',
        note: 'Parents live apart; weekends with the father.',
      },
    ],
    children: [
      {
        names: name('Vandermeer', 'Juno'),
        sex: 'female',
        age: { years: 11, months: 8 },
        longTerm: ['migraine'],
        allergies: [AMOXICILLIN],
        guardians: [0, 1],
      },
      {
        names: name('Vandermeer', 'Bas'),
        sex: 'male',
        age: { years: 8, months: 3 },
        longTerm: ['adhd'],
        allergies: 'none-known',
        guardians: [0, 1],
      },
    ],
  },
  {
    name: 'Quill',
    street: '3 Nowhere Lane',
    guardians: [
      { name: 'Dorothea Quill', relationship: 'mother' },
      { name: 'Wren Quill', relationship: 'mother', isChild: 0 },
    ],
    children: [
      {
        names: name('Quill', 'Wren'),
        sex: 'female',
        age: { years: 17, months: 6 },
        allergies: 'none-known',
        portalLogin: true,
        confidential: true,
        guardians: [0],
      },
      {
        names: name('Quill', 'Alder'),
        sex: 'male',
        age: { months: 2, days: 5 },
        allergies: 'none-known',
        guardians: [1],
      },
    ],
  },
  {
    name: 'Brightwater',
    street: '15 Madeup Avenue',
    guardians: [{ name: 'Ernestine Brightwater', relationship: 'grandmother' }],
    children: [
      {
        names: name('Brightwater', 'Elias'),
        sex: 'male',
        age: { years: 7, months: 2 },
        joinedAtMonths: 40,
        longTerm: ['constipation'],
        allergies: 'none-known',
        guardians: [0],
      },
    ],
  },
  {
    name: 'Featherstonehaugh-Cholmondeley-Wriothesley',
    street: '101 Very Long Sample Boulevard North-West, Garden House, Apartment 12B',
    guardians: [{ name: 'Leopoldina Featherstonehaugh-Cholmondeley-Wriothesley', relationship: 'mother' }],
    children: [
      {
        names: name(
          'Featherstonehaugh-Cholmondeley-Wriothesley',
          'Maximiliana-Alexandrina',
          'Wilhelmina',
          'Theodosia',
        ),
        sex: 'female',
        age: { years: 13, months: 1 },
        longTerm: ['allergic-rhinitis'],
        allergies: [CAT],
        guardians: [0],
      },
    ],
  },
  {
    name: 'אלמוג',
    street: '8 Sample Street',
    guardians: [
      { name: 'תמר אלמוג', relationship: 'mother' },
      { name: 'איתן אלמוג', relationship: 'father' },
    ],
    children: [
      {
        names: [...name('אלמוג', 'נועם'), { use: 'nickname', text: 'Noam Almog' }],
        sex: 'male',
        age: { years: 5, months: 5 },
        allergies: 'none-known',
        language: { code: 'he', text: 'Hebrew' },
        guardians: [0, 1],
      },
      {
        names: [...name('אלמוג', 'יעל'), { use: 'nickname', text: 'Yael Almog' }],
        sex: 'female',
        age: { years: 1, months: 3 },
        longTerm: ['iron-deficiency'],
        allergies: 'none-known',
        language: { code: 'he', text: 'Hebrew' },
        guardians: [0, 1],
      },
    ],
  },
  {
    name: 'Starling',
    street: '44 Placeholder Road',
    guardians: [
      { name: 'Imogen Starling', relationship: 'mother' },
      { name: 'Bea Marlowe-Starling', relationship: 'mother' },
    ],
    children: [
      {
        names: name('Starling', 'Baby Girl'),
        sex: 'female',
        age: { days: 6 },
        allergies: 'not-asked',
        guardians: [0, 1],
      },
    ],
  },
  {
    name: 'Abara',
    street: '9 Example Court',
    guardians: [{ name: 'Folasade Abara', relationship: 'mother' }],
    children: [
      {
        names: name('Abara', 'Temi'),
        sex: 'female',
        age: { years: 15, months: 9 },
        longTerm: ['asthma'],
        allergies: 'none-known',
        portalLogin: true,
        confidential: true,
        guardians: [0],
      },
      {
        names: name('Abara', 'Kola'),
        sex: 'male',
        age: { years: 12, months: 4 },
        allergies: 'none-known',
        guardians: [0],
      },
    ],
  },
  {
    name: 'Zielińska-Ødegård',
    street: '5 Nowhere Lane',
    guardians: [
      { name: 'Łucja Zielińska', relationship: 'mother' },
      { name: 'Bjørn Ødegård', relationship: 'father' },
    ],
    children: [
      {
        names: name('Ødegård', 'Zofia'),
        sex: 'female',
        age: { years: 3, months: 2 },
        allergies: 'none-known',
        guardians: [0, 1],
      },
      {
        names: name('Ødegård', 'Søren'),
        sex: 'male',
        age: { months: 5, days: 12 },
        longTerm: ['preterm'],
        growth: { weight: -1.1, height: -0.9 },
        allergies: 'none-known',
        guardians: [0, 1],
      },
    ],
  },
  {
    name: 'Tanaka-Reyes',
    street: '30 Madeup Avenue',
    guardians: [
      { name: 'Haruka Tanaka-Reyes', relationship: 'mother' },
      { name: 'Joaquín Reyes', relationship: 'stepfather' },
    ],
    children: [
      {
        names: name('Tanaka-Reyes', 'Ren'),
        sex: 'male',
        age: { years: 14, months: 10 },
        longTerm: ['obesity'],
        growth: { weight: 2.3, height: 0.4 },
        allergies: 'none-known',
        guardians: [0, 1],
      },
      {
        names: name('Tanaka-Reyes', 'Mika'),
        sex: 'female',
        age: { years: 10, months: 6 },
        longTerm: ['asthma', 'eczema'],
        allergies: [PEANUT],
        guardians: [0, 1],
      },
    ],
  },
  {
    name: 'Holloway',
    street: '12 Sample Street',
    guardians: [{ name: 'Desmond Holloway', relationship: 'father' }],
    children: [
      {
        names: name('Holloway', 'Ezra'),
        sex: 'male',
        age: { years: 16, months: 3 },
        joinedAtMonths: 150,
        allergies: 'not-asked',
        portalLogin: true,
        guardians: [0],
      },
      {
        names: name('Holloway', 'Posy'),
        sex: 'female',
        age: { years: 1, months: 7 },
        longTerm: ['slow-weight-gain'],
        growth: { weight: -1.6, height: -0.6 },
        allergies: 'none-known',
        declines: 'Influenza',
        guardians: [0],
      },
    ],
  },
];
