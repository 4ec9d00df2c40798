/** ONC's high-priority interactions: every pair whose two drugs the ingredient table knows must be found. */
import { assessMedicines, findDrug } from '@keychart/clinical/medicines';
import { type ReferenceSet, readReference, Tally } from './reference-set.ts';

const file = 'ddi/onc-high-priority-pairs.txt';

export const set: ReferenceSet = {
  name: 'interactions: ONC high-priority pairs',
  mark: 0.95,
  needs: [file],
  run: () => {
    const tally = new Tally();
    let unknown = 0;
    for (const line of readReference(file).trim().split('\n')) {
      const [one = '', , other = ''] = line.split('$');
      if (findDrug(one) === undefined || findDrug(other) === undefined) {
        unknown += 1;
        continue;
      }
      const answer = assessMedicines({ drugs: [one, other] });
      const found = answer.findings?.some(({ kind }) => kind === 'interaction') ?? false;
      tally.count(found, () => `${one} with ${other}: expected an interaction, found none`);
    }
    return tally.result([`${unknown} pairs have a drug that is not in the table`]);
  },
};
