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
  /**
   * The patient's secret key while the practice still holds it (newborns, not yet handed over). Attack: it opens all
   * that the patient reads, and the front desk, a biller and their agents read this entry. So it is sealed under one
   * compartment after the other, all but `desk`: `n` names them and their epochs in the order of sealing.
   */
  held: z.optional(z.object({ n: z.array(z.tuple([compartment, generation])), x: z.string() })),
  /** `P` is in the patient's hands: `held` is gone for good, whatever an older entry still says. */
  handedOver: z.optional(z.boolean()),
  /** Access generation of each compartment. */
  g: z.record(compartment, generation),
  /** Keys the patient had before, the first first: each up to that generation (inclusive) of a compartment. */
  oldP: z.array(z.object({ P: hex32, upTo: z.record(compartment, generation) })),
  /** Channels the relay has been told of, as `c:n:g`; whoever opens a compartment adds its own. */
  channels: z.array(z.string().check(z.regex(/^[a-z]{2,16}:\d{1,10}:\d{1,10}$/))),
  /** `merged`: a second entry of one person; its records are shown in the chart of `mergedInto`. */
  status: z.enum(['active', 'merged', 'left']),
  /** FHIR id of the patient this is a duplicate of. */
  mergedInto: z.optional(fhirId),
  /** When `status` was last changed, seconds: of two entries the later holds. */
  statusAt: z.optional(seconds),
  guardians: z.array(
    z.object({
      pk: hex32,
      name: z.string(),
      /** Set by hand for this guardian. */
      until: z.optional(seconds),
      /** Reads on until then, whatever age the practice has settled: said expressly. */
      beyond: z.optional(z.boolean()),
      /** The end by the practice's policy, where none was set or it comes before; as lists and grants have it. */
      ends: z.optional(seconds),
      /** The end has passed, and the keys were renewed for it. */
      over: z.optional(z.boolean()),
      /** When this line was written, seconds: of two the later holds. */
      at: z.optional(seconds),
      /** Kept, so that an older entry of a colleague does not bring them back. */
      removed: z.optional(z.boolean()),
    }),
  ),
  /** Members who read this patient by name and not by their compartments: locums, and broken glass. */
  named: z.optional(
    z.array(
      z.object({
        pk: hex32,
        /** One compartment, reading only; absent: all that the charter gives them, reading and writing. */
        c: z.optional(compartment),
        until: z.optional(seconds),
        at: seconds,
        /** Closed, and the keys renewed, while their time in the charter is over; opened again when they are let in. */
        paused: z.optional(z.boolean()),
        /** Ended, and the keys renewed since. */
        removed: z.optional(z.boolean()),
      }),
    ),
  ),
});

export type PatientIndexEntry = z.infer<typeof patientIndexSchema>;

export type Guardian = PatientIndexEntry['guardians'][number];

/** Guardians who have not been taken off; their time may have run out. */
export const guardiansOf = ({ guardians }: Pick<PatientIndexEntry, 'guardians'>): readonly Guardian[] =>
  guardians.filter(({ removed }) => removed !== true);

export type NamedReader = NonNullable<PatientIndexEntry['named']>[number];

/** Lines that have not been closed; their time may have run out. */
export const namedReadersOf = ({ named = [] }: PatientIndexEntry): readonly NamedReader[] =>
  named.filter(({ removed }) => removed !== true);

/** Two lines of one name are about the same access. */
export const namedReaderKey = ({ pk, c }: Pick<NamedReader, 'pk' | 'c'>): string =>
  c === undefined ? pk : `${pk}:${c}`;

/** The patient's public key in that generation of a compartment. */
export function patientKeyIn(entry: PatientIndexEntry, c: string, g: number): string {
  return entry.oldP.find(({ upTo }) => g <= (upTo[c] ?? -1))?.P ?? entry.P;
}

/**
 * What two entries of one patient say together, the same whatever comes first: colleagues who change access at
 * once lose nothing of each other's, and somebody taken off stays off. `a` decides where both are equally new.
 */
export function mergePatientIndex(a: PatientIndexEntry, b: PatientIndexEntry): PatientIndexEntry {
  // Keys only ever follow one another: the longer history knows the later key.
  const later = b.oldP.length > a.oldP.length ? b : a;
  const guardians = latest([...a.guardians, ...b.guardians], ({ pk }) => pk);
  const named = latest([...(a.named ?? []), ...(b.named ?? [])], namedReaderKey);
  const compartments = new Set([...Object.keys(a.g), ...Object.keys(b.g)]);
  const { held, handedOver: _said, status: _status, mergedInto: _into, statusAt: _at, ...rest } = later;
  const handedOver = [a, b].some((entry) => entry.P === later.P && entry.handedOver === true);
  return {
    ...rest,
    ...(handedOver ? { handedOver } : held !== undefined && { held }),
    ...statusOf(a, b),
    g: Object.fromEntries([...compartments].map((c) => [c, Math.max(a.g[c] ?? 0, b.g[c] ?? 0)])),
    channels: [...new Set([...a.channels, ...b.channels])],
    guardians,
    ...(named.length > 0 && { named }),
  };
}

/** One line of each name: the latest, and of two equally new the first. */
function latest<T extends { readonly at?: number | undefined }>(
  lines: readonly T[],
  nameOf: (line: T) => string,
): T[] {
  const kept = new Map<string, T>();
  for (const line of lines) {
    const known = kept.get(nameOf(line));
    if (!known || (line.at ?? 0) > (known.at ?? 0)) kept.set(nameOf(line), line);
  }
  return [...kept.values()];
}

/** Of one second: merged before not merged, then the higher id, so that it is the same on every device. */
function statusOf(
  a: PatientIndexEntry,
  b: PatientIndexEntry,
): Pick<PatientIndexEntry, 'status' | 'mergedInto' | 'statusAt'> {
  const order =
    (a.statusAt ?? 0) - (b.statusAt ?? 0) ||
    Number(a.status === 'merged') - Number(b.status === 'merged') ||
    ((a.mergedInto ?? '') < (b.mergedInto ?? '') ? -1 : 1);
  const { status, mergedInto, statusAt } = order < 0 ? b : a;
  return {
    status,
    ...(mergedInto !== undefined && { mergedInto }),
    ...(statusAt !== undefined && { statusAt }),
  };
}

export const parsePatientIndex = (text: string): Parsed<PatientIndexEntry> =>
  parseJson(patientIndexSchema, text, 'patient index entry');
