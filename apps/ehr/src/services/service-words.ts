/** Service agents in plain words. Pure. */
import type { ChartStatus, ServiceAgent } from '@keychart/chart';
import { areasText, namedCountText } from '../words/staff-words.ts';

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
    explained: 'Reads charts, for a system the practice works with. For some patients, or for all.',
  },
];

/** What reading the charts of some, or of all, comes to; undefined for services that read no charts. */
export const patientsExplained = (service: ServiceAgent['service']) =>
  service === 'fhir'
    ? {
        named: 'Their whole history. You add and take off patients whenever you like.',
        all: 'Only what is written under the present keys.',
      }
    : undefined;

export const serviceText = (service: ServiceAgent['service']): string =>
  SERVICES.find((choice) => choice.service === service)?.label ?? service;

/** `Reads charts, appointments and contact data, of 2 named patients only` */
export function readsText({
  compartments,
  noHistory,
  patients,
}: Pick<ServiceAgent, 'compartments' | 'noHistory' | 'patients'>): string {
  const since = noHistory ? ', only what is written under the present keys' : '';
  const whose = patients === undefined ? '' : `, of ${namedCountText(patients.length)} only`;
  return `Reads ${areasText(compartments)}${whose}${since}`;
}

export type ServiceAct = 'rotate' | 'revoke';

/** A question before a service loses the key it has. */
export function serviceAct(
  act: ServiceAct,
  { name, patients }: Pick<ServiceAgent, 'name' | 'patients'>,
): { readonly title: string; readonly act: string; readonly points: readonly string[] } {
  const renewed =
    patients === undefined
      ? 'New keys are made for what it reads and handed to everybody on the staff, who need to do nothing.'
      : 'What is written in the charts of its patients from then on has new keys. Nobody needs to do anything.';
  if (act === 'revoke')
    return {
      title: `Revoke ${name}?`,
      act: 'Revoke',
      points: [
        'It reads nothing any more, at once, and its key is removed from the server. What it has read until now cannot be taken back.',
        renewed,
      ],
    };
  return {
    title: `A new key for ${name}?`,
    act: 'Make a new key',
    points: [
      'The key it has now opens nothing any more, at once. Do this when the server may have been in other hands.',
      ...(patients === undefined
        ? []
        : [
            `Its ${namedCountText(patients.length)} ${patients.length === 1 ? 'stays' : 'stay'} open to it, under the new key.`,
          ]),
      renewed,
    ],
  };
}

/** Why services cannot be looked at or changed at this moment; `waiting`: it passes by itself. Nothing while they can. */
export function serviceStanding(
  connection: ChartStatus['connection'] | undefined,
): { readonly text: string; readonly waiting: boolean } | undefined {
  if (connection === 'live') return undefined;
  return connection === undefined || connection === 'catching-up'
    ? {
        text: 'This device is still catching up with the server. Services can be changed as soon as it has.',
        waiting: true,
      }
    : { text: 'The server cannot be reached now. Services can be changed when it is back.', waiting: false };
}
