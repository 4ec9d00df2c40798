/**
 * `npm run verify:reference [-- part of a name]`: the clinical engine against the published cases in ../shared/reference
 * (or KEYCHART_REFERENCE). Prints per set cases, right, wrong and the first wrong ones; fails when a set is below its mark.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { missingOf, type ReferenceSet } from '../test/reference/reference-set.ts';
import { repositoryRoot } from './run-tool.ts';

const folder = join(repositoryRoot, 'test/reference');
const sets: ReferenceSet[] = [];
for (const file of readdirSync(folder).sort()) {
  if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
  const found: { set?: ReferenceSet; sets?: ReferenceSet[] } = await import(
    pathToFileURL(join(folder, file)).href
  );
  sets.push(...(found.sets ?? []), ...(found.set ? [found.set] : []));
}

let below = 0;
let skipped = 0;
const wanted = process.argv[2];
for (const set of sets.filter(({ name }) => wanted === undefined || name.includes(wanted))) {
  const missing = missingOf(set);
  if (missing.length > 0) {
    skipped += 1;
    console.log(`skipped  ${set.name}: no ${missing.join(', ')} in the reference folder`);
    continue;
  }
  const { cases, right, wrong, notes = [] } = await set.run();
  const reached = cases > 0 && right / cases >= set.mark;
  if (!reached) below += 1;
  const share = cases === 0 ? 'no cases' : `${((100 * right) / cases).toFixed(2)} %`;
  console.log(
    `${reached ? 'ok      ' : 'BELOW   '} ${set.name}: ${cases} cases, ${right} right, ${cases - right} wrong (${share}, mark ${100 * set.mark} %)`,
  );
  for (const line of wrong) console.log(`           wrong: ${line}`);
  for (const line of notes) console.log(`           note: ${line}`);
}
console.log(
  below === 0
    ? `All sets reach their mark${skipped > 0 ? `; ${skipped} skipped` : ''}.`
    : `${below} sets are below their mark.`,
);
process.exitCode = below === 0 ? 0 : 1;
