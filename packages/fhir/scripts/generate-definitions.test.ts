import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { generateDefinitions } from './generate-definitions.ts';

const committed = readFileSync(join(import.meta.dirname, '../src/definitions.generated.ts'), 'utf8');

it('the committed table is what the published definitions give (run scripts/generate-definitions.ts)', () => {
  expect(generateDefinitions()).toBe(committed);
});

it('the table stays small enough for a browser', () => {
  expect(gzipSync(committed, { level: 9 }).length).toBeLessThan(20_000);
});
