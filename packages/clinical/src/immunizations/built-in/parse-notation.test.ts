import { describe, expect, it } from 'vitest';
import { builtInSchedule } from './built-in-schedule.ts';
import { parseNotation } from './parse-notation.ts';

describe('the notation of the built-in schedule', () => {
  it('is read line by line', () => {
    const [rule] = parseNotation(`
      let $list 20@6w..7y 110*
      antigen "Hib" "Hib group"
      immune 019
      born 1957-01-01 US unless 055 007
      never 080
      never 076 079 : 110 146
      series risk 2 "child" default eq 1 3 rank B2 start ..5y sex F U for 154@12m..5y 155
      dose 1
        age 6w-4d 6w - 4m 5y [2016-12-16..2020-01-01]
        gap previous 4w-4d 4w 8w 13w first
        gap cvx 133 215 : - 8w
        fair dose 1 4m
        give $list
        take 01
        bad 178
        skip both age 7y.. & count >1 valid at 6w..12m on 2025-07-01.. yearly of 17 48
        skip both done 1 | since 6m
        skip forecast age ..9y
        again
        season 2025-07-01 2026-06-30 yearly
    `);
    expect(rule).toEqual({
      antigen: 'Hib',
      group: 'Hib group',
      immunity: {
        observations: ['019'],
        births: [{ before: '1957-01-01', country: 'US', unless: ['055', '007'] }],
      },
      contraindications: ['080'],
      vaccineContraindications: { '076': ['110', '146'], '079': ['110', '146'] },
      series: [
        {
          name: 'Hib child',
          type: 'risk',
          group: '2',
          isDefault: true,
          equivalentGroups: ['1', '3'],
          priority: 'B',
          preference: 2,
          maximumAgeToStart: '5y',
          genders: ['F', 'U'],
          indications: ['154@12m..5y', '155'],
          doses: [
            {
              number: 1,
              ages: [
                {
                  absoluteMinimum: '6w-4d',
                  minimum: '6w',
                  overdue: '4m',
                  maximum: '5y',
                  effective: '2016-12-16',
                  ceased: '2020-01-01',
                },
              ],
              intervals: [
                {
                  from: 'previous',
                  absoluteMinimum: '4w-4d',
                  minimum: '4w',
                  recommended: '8w',
                  overdue: '13w',
                  priority: true,
                },
                { from: 'vaccines 133 215', minimum: '8w' },
              ],
              allowableIntervals: [{ from: 'dose 1', absoluteMinimum: '4m' }],
              preferable: ['20@6w..7y', '110*'],
              allowable: ['01'],
              inadvertent: ['178'],
              skip: [
                {
                  when: 'both',
                  sets: [
                    {
                      all: true,
                      conditions: [
                        { kind: 'age', from: '7y' },
                        {
                          kind: 'count',
                          is: 'more',
                          than: 1,
                          validOnly: true,
                          from: '6w',
                          until: '12m',
                          start: '2025-07-01',
                          yearly: true,
                          vaccines: '17 48',
                        },
                      ],
                    },
                    {
                      conditions: [
                        { kind: 'completed', group: '1' },
                        { kind: 'interval', period: '6m' },
                      ],
                    },
                  ],
                },
                { when: 'forecast', sets: [{ conditions: [{ kind: 'age', until: '9y' }] }] },
              ],
              recurring: true,
              season: { start: '2025-07-01', end: '2026-06-30', yearly: true },
            },
          ],
        },
      ],
    });
  });

  it.each([
    'dose 1',
    'antigen Hib\ndose 1',
    'antigen Hib\nseries standard 1 "x"\ndose 1\nweight 5',
    'let $a',
  ])('refuses %j, with the line', (text) => {
    expect(() => parseNotation(text)).toThrow(/cannot be read/);
  });

  it('makes up a schedule in which every antigen, group, vaccine and observation is known', async () => {
    const { antigens, groups, vaccines, observations } = await builtInSchedule();
    const names = antigens.map(({ antigen }) => antigen).sort();
    expect(groups.flatMap((group) => group.antigens).sort()).toEqual(names);
    expect(
      [
        ...new Set(
          Object.values(vaccines)
            .flat()
            .map((each) => each.split('@')[0]),
        ),
      ].sort(),
    ).toEqual(names);
    const codes = antigens.flatMap(({ series, contraindications = [], immunity }) => [
      ...series.flatMap(({ indications = [] }) => indications),
      ...contraindications,
      ...(immunity?.observations ?? []),
    ]);
    expect(codes.map((code) => code.split('@')[0] ?? '').filter((code) => !(code in observations))).toEqual(
      [],
    );
    for (const { series } of antigens)
      expect(new Set(series.map(({ name }) => name)).size).toBe(series.length);
  });
});
