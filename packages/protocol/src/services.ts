/**
 * Service agents (wire.md §2, "A"): programs on the practice's server with a key of their own. What each kind starts
 * with in the roster, under the role `agent`; the least its work needs.
 */
import type { Compartment } from './compartments.ts';
import type { Permission } from './roles.ts';

export const services = ['billing', 'reminders', 'fhir'] as const;
export type Service = (typeof services)[number];

export interface ServiceScope {
  readonly permissions: readonly Permission[];
  readonly compartments: readonly Compartment[];
  /** Is not served the links to the epochs before: reads what is written under the present keys. */
  readonly noHistory?: true;
}

export const serviceScopes: Readonly<Record<Service, ServiceScope>> = {
  billing: { permissions: ['read', 'billing'], compartments: ['desk'] },
  reminders: { permissions: ['read'], compartments: ['desk'] },
  fhir: { permissions: ['read'], compartments: ['desk', 'clin'], noHistory: true },
};

/** Services that may be for some patients only, with their history, instead of for all without it. */
export const namedServices: readonly Service[] = ['fhir'];
