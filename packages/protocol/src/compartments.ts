/** Compartments (wire.md §2): what a member's key opens, from the front desk to the confidential. */

export const compartmentNames = ['desk', 'clin', 'msg', 'sens'] as const;
/** The compartments every practice has; a charter may add others. */
export type Compartment = string;
