/** What is decided about a made-up child before the story is told. */
import type { HumanName } from '@keychart/fhir';
import type { Sex } from './growth-model.ts';

export type LongTerm =
  | 'asthma'
  | 'eczema'
  | 'adhd'
  | 'obesity'
  | 'constipation'
  | 'raised-lead'
  | 'iron-deficiency'
  | 'preterm'
  | 'allergic-rhinitis'
  | 'migraine'
  | 'slow-weight-gain';

export interface Allergy {
  text: string;
  category: 'food' | 'medication' | 'environment';
  criticality: 'low' | 'high';
  reaction: string;
  severity: 'mild' | 'moderate' | 'severe';
  rxnorm?: string;
}

export interface ChildPlan {
  names: HumanName[];
  sex: Sex;
  /** Age on the day of the demo. */
  age: { years?: number; months?: number; days?: number };
  /** Defaults: drawn at random. */
  growth?: { weight: number; height: number };
  longTerm?: LongTerm[];
  /** A list, 'none-known' (asked, none), or 'not-asked' (nothing recorded). */
  allergies?: Allergy[] | 'none-known' | 'not-asked';
  /** Came to the practice at this age, in months; from birth by default, but never longer ago than the practice keeps records. */
  joinedAtMonths?: number;
  /** Parents decline this series. */
  declines?: string;
  portalLogin?: boolean;
  /** Has notes that guardians must not see. */
  confidential?: boolean;
  multipleBirth?: number;
  language?: { code: string; text: string };
  guardians: number[];
}

export interface FamilyPlan {
  name: string;
  guardians: { name: string; relationship: string; isChild?: number; note?: string }[];
  street: string;
  children: ChildPlan[];
}
