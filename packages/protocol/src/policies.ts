/**
 * What a practice has settled for itself (charter, `policies`): ages, idle time, what is confidential unless somebody
 * says otherwise, whether it keeps keys for patients. Administrators change it like the roster.
 */
import * as z from 'zod/mini';
import { policyBounds } from './policy-bounds.ts';

const within = ({ least, most }: { readonly least: number; readonly most: number }) =>
  z.int().check(z.gte(least), z.lte(most));

export const policiesSchema = z.object({
  /** Age in years from which records of `confidentialCategories` are confidential unless marked otherwise. */
  confidentialFrom: z.optional(within(policyBounds.confidentialFrom)),
  /** Birthday at which guardians stop reading, where no other day was set for one of them. */
  guardianUntil: z.optional(within(policyBounds.guardianUntil)),
  idleMinutes: z.optional(within(policyBounds.idleMinutes)),
  confidentialCategories: z.optional(
    z.array(z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/))).check(z.maxLength(64)),
  ),
  /** The key made for a new patient is kept, sealed, until it is handed over; else it is shown once. */
  holdPatientKeys: z.optional(z.boolean()),
});

export type Policies = z.infer<typeof policiesSchema>;

/** The sentence why these policies cannot be those of a practice; nothing where they can. */
export function whyNotPolicies(policies: unknown): string | undefined {
  const result = z.safeParse(policiesSchema, policies);
  if (result.success) return undefined;
  switch (result.error.issues[0]?.path[0]) {
    case 'confidentialFrom':
      return between('the age from which records are confidential', 'confidentialFrom', 'years');
    case 'guardianUntil':
      return between('the age at which guardians stop reading', 'guardianUntil', 'years');
    case 'idleMinutes':
      return between('the time after which the apps lock', 'idleMinutes', 'minutes');
    case 'confidentialCategories':
      return 'one of the kinds of records is not known';
    default:
      return 'these policies are not complete';
  }
}

function between(what: string, name: keyof typeof policyBounds, unit: string): string {
  const { least, most } = policyBounds[name];
  return `${what} has to be a whole number of ${unit} from ${least} to ${most}`;
}
