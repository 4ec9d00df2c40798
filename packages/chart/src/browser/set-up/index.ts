/** The door of setting up a practice, apart from the others: its worker is built only into apps that come in here. */
export { isSetUp, openSetUp, type PracticeSetUp } from './open-set-up.ts';
export type { KeySheet, SetUpAnswers } from './set-up-types.ts';
