/**
 * What is handed to people in gift wraps (wire.md §4): epoch secrets to staff, pair keys of some patients to
 * locums and agents, keyrings to patients, guardian grants to guardians. Whoever unwraps one must still check that its sender was entitled to give it.
 */
import * as z from 'zod/mini';
import {
  compartment,
  epochNumber,
  fhirId,
  generation,
  hex32,
  type Parsed,
  parseJson,
  seconds,
} from './shapes.ts';

const epochGrantSchema = z.object({
  /** The charter this grant belongs to. */
  charter: hex32,
  grants: z.array(z.object({ c: compartment, n: epochNumber, s: hex32 })),
  directoryKey: hex32,
});

const sharedKeySchema = z.object({
  c: compartment,
  n: epochNumber,
  g: generation,
  /** Channel. */
  Q: hex32,
  /** ECDH x of (q, P): opens `patient-content`, cannot author. */
  x: hex32,
  /** The key these records were encrypted to, where the patient has a new one since. */
  oldP: z.optional(hex32),
});

/** FHIR id of the patient whose chart shows these records; only to those who read that one too. */
const mergedInto = z.optional(fhirId);

const patientKeyringSchema = z.object({
  /** FHIR id of the Patient. */
  id: fhirId,
  keys: z.array(sharedKeySchema),
  /** Only where a key of another chart of this person stops reading this one. */
  until: z.optional(seconds),
  mergedInto,
  directoryKey: hex32,
});

const guardianGrantSchema = z.object({
  P: hex32,
  /** FHIR id of the Patient. */
  id: fhirId,
  name: z.string(),
  keys: z.array(sharedKeySchema),
  until: z.optional(seconds),
  mergedInto,
  directoryKey: hex32,
});

const pairKeySchema = z.object({
  /** FHIR id of the Patient. */
  id: fhirId,
  /** The patient's public key in this generation. */
  P: hex32,
  c: compartment,
  n: epochNumber,
  g: generation,
  /** Secret scalar of the channel. */
  q: hex32,
  /** Blinded patient id that records of this channel carry; absent: for reading only. */
  pt: z.optional(z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/))),
  /** Of the grants of one patient in one compartment the latest says until when. */
  until: z.optional(seconds),
});

const pairGrantSchema = z.object({
  /** The charter that entitles its sender. */
  charter: hex32,
  grants: z.array(pairKeySchema),
  directoryKey: hex32,
});

export type PairGrant = z.infer<typeof pairGrantSchema>;
export type EpochGrant = z.infer<typeof epochGrantSchema>;
export type SharedKey = z.infer<typeof sharedKeySchema>;
export type PatientKeyring = z.infer<typeof patientKeyringSchema>;
export type GuardianGrant = z.infer<typeof guardianGrantSchema>;

export const parseEpochGrant = (text: string): Parsed<EpochGrant> =>
  parseJson(epochGrantSchema, text, 'epoch grant');
export const parsePairGrant = (text: string): Parsed<PairGrant> =>
  parseJson(pairGrantSchema, text, 'pair grant');
export const parsePatientKeyring = (text: string): Parsed<PatientKeyring> =>
  parseJson(patientKeyringSchema, text, 'patient keyring');
export const parseGuardianGrant = (text: string): Parsed<GuardianGrant> =>
  parseJson(guardianGrantSchema, text, 'guardian grant');

const epochLinkSchema = z.object({ c: compartment, n: epochNumber, s: hex32 });
/** Plaintext of an EpochLink: the secret of the epoch before. */
export type EpochLink = z.infer<typeof epochLinkSchema>;
export const parseEpochLink = (text: string): Parsed<EpochLink> =>
  parseJson(epochLinkSchema, text, 'epoch link');
/** Which link it is, as the charters say anyway: a reader finds the one key that opens it. */
export const epochLinkTags = ({ c, n }: Pick<EpochLink, 'c' | 'n'>): string[][] => [
  ['-'],
  ['c', c],
  ['n', String(n)],
];
