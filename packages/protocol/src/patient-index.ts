/**
 * The patient index (30211): which patients a practice has, their keys, access generations and guardians.
 * One addressable event a patient in the practice-wide `desk` channel; readable by whoever opens `desk`.
 */
import * as z from 'zod/mini';
import { compartment, fhirId, generation, hex16, hex32, type Parsed, parseJson, seconds } from './shapes.ts';

const patientIndexSchema = z.object({
  v: z.literal(1),
  ref: hex16,
  /** FHIR id of the Patient resource. */
  id: fhirId,
  P: hex32,
  /** The patient's secret key while the practice still holds it (newborns, not yet handed over). */
  p0: z.optional(hex32),
  /** Access generation of each compartment. */
  g: z.record(compartment, generation),
  oldP: z.array(hex32),
  /** Channels the relay has been told of, as `c:n:g`; whoever opens a compartment adds its own. */
  channels: z.array(z.string()),
  status: z.enum(['active', 'merged', 'left']),
  guardians: z.array(z.object({ pk: hex32, name: z.string(), until: z.optional(seconds) })),
});

export type PatientIndexEntry = z.infer<typeof patientIndexSchema>;

export const parsePatientIndex = (text: string): Parsed<PatientIndexEntry> =>
  parseJson(patientIndexSchema, text, 'patient index entry');
