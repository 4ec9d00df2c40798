/** Taking vitals: type, look again at what is unlikely, sign. Back-dated when they were taken earlier. */

import { type VitalKey, vitalObservations } from '@keychart/clinical';
import type { Patient } from '@keychart/fhir';
import { foreignZoneName } from '@keychart/fhir';
import { useSession, useUnits } from '@keychart/react';
import { LoadingLines, UnitSwitch, usePracticeZone } from '@keychart/ui';
import { Group, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { ConfidentialField } from '../confidential/confidential-field.tsx';
import { useConfidential } from '../confidential/use-confidential.ts';
import { ComposerFrame } from '../notes/composer-frame.tsx';
import { DraftNote } from '../notes/draft-note.tsx';
import { useSigning } from '../notes/use-signing.ts';
import { VITALS_DRAFT } from '../open-charts/draft-keys.ts';
import { useDraft } from '../session/use-draft.ts';
import { VitalField } from './vital-field.tsx';
import classes from './vitals.module.css';
import {
  ageInDays,
  beginVitals,
  bmiOf,
  effectiveTime,
  fieldsFor,
  isEmptyVitals,
  metricValue,
  missingInVitals,
  questionAbout,
  switchUnits,
  VITAL_FIELDS,
  type VitalsDraft,
} from './vitals-entry.ts';

interface VitalsFormProps {
  readonly patientId: string;
  readonly patient: Patient | undefined;
  readonly onClose: () => void;
}

export function VitalsForm({ patientId, patient, onClose }: VitalsFormProps) {
  const { chart } = useSession();
  const [system, setSystem] = useUnits();
  const draft = useDraft<VitalsDraft>(patientId, VITALS_DRAFT, () => beginVitals(system));
  const signing = useSigning();
  const zone = usePracticeZone();
  const { body } = draft;
  const mark = useConfidential(patient, 'vitals', body?.confidential);
  if (body === undefined) return <LoadingLines label="Loading the draft" />;
  const takenAt = effectiveTime(body, { now: new Date(), zone });
  const ageDays = ageInDays(patient?.birthDate, takenAt);
  const zoneName = foreignZoneName(zone, new Date(takenAt));
  const bmi = bmiOf(body);
  const type = (key: VitalKey, text: string) =>
    draft.change({ ...body, typed: { ...body.typed, [key]: text } });

  const sign = async () => {
    const missing = missingInVitals(body, ageDays, { now: new Date(), zone });
    if (missing !== undefined) {
      signing.refuse(missing);
      return;
    }
    await draft.flush();
    const resources = vitalObservations({
      subject: `Patient/${patientId}`,
      at: effectiveTime(body, { now: new Date(), zone }),
      note: body.note.trim(),
      ...valuesOf(body, ageDays),
    });
    const ids = await signing.run(() =>
      chart.write(
        patientId,
        resources.map((resource) => ({ resource, ...(mark.value && { confidential: true }) })),
      ),
    );
    if (ids === undefined) return;
    await draft.discard();
    notifications.show({ message: 'Vitals signed.', color: 'done' });
    onClose();
  };

  const discard = async () => {
    await draft.discard();
    onClose();
  };

  return (
    <ComposerFrame
      title="New vitals"
      note={<DraftNote state={draft.state} savedAt={draft.savedAt} />}
      submitLabel="Sign"
      busy={signing.busy}
      failure={signing.failure}
      kept="What you typed is kept as a draft."
      onSubmit={() => void sign()}
      onClose={onClose}
      onDiscard={isEmptyVitals(body) ? undefined : () => void discard()}
    >
      <Group justify="space-between" align="flex-end">
        <TextInput
          label="Taken at"
          description={
            zoneName === undefined ? 'Empty: now' : `Empty: now. In ${zoneName}, as at the practice.`
          }
          type="datetime-local"
          value={body.at}
          onChange={(event) => draft.change({ ...body, at: event.currentTarget.value })}
        />
        <UnitSwitch
          system={body.system}
          onChange={(next) => {
            setSystem(next);
            draft.change(switchUnits(body, next));
          }}
        />
      </Group>
      <div className={classes.fields}>
        {fieldsFor(ageDays).map((key, index) => (
          <VitalField
            key={key}
            vital={key}
            system={body.system}
            text={body.typed[key] ?? ''}
            question={questionAbout(key, body, ageDays)}
            onType={(text) => type(key, text)}
            onConfirm={(right) =>
              draft.change({
                ...body,
                confirmed: { ...body.confirmed, [key]: right ? (body.typed[key] ?? '') : '' },
              })
            }
            first={index === 0}
          />
        ))}
      </div>
      {bmi !== undefined && (
        <Text size="sm">
          BMI <strong>{bmi}</strong> kg/m²
        </Text>
      )}
      <TextInput
        label="Remark"
        value={body.note}
        onChange={(event) => draft.change({ ...body, note: event.currentTarget.value })}
      />
      <ConfidentialField
        mark={mark}
        what="these measurements"
        onChange={(confidential) => draft.change({ ...body, confidential })}
      />
    </ComposerFrame>
  );
}

const BMI_FROM_DAYS = 2 * 365;

function valuesOf(draft: VitalsDraft, ageDays: number | undefined) {
  const values: Partial<Record<VitalKey, number>> = {};
  const confirmed: Partial<Record<VitalKey, string>> = {};
  for (const key of VITAL_FIELDS) {
    const value = metricValue(key, draft);
    if (value === undefined) continue;
    values[key] = value;
    const question = questionAbout(key, draft, ageDays);
    if (question?.confirmed === true) confirmed[key] = `Value confirmed when entered: ${question.words}`;
  }
  const bmi = bmiOf(draft);
  // Under two years weight is judged by length, not by BMI.
  if (bmi !== undefined && (ageDays === undefined || ageDays >= BMI_FROM_DAYS)) values.bmi = bmi;
  return { values, confirmed };
}
