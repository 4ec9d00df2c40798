/** Figures of the policies, apart from their schema: pages show them and need nothing else of this package. */
/** Out of these bounds a charter is not valid: an age of 1 or of 90 is a slip of the hand, whoever signs it. */
export const policyBounds = {
  confidentialFrom: { least: 8, most: 25 },
  guardianUntil: { least: 8, most: 30 },
  idleMinutes: { least: 1, most: 240 },
} as const;

/** Minutes without a sign of life after which apps lock, where the practice has settled nothing else. */
export const policyDefaults = { idleMinutes: 15 } as const;
