/** `keychart clinical schedule` and `immunizations`, through the program, with a release small enough to see through. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keychart, temporaryFolder } from '../../testing/run-command.ts';

const antigen = `<antigenSupportingData>
<immunity><clinicalHistory><guidelineCode>019</guidelineCode><guidelineTitle>immune</guidelineTitle></clinicalHistory></immunity>
<contraindications><vaccineGroup><contraindication><observationCode>080</observationCode><beginAge/><endAge/></contraindication></vaccineGroup>
<vaccine><contraindication><observationCode>076</observationCode><contraindicatedVaccine><cvx>110</cvx><beginAge/><endAge>7 years</endAge></contraindicatedVaccine></contraindication></vaccine></contraindications>
<series><seriesName>HepB 1-dose</seriesName><targetDisease>HepB</targetDisease><vaccineGroup>HepB </vaccineGroup>
<seriesType>Standard</seriesType><equivalentSeriesGroups/><requiredGender/>
<selectSeries><defaultSeries>Yes</defaultSeries><productPath>No</productPath><seriesGroup>1</seriesGroup><seriesPriority>A</seriesPriority><seriesPreference>1</seriesPreference><maxAgeToStart/></selectSeries>
<indication/>
<seriesDose><doseNumber>Dose 1</doseNumber>
<age><absMinAge>12 months - 4 days</absMinAge><minAge>1 year</minAge><earliestRecAge>12 months</earliestRecAge><latestRecAge>5 months + 4 weeks</latestRecAge><maxAge>n/a</maxAge><effectiveDate/><cessationDate/></age>
<interval/><allowableInterval/>
<preferableVaccine><vaccineType>x</vaccineType><cvx>08</cvx><beginAge>0 days</beginAge><endAge>20 years</endAge><tradeName/><mvx/><volume>0.5</volume><forecastVaccineType>Y</forecastVaccineType></preferableVaccine>
<allowableVaccine><cvx>45</cvx><beginAge/><endAge/></allowableVaccine>
<inadvertentVaccine/><conditionalSkip><context>Both</context><setLogic>n/a</setLogic><set><setID>1</setID><effectiveDate/><cessationDate/><conditionLogic>AND</conditionLogic>
<condition><conditionType>Vaccine Count by Age</conditionType><startDate>20250701</startDate><endDate/><beginAge/><endAge/><interval/><doseCount>1</doseCount><doseType>Valid</doseType><doseCountLogic>Greater Than</doseCountLogic><vaccineTypes>08; 45</vaccineTypes></condition>
<condition><conditionType>Age</conditionType><beginAge>7 years</beginAge><endAge/></condition></set></conditionalSkip>
<recurringDose>No</recurringDose><seasonalRecommendation/></seriesDose></series></antigenSupportingData>`;

const schedule = `<scheduleSupportingData>
<liveVirusConflicts><liveVirusConflict><previous><cvx>03</cvx></previous><current><cvx>08</cvx></current><conflictBeginInterval>1 day</conflictBeginInterval><minConflictEndInterval>24 days</minConflictEndInterval><conflictEndInterval>28 days</conflictEndInterval></liveVirusConflict></liveVirusConflicts>
<vaccineGroups><vaccineGroup><name>HepB</name><administerFullVaccineGroup>No</administerFullVaccineGroup></vaccineGroup></vaccineGroups>
<vaccineGroupToAntigenMap><vaccineGroupMap><name>HepB</name><antigen>HepB</antigen></vaccineGroupMap></vaccineGroupToAntigenMap>
<cvxToAntigenMap><cvxMap><cvx>08</cvx><shortDescription>x</shortDescription><association><antigen>HepB</antigen><associationBeginAge/><associationEndAge/></association></cvxMap></cvxToAntigenMap>
<observations><observation><observationCode>019</observationCode><observationTitle>immune</observationTitle><codedValues><codedValue><code>271511000</code><codeSystem>SNOMED</codeSystem><text>t</text></codedValue></codedValues></observation></observations>
</scheduleSupportingData>`;

let folder: ReturnType<typeof temporaryFolder>;
let release: string;
beforeEach(() => {
  folder = temporaryFolder();
  release = join(folder.path, 'release.zip');
  writeFileSync(
    release,
    zipSync({
      'Version 9.9 - 508/XML/ScheduleSupportingData.xml': strToU8(schedule),
      'Version 9.9 - 508/XML/AntigenSupportingData- HepB-508.xml': strToU8(antigen),
    }),
  );
});
afterEach(() => folder.remove());

const run = (...args: string[]) => keychart(folder.path, ['clinical', ...args]);
const child = {
  dob: '2024-01-10',
  gender: 'F',
  assessmentDate: '2025-06-10',
  doses: [{ date: '2025-01-06', cvx: '08' }],
};

describe('keychart clinical schedule', () => {
  it('compiles a release, says what changes, and answers from it', async () => {
    const { code, out } = await run('schedule', 'import', release);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^Keychart 2025-11 .* → CDSi 9\.9 \(CDC CDSi supporting data, \d{4}-\d{2}-\d{2}\): \d+ rules change/,
    );
    expect(out).toContain('In use as number 1');
    const exported = JSON.parse((await run('schedule', 'export')).out);
    expect(exported.antigens).toEqual([
      {
        antigen: 'HepB',
        group: 'HepB',
        immunity: { observations: ['019'] },
        contraindications: ['080'],
        vaccineContraindications: { '076': ['110@..7y'] },
        series: [
          {
            name: 'HepB 1-dose',
            type: 'standard',
            group: '1',
            isDefault: true,
            priority: 'A',
            preference: 1,
            doses: [
              {
                number: 1,
                ages: [{ absoluteMinimum: '12m-4d', minimum: '1y', recommended: '12m', overdue: '5m+4w' }],
                preferable: ['08@0d..20y*'],
                allowable: ['45'],
                skip: [
                  {
                    when: 'both',
                    sets: [
                      {
                        all: true,
                        conditions: [
                          {
                            kind: 'count',
                            vaccines: '08 45',
                            is: 'more',
                            than: 1,
                            validOnly: true,
                            start: '2025-07-01',
                          },
                          { kind: 'age', from: '7y' },
                        ],
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    ]);
    const { out: answer } = await keychart(folder.path, ['clinical', 'immunizations'], {
      stdin: JSON.stringify(child),
    });
    expect(JSON.parse(answer)).toMatchObject({
      schedule: 'CDSi 9.9',
      doses: [{ evaluations: [{ antigen: 'HepB', status: 'valid', reason: 'age: grace period' }] }],
      groups: [{ group: 'HepB', status: 'complete' }],
    });
  });

  it('goes back step by step, to the built-in schedule and no further', async () => {
    await run('schedule', 'import', release);
    const overlay = join(folder.path, 'overlay.json');
    const set = { ages: [{ absoluteMinimum: '13m' }] };
    writeFileSync(
      overlay,
      JSON.stringify({
        overlay: 'Here',
        date: '2026-01-01',
        changes: [{ antigen: 'HepB', series: 'HepB 1-dose', dose: 1, set }],
      }),
    );
    const { out } = await run('schedule', 'overlay', overlay);
    expect(out).toContain('CDSi 9.9 + Here');
    expect(out).toContain(': 1 rule changes');
    expect((await run('schedule', 'list')).out.split('\n').map((line) => line.slice(0, 21).trim())).toEqual([
      'built-in  Keychart',
      '1  CDSi 9.9',
      '*        2  CDSi 9.9',
    ]);
    expect((await run('schedule', 'undo')).out).toMatch(/^In use again: CDSi 9\.9 \(/);
    expect((await run('schedule', 'undo')).out).toMatch(/^In use again: Keychart 2025-11/);
    const last = await run('schedule', 'undo');
    expect([last.code, last.said]).toEqual([1, 'Nothing was imported: the built-in schedule is in use.']);
  });

  it('leaves everything as it was with --dry-run', async () => {
    await run('schedule', 'import', release, '--dry-run');
    expect((await run('schedule', 'undo')).code).toBe(1);
  });

  it('refuses what is no schedule, in plain words', async () => {
    const wrong = join(folder.path, 'wrong.json');
    writeFileSync(wrong, '{"format":"other"}');
    expect((await run('schedule', 'import', wrong)).said).toContain(
      'schedule.format "other" is not known here',
    );
    writeFileSync(wrong, zipSync({ 'a.xml': strToU8('<a/>') }));
    expect((await run('schedule', 'import', wrong)).said).toContain('not a CDSi release');
    writeFileSync(wrong, 'hello');
    expect((await run('schedule', 'import', wrong)).said).toContain('neither a zip nor JSON');
    const unknown = schedule.replace('24 days', 'a while');
    const parts = { 'x/ScheduleSupportingData.xml': unknown, 'x/AntigenSupportingData- HepB.xml': antigen };
    writeFileSync(
      wrong,
      zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))),
    );
    expect((await run('schedule', 'import', wrong)).said).toContain('Not a period: "awhile"');
    const none = await run('schedule', 'import', join(folder.path, 'none.zip'));
    expect([none.code, none.said]).toEqual([3, expect.stringContaining('cannot be read (ENOENT)')]);
  });
});

describe('keychart clinical immunizations', () => {
  it('answers with the built-in schedule, with a named one, and line by line with problems', async () => {
    mkdirSync(join(folder.path, 'data'));
    const lines = [
      { id: 'a', ...child },
      { id: 'b', ...child, dob: undefined },
    ];
    const { code, out } = await keychart(folder.path, ['clinical', 'immunizations'], {
      stdin: lines.map((line) => JSON.stringify(line)).join('\n'),
    });
    expect(code).toBe(1);
    const [first, second] = out.split('\n').map((line) => JSON.parse(line));
    expect(first).toMatchObject({ id: 'a', schedule: 'Keychart 2025-11' });
    expect(first.groups.length).toBeGreaterThan(15);
    expect(second).toEqual({ id: 'b', error: { field: 'dob', message: 'is missing' } });
    const file = join(folder.path, 'compiled.json');
    await run('schedule', 'import', release);
    await run('schedule', 'export', file);
    await run('schedule', 'undo');
    expect(readFileSync(file, 'utf8')).toContain('keychart-schedule-1');
    const named = await keychart(folder.path, ['clinical', 'immunizations', '--schedule', file], {
      stdin: JSON.stringify(child),
    });
    expect(JSON.parse(named.out).schedule).toBe('CDSi 9.9');
  });
});
