/**
 * The staff directory (30212): the practice's name and the names behind the charter's keys. Encrypted under a
 * symmetric key that grants and keyrings hand over, so that families see "Dr. …" and the relay does not.
 * Names are a convenience; authority comes from the charter alone.
 */
import * as z from 'zod/mini';
import { hex32, type Parsed, parseJson } from './shapes.ts';

const line = z.string().check(z.maxLength(200));

const practiceSchema = z.object({
  name: z.string(),
  timeZone: z.string(),
  /** Lines of the postal address. */
  address: z.optional(z.array(line).check(z.maxLength(8))),
  phone: z.optional(line),
  /** Lines on top of what is printed, where they are other than name and address. */
  letterhead: z.optional(z.array(line).check(z.maxLength(8))),
});

const staffDirectorySchema = z.object({
  practice: practiceSchema,
  staff: z.array(z.object({ pk: hex32, name: z.string() })),
});

export type StaffDirectory = z.infer<typeof staffDirectorySchema>;
export type PracticeEntry = StaffDirectory['practice'];

export const STAFF_DIRECTORY_TAGS: readonly (readonly string[])[] = [['d', 'directory'], ['-']];

export const parseStaffDirectory = (text: string): Parsed<StaffDirectory> =>
  parseJson(staffDirectorySchema, text, 'staff directory');
