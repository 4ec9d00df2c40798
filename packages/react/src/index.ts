/** What the web apps share around an open chart: the door, the session, live questions. Knows no screen and no address. */
export { type Entries, type EntriesQuery, useEntries } from './entries/use-entries.ts';
export { useHistory } from './entries/use-history.ts';
export { usePatient } from './entries/use-patient.ts';
export { type Total, useTotal } from './entries/use-total.ts';
export { useVisitParts, type VisitParts } from './entries/use-visit-parts.ts';
export { KeepLoginForm } from './login/keep-login-form.tsx';
export { NewPassphraseForm } from './login/new-passphrase-form.tsx';
export { useKeepOffer } from './login/use-keep-offer.ts';
export { MyWays } from './login/ways/lazy-my-ways.tsx';
export { useIdleMinutes, usePolicies } from './policies/use-policies.ts';
export { ProblemList } from './problems/problem-list.tsx';
export { type SessionValue, useChart, useSession } from './session/session-context.ts';
export { SessionFrame } from './session/session-frame.tsx';
export { useUnits } from './units/use-units.ts';
export { faultText } from './watch/fault-text.ts';
export { type Asked, useAsk } from './watch/use-ask.ts';
export { useWatch, type Watched } from './watch/use-watch.ts';
