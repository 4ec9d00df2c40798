/**
 * The AuditEvents this device has read or written, apart from the charts: they are in no count, list or timeline
 * of a chart, and are read from the disk when somebody asks for them.
 */
import type { AuditEvent } from '@keychart/fhir';
import type { PatientId } from '../../api/chart.ts';
import type { StoredRecord } from '../../record/stored-record.ts';

export interface AuditRecord extends StoredRecord {
  readonly resource: AuditEvent;
}

export interface AuditBook {
  add(records: readonly AuditRecord[]): void;
  /** Takes one back that never left this device. */
  remove(eventId: string): void;
  /** Access to these has ended: what this device read of their log goes as well. */
  forget(patientIds: readonly PatientId[]): void;
  has(eventId: string): boolean;
  all(): Iterable<AuditRecord>;
  /** Of one patient's channels; `''`: of the practice's. */
  of(patientId: PatientId): readonly AuditRecord[];
}

export const isAudit = (record: StoredRecord): record is AuditRecord =>
  record.resource.resourceType === 'AuditEvent';

export function auditBook(): AuditBook {
  const records = new Map<string, AuditRecord>();
  const byPatient = new Map<PatientId, Map<string, AuditRecord>>();

  return {
    add(arrived) {
      for (const record of arrived) {
        if (records.has(record.id)) continue;
        records.set(record.id, record);
        const group = byPatient.get(record.patientId) ?? new Map<string, AuditRecord>();
        byPatient.set(record.patientId, group.set(record.id, record));
      }
    },
    remove(eventId) {
      byPatient.get(records.get(eventId)?.patientId ?? '')?.delete(eventId);
      records.delete(eventId);
    },
    forget(patientIds) {
      for (const id of patientIds) {
        for (const eventId of byPatient.get(id)?.keys() ?? []) records.delete(eventId);
        byPatient.delete(id);
      }
    },
    has: (eventId) => records.has(eventId),
    all: () => records.values(),
    of: (patientId) => [...(byPatient.get(patientId)?.values() ?? [])],
  };
}
