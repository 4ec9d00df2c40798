/**
 * The items of PHQ-9, PHQ-2 and GAD-7 with their LOINC codes. The wording is that of the instruments, because their scores
 * hold for it alone; its authors and Pfizer let anybody reproduce, translate and distribute it without permission.
 */

export interface InstrumentItem {
  /** LOINC code, which is also the linkId after a slash. */
  readonly code: string;
  readonly text: string;
}

export const LEAD =
  'Over the last 2 weeks, how often have you been bothered by any of the following problems?';

/** Answers of all three, with their LOINC answer codes; the weight is the position. */
export const ANSWERS: readonly InstrumentItem[] = [
  { code: 'LA6568-5', text: 'Not at all' },
  { code: 'LA6569-3', text: 'Several days' },
  { code: 'LA6570-1', text: 'More than half the days' },
  { code: 'LA6571-9', text: 'Nearly every day' },
];

/** The ninth asks about suicide. */
export const SUICIDE_ITEM = '44260-8';

export const PHQ_9: readonly InstrumentItem[] = [
  { code: '44250-9', text: 'Little interest or pleasure in doing things' },
  { code: '44255-8', text: 'Feeling down, depressed, or hopeless' },
  { code: '44259-0', text: 'Trouble falling or staying asleep, or sleeping too much' },
  { code: '44254-1', text: 'Feeling tired or having little energy' },
  { code: '44251-7', text: 'Poor appetite or overeating' },
  {
    code: '44258-2',
    text: 'Feeling bad about yourself — or that you are a failure or have let yourself or your family down',
  },
  {
    code: '44252-5',
    text: 'Trouble concentrating on things, such as reading the newspaper or watching television',
  },
  {
    code: '44253-3',
    text: 'Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual',
  },
  {
    code: SUICIDE_ITEM,
    text: 'Thoughts that you would be better off dead or of hurting yourself in some way',
  },
];

export const GAD_7: readonly InstrumentItem[] = [
  { code: '69725-0', text: 'Feeling nervous, anxious or on edge' },
  { code: '68509-9', text: 'Not being able to stop or control worrying' },
  { code: '69733-4', text: 'Worrying too much about different things' },
  { code: '69734-2', text: 'Trouble relaxing' },
  { code: '69735-9', text: "Being so restless that it's hard to sit still" },
  { code: '69689-8', text: 'Becoming easily annoyed or irritable' },
  { code: '69736-7', text: 'Feeling afraid as if something awful might happen' },
];
