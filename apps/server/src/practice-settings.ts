/** `settings.json`: which practice lies in a data folder. Where it is missing there is none. */
import * as z from 'zod';

export const settingsSchema = z.object({
  v: z.literal(1),
  /** The practice root's public key. */
  root: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().min(1),
  timeZone: z.string().min(1),
  /** A made-up practice: may be thrown away by `demo --reset`, and every screen says so. */
  demo: z.boolean().default(false),
});

export type PracticeSettings = z.infer<typeof settingsSchema>;
