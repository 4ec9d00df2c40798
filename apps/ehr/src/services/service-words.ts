/** Service agents in plain words. Pure. */
import type { ServiceAgent } from '@keychart/chart';
import { areasText } from '../words/staff-words.ts';

interface ServiceChoice {
  readonly service: ServiceAgent['service'];
  readonly label: string;
  readonly explained: string;
}

export const SERVICES: readonly ServiceChoice[] = [
  {
    service: 'billing',
    label: 'Billing',
    explained: 'Memberships and invoices. Reads appointments and contact data, no charts.',
  },
  {
    service: 'reminders',
    label: 'Reminders',
    explained: 'Reminds of appointments. Reads appointments and contact data, no charts.',
  },
  {
    service: 'fhir',
    label: 'Connection to another system',
    explained: 'Reads charts, from the present keys on, for a system the practice works with.',
  },
];

export const serviceText = (service: ServiceAgent['service']): string =>
  SERVICES.find((choice) => choice.service === service)?.label ?? service;

/** `Reads appointments and contact data` */
export function readsText({
  compartments,
  noHistory,
}: Pick<ServiceAgent, 'compartments' | 'noHistory'>): string {
  const since = noHistory ? ', only what is written under the present keys' : '';
  return `Reads ${areasText(compartments)}${since}`;
}

export type ServiceAct = 'rotate' | 'revoke';

export const SERVICE_ACTS: Readonly<
  Record<
    ServiceAct,
    { readonly title: (name: string) => string; readonly act: string; readonly points: readonly string[] }
  >
> = {
  rotate: {
    title: (name) => `A new key for ${name}?`,
    act: 'Make a new key',
    points: [
      'The key it has now opens nothing any more, at once. Do this when the server may have been in other hands.',
      'New keys are made for what it reads and handed to everybody on the staff, who need to do nothing.',
    ],
  },
  revoke: {
    title: (name) => `Revoke ${name}?`,
    act: 'Revoke',
    points: [
      'It reads nothing any more, at once, and its key is removed from the server. What it has read until now cannot be taken back.',
      'New keys are made for what it read and handed to everybody on the staff, who need to do nothing.',
    ],
  },
};
