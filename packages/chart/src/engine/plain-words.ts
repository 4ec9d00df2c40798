/** What a server says to programs, as said to people: no word for machines in front, and nobody has to know a relay. Pure. */

const NOT_LET_IN = /this key has no access to this practice/;

export function plainWords(detail: string): string {
  if (NOT_LET_IN.test(detail))
    return 'this key has no access to this practice: it was not let in yet, or its access has ended; ask the practice';
  return detail
    .replace(/^the relay closed the connection: /, '')
    .replace(/\b(restricted|blocked|auth-required|rate-limited|invalid|error): /g, '')
    .replace(/\b(the|this|a) relay\b/g, 'the practice’s server');
}
