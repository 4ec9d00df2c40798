/** What was thrown, in words: the chart throws errors whose message is a sentence for people. */
export const faultText = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));
