/**
 * A set of published cases the clinical engine is held against. A file in this folder exports one as `set` (or several
 * as `sets`); `npm run verify:reference` runs them all, and each says by itself what share must be right.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../source-files.ts';

export interface ReferenceResult {
  readonly cases: number;
  readonly right: number;
  /** The first wrong ones, a line each: the case, what was expected, what came out. */
  readonly wrong: readonly string[];
  /** Anything to say beside the figures: cases the source itself disputes, say. */
  readonly notes?: readonly string[];
}

export interface ReferenceSet {
  readonly name: string;
  /** Share of the cases that must be right: 1 is all of them. */
  readonly mark: number;
  /** Files or folders in the reference folder it needs; where one is missing the set is skipped. */
  readonly needs: readonly string[];
  run(): ReferenceResult | Promise<ReferenceResult>;
}

/** `KEYCHART_REFERENCE`, or the folder beside the repository. */
export const referenceFolder = process.env.KEYCHART_REFERENCE ?? join(root, '../shared/reference');

export const missingOf = ({ needs }: ReferenceSet): readonly string[] =>
  needs.filter((name) => !existsSync(join(referenceFolder, name)));

export const readReference = (name: string): string => readFileSync(join(referenceFolder, name), 'utf8');

/** Rows of a comma-separated file without quoted commas, by the names of its head line. */
export function readReferenceTable(name: string): Readonly<Record<string, string>>[] {
  const [head = '', ...lines] = readReference(name).trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((each, index) => [each, cells[index] ?? '']));
  });
}

/** Counts as it goes, keeps the first wrong ones. */
export class Tally {
  cases = 0;
  right = 0;
  readonly wrong: string[] = [];

  /** @param tell called only when wrong: the case, expected, got. */
  count(isRight: boolean, tell: () => string): void {
    this.cases += 1;
    if (isRight) this.right += 1;
    else if (this.wrong.length < 10) this.wrong.push(tell());
  }

  result(notes: readonly string[] = []): ReferenceResult {
    return { cases: this.cases, right: this.right, wrong: this.wrong, notes };
  }
}
