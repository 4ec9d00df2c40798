/** Check-ups by age: what is asked, seen and advised. Wording is our own; the ages are those of the usual periodicity table. */

export interface WellChild {
  /** Age in months. */
  months: number;
  title: string;
  development: string[];
  advice: string[];
}

const infant = (months: number, development: string[], advice: string[]): WellChild => ({
  months,
  title: months < 1 ? 'Newborn check' : `Well-child visit, ${months} month${months === 1 ? '' : 's'}`,
  development,
  advice,
});

const EARLY: readonly WellChild[] = [
  infant(
    0.12,
    ['Feeds 8 to 10 times a day. Looks at faces.'],
    ['Sleeps on the back in an own bed.', 'Call for temperature of 38.0 °C or more.'],
  ),
  infant(
    1,
    ['Lifts the head for a moment, calms to a voice.'],
    ['Tummy time while awake.', 'Vitamin D 400 units a day if breastfed.'],
  ),
  infant(
    2,
    ['Smiles back, coos, follows with the eyes.'],
    ['Expect some fussiness after vaccines.', 'Never shake; ask for help when tired.'],
  ),
  infant(
    4,
    ['Laughs, holds the head steady, brings hands to the mouth.'],
    ['Solid food from about six months.', 'Rolling starts: never alone on the changing table.'],
  ),
  infant(
    6,
    ['Rolls over, sits with help, babbles.'],
    ['Iron-rich food first; peanut and egg early.', 'First tooth: brush twice a day.'],
  ),
  infant(
    9,
    ['Sits alone, crawls, says “mama” and “dada”.'],
    ['Cover outlets, gate at the stairs.', 'Cup instead of bottle by 12 months.'],
  ),
  infant(
    12,
    ['Pulls to stand, first steps, one or two words, points.'],
    ['Whole milk, at most 16 ounces a day.', 'Car seat facing backward.'],
  ),
  infant(15, ['Walks well, five words, scribbles.'], ['Tantrums are normal: calm, short, consistent.']),
  infant(
    18,
    ['Runs, ten words, points to body parts, feeds from a spoon.'],
    ['Read together every day.', 'No screens but video calls.'],
  ),
  infant(
    24,
    ['Two-word sentences, kicks a ball, plays beside others.'],
    ['Toilet training when ready.', 'First dentist visit if not yet done.'],
  ),
  infant(
    30,
    ['Says own name, jumps, washes hands with help.'],
    ['Choices between two things.', 'Low-fat milk from now on.'],
  ),
];

const school = (years: number): WellChild => {
  const [development, advice] =
    years <= 5
      ? [
          ['Speaks in whole sentences, rides a tricycle or scooter, knows colors.'],
          ['Booster seat; helmet on wheels.', 'Screen time at most one hour a day.'],
        ]
      : years <= 10
        ? [
            ['School goes well, has friends, sleeps 10 hours.'],
            ['An hour of movement a day.', 'Dentist twice a year; seat belt with booster until 4 ft 9 in.'],
          ]
        : [
            ['Does own homework, has friends, sleeps 8 to 9 hours.'],
            ['Phone out of the bedroom at night.', 'Time alone with the doctor at each visit from now on.'],
          ];
  return { months: years * 12, title: `Well-child visit, ${years} years`, development, advice };
};

export const CHECK_UPS: readonly WellChild[] = [
  ...EARLY,
  ...Array.from({ length: 15 }, (_, i) => school(i + 3)),
];
