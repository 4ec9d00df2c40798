/** Drafts: what somebody is typing, sealed on this device, there again after a closed tab. */
import type { Draft, PatientId } from '../../api/chart.ts';
import { jsonPut, type SealedStore } from '../../store/index.ts';

export interface Drafts {
  save(patientId: PatientId, key: string, body: unknown, savedAt: string): Promise<void>;
  get(patientId: PatientId, key: string): Draft | undefined;
  list(patientId?: PatientId): readonly Draft[];
  discard(patientId: PatientId, key: string): Promise<void>;
}

export async function openDrafts(sealed: SealedStore): Promise<Drafts> {
  const stored = (await sealed.getJson(['drafts'])) as Draft[] | undefined;
  const drafts = new Map((stored ?? []).map((draft) => [`${draft.patientId}|${draft.key}`, draft]));
  const save = () => sealed.write({ puts: [jsonPut(['drafts'], [...drafts.values()])] });
  return {
    save(patientId, key, body, savedAt) {
      drafts.set(`${patientId}|${key}`, { patientId, key, body, savedAt });
      return save();
    },
    get: (patientId, key) => drafts.get(`${patientId}|${key}`),
    list: (patientId) =>
      [...drafts.values()].filter((draft) => patientId === undefined || draft.patientId === patientId),
    discard(patientId, key) {
      drafts.delete(`${patientId}|${key}`);
      return save();
    },
  };
}
