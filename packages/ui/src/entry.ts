/**
 * What the components ask of a record: the shape of the chart's own `Entry`, declared here so that ui knows no store.
 * Anything with these fields fits.
 */
import type { Resource } from '@keychart/fhir';

export interface SignerProps {
  readonly name: string;
  readonly role: string;
  readonly me: boolean;
}

export type DeliveryProps =
  | { readonly state: 'stored' | 'sent' | 'accepted' }
  | { readonly state: 'refused'; readonly reason: string };

export type LoadStateName = 'loading' | 'partial' | 'complete';

export interface EntryProps<R extends Resource = Resource> {
  readonly id: string;
  readonly resource: R;
  readonly confidential: boolean;
  readonly signer: SignerProps;
  readonly signedAt: string;
  readonly changedBy: SignerProps;
  readonly changedAt: string;
  readonly versions: number;
  readonly conflict: boolean;
  readonly removed?: { readonly by: SignerProps; readonly at: string; readonly reason: string };
  readonly delivery: DeliveryProps;
}
