/** What was lent to this login: the patients that follow from it, and what has to go when it is over. */
import type { PatientId } from '../../api/chart.ts';
import type { Loan } from '../../keys/lent-keys.ts';
import type { StoredRecord } from '../../record/stored-record.ts';
import type { EngineContext } from '../state/context.ts';

export interface LentCharts {
  /** Read with keys lent for a while: in memory only. */
  passingRecord(record: StoredRecord): void;
  /** Loans of somebody who works with named patients: their patients follow from them. */
  byName(): readonly Loan[];
  /** Takes what is lent now; keys that are over go, with what they opened. Answers whether any are to be wiped. */
  end(): boolean;
}

export function lentCharts({ governance, channels, people, notifier, now }: EngineContext): LentCharts {
  const passing = new Map<PatientId, Set<string>>();
  return {
    passingRecord: ({ id, patientId }) =>
      void passing.set(patientId, (passing.get(patientId) ?? new Set()).add(id)),
    byName: () => (governance.member(now())?.named ? governance.loans(now()) : []),
    end() {
      const wiped = governance.forgetOver(now());
      for (const over of channels.setLoans(governance.loans(now()))) {
        const patientId = over.patientId ?? '';
        notifier.changed(`patient:${patientId}`);
        if (!over.passing || channels.lent(patientId).some((channel) => channel.passing)) continue;
        for (const id of passing.get(patientId) ?? []) people.get(patientId)?.records.remove(id);
        passing.delete(patientId);
      }
      return wiped;
    },
  };
}
