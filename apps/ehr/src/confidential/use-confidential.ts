/** The confidential mark of a form: preset by the practice's policy, until somebody sets it themselves. */
import type { Patient } from '@keychart/fhir';
import { usePolicies, useSession } from '@keychart/react';
import { todayIn, usePracticeZone } from '@keychart/ui';
import { isConfidentialByPolicy } from '../policies/policy-words.ts';
import { mayWriteConfidential } from '../session/permissions.ts';

export interface Confidential {
  /** As it will be written. */
  readonly value: boolean;
  /** The policy would have it so. */
  readonly byPolicy: boolean;
  /** This person's key opens confidential records. */
  readonly may: boolean;
}

/** @param choice what the person has set; undefined while they have not. */
export function useConfidential(
  patient: Patient | undefined,
  category: string,
  choice: boolean | undefined,
): Confidential {
  const { identity } = useSession();
  const zone = usePracticeZone();
  const policies = usePolicies().value?.policies ?? {};
  const byPolicy = isConfidentialByPolicy(policies, category, patient?.birthDate, todayIn(zone));
  const may = mayWriteConfidential(identity);
  return { value: may && (choice ?? byPolicy), byPolicy, may };
}
