/** The medicine and terminology commands end to end: lines in, lines out, exit codes. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { keychart, temporaryFolder } from '../../testing/run-command.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

async function ask(args: readonly string[], requests: readonly object[]) {
  const stdin = requests.map((request) => JSON.stringify(request)).join('\n');
  const { code, out, said } = await keychart(folder.path, ['clinical', ...args], { stdin });
  const answers = out === '' ? [] : out.split('\n').map((line) => JSON.parse(line));
  return { code, answers, said };
}

test('interactions: findings for each line, a problem for an unknown drug', async () => {
  const { code, answers } = await ask(
    ['interactions'],
    [
      { id: 'a', drugs: ['Zoloft', 'phenelzine'] },
      { drugs: ['amoxicillin'], allergies: ['penicillin'] },
      { drugs: ['amoxicillin', 'blue pills'] },
    ],
  );
  expect(code).toBe(1);
  expect(answers).toMatchObject([
    { id: 'a', findings: [{ kind: 'interaction', severity: 'high', between: ['Zoloft', 'phenelzine'] }] },
    { findings: [{ kind: 'allergy', severity: 'high' }] },
    { error: { field: 'drugs[1]' } },
  ]);
});

test('dose: a finding with its sums, a problem for a negative weight', async () => {
  const dose = { drug: 'amoxicillin', weightKg: 10, ageDays: 500, perDose: 450, unit: 'mg', timesPerDay: 2 };
  const { answers } = await ask(['dose'], [dose, { ...dose, weightKg: -1 }]);
  expect(answers).toMatchObject([
    {
      kind: 'dose',
      verdict: 'within range',
      arithmetic: expect.arrayContaining(['450 mg ÷ 10 kg = 45 mg/kg per dose']),
    },
    { error: { field: 'weightKg' } },
  ]);
});

test('icd10: the curated set, or the edition of an order file', async () => {
  const curated = await ask(['icd10'], [{ search: 'strep throat', limit: 1 }, { code: 'Z00.129' }]);
  expect(curated.answers).toMatchObject([{ hits: [{ code: 'J02.0' }] }, { code: 'Z00.129' }]);
  const file = join(folder.path, 'order.txt');
  writeFileSync(file, `00001 J020    1 ${'Strep pharyngitis'.padEnd(60)} Streptococcal pharyngitis\n`);
  const edition = await ask(['icd10', '--edition', file], [{ code: 'J02.0' }, { code: 'Z00.129' }]);
  expect(edition.answers).toMatchObject([{ display: 'Strep throat' }, { error: { field: 'code' } }]);
  writeFileSync(file, 'no order file');
  expect((await ask(['icd10', '--edition', file], [])).said).toContain('line 1');
});

test('interactions --rxnorm: names of a release', async () => {
  const file = join(folder.path, 'RXNCONSO.RRF');
  const row = (code: string, kind: string, name: string) =>
    `${code}|ENG||||||1||1||RXNORM|${kind}|1|${name}||N||`;
  writeFileSync(file, `${row('9', 'SBD', 'warfarin 5 MG Oral Tablet [Warfexample]')}\n`);
  const { answers } = await ask(
    ['interactions', '--rxnorm', file],
    [{ drugs: ['Warfexample', 'ibuprofen'] }],
  );
  expect(answers).toMatchObject([
    { findings: [{ severity: 'high', between: ['Warfexample', 'ibuprofen'] }] },
  ]);
});
