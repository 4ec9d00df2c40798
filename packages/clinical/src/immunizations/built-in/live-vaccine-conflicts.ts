/**
 * How far apart live vaccines must be given (ACIP general best practice): 28 days between two kinds, 24 (28 less the grace of
 * four days) between two valid doses of one kind; 30 where yellow fever or BCG is one of them. The same day is always allowed.
 */
import type { ConflictRule } from '../schedule.ts';

/** CVX codes of one kind in a line. */
const kinds = [
  { codes: '03 04 05 06 07 38', same: '24d' },
  // MMRV carries varicella too, for which the grace does not hold.
  { codes: '94', same: '28d' },
  { codes: '21', same: '24d' },
  { codes: '121', same: '24d' },
  { codes: '111 149 151 333', same: '24d' },
  { codes: '125', same: '24d' },
  { codes: '75 105', same: '24d' },
  { codes: '56', same: '24d' },
  { codes: '169', same: '24d' },
  { codes: '204', same: '24d' },
  { codes: '317', same: '24d' },
  { codes: '503', same: '24d' },
  { codes: '37 183 184', same: '24d', apart: '30d' },
  { codes: '19', same: '26d', apart: '30d', other: '30d' },
].map((kind) => ({ ...kind, codes: kind.codes.split(' ') }));

export const liveVaccineConflicts: readonly ConflictRule[] = kinds.flatMap((impacted) =>
  kinds.map((conflicting) => {
    const end = impacted.apart ?? conflicting.apart ?? '28d';
    const other = impacted.other ?? conflicting.other ?? '28d';
    return {
      impacted: impacted.codes,
      conflicting: conflicting.codes,
      begin: '1d',
      minimumEnd: impacted === conflicting ? impacted.same : other,
      end,
    };
  }),
);
