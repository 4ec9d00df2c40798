/** The clinical commands as a script uses them: JSON Lines through the whole program. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keychart, temporaryFolder } from '../../testing/run-command.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => folder.remove());

const run = (args: string[], stdin = '') => keychart(folder.path, ['clinical', ...args], { stdin });
const answers = (out: string) => out.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);

test('growth answers a line for a line, with the id it was given', async () => {
  const { code, out } = await run(
    ['growth'],
    '{"id":"a","measure":"weight","sex":"m","ageDays":100,"value":6.2}\r\n\n{"id":2,"measure":"bmi","sex":"F","ageYears":10,"value":17}',
  );
  expect(code).toBe(0);
  expect(answers(out)).toMatchObject([
    { id: 'a', reference: 'who' },
    { id: 2, reference: 'cdc' },
  ]);
});

test('a bad line is answered in its place, names its field and ends with exit code 1', async () => {
  const lines = [
    '{"id":1,"sex":"f","ageYears":9,"heightCm":133,"sbp":100,"dbp":60}',
    '{"id":2,"sex":"f","ageYears":9,"heightCm":133,"sbp":-100,"dbp":60}',
    'not JSON',
    '[]',
    '\ufeff{"id":5,"sex":"f","ageYears":9,"heightCm":133,"sbp":100,"dbp":60}',
  ];
  const { code, out } = await run(['bp'], lines.join('\n'));
  expect(code).toBe(1);
  const [first, second, third, fourth, fifth] = answers(out);
  expect(first).toMatchObject({ id: 1, stage: 'normal' });
  expect(second).toEqual({ id: 2, error: { field: 'sbp', message: expect.any(String) } });
  expect(third).toMatchObject({ error: { field: 'line' } });
  expect(fourth).toMatchObject({ error: { field: 'line' } });
  expect(fifth).toMatchObject({ id: 5, stage: 'normal' });
});

test('reads a file, and says when there is none', async () => {
  const file = join(folder.path, 'cases.jsonl');
  writeFileSync(file, '{"heightCm":180,"weightKg":80}\n');
  expect(await run(['calculate', 'bsa', file])).toMatchObject({
    code: 0,
    out: expect.stringContaining('"m2":2'),
  });
  const missing = await run(['growth', join(folder.path, 'none.jsonl')]);
  expect(missing.code).toBe(3);
  expect(missing.said).toContain('none.jsonl cannot be read');
  expect((await run(['calculate', 'nothing'])).code).toBe(2);
});
