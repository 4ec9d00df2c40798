/** A new note beside the chart: type, reason, four sections, kept as it is typed, signed with Ctrl/⌘ Enter. */
import type { Patient } from '@keychart/fhir';
import { useSession } from '@keychart/react';
import { LoadingLines } from '@keychart/ui';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { ConfidentialField } from '../confidential/confidential-field.tsx';
import { useConfidential } from '../confidential/use-confidential.ts';
import { NOTE_DRAFT } from '../open-charts/draft-keys.ts';
import { useDraft } from '../session/use-draft.ts';
import { beginNote, buildNote, isEmptyNote, missingInNote, type NoteDraft } from './build-note.ts';
import { ComposerFrame } from './composer-frame.tsx';
import { DraftNote } from './draft-note.tsx';
import { NOTE_SECTIONS, NOTE_TYPES } from './note-types.ts';
import { useSigning } from './use-signing.ts';

interface NoteComposerProps {
  readonly patientId: string;
  readonly patient: Patient | undefined;
  /** With the id of the signed note. */
  readonly onClose: (signedId?: string) => void;
}

export function NoteComposer({ patientId, patient, onClose }: NoteComposerProps) {
  const { chart, identity } = useSession();
  const draft = useDraft<NoteDraft>(patientId, NOTE_DRAFT, () => beginNote(new Date()));
  const signing = useSigning();
  const { body } = draft;
  const mark = useConfidential(patient, body?.type ?? '', body?.confidential);
  if (body === undefined) return <LoadingLines label="Loading the draft" />;
  const change = (part: Partial<NoteDraft>) => draft.change({ ...body, ...part });

  const sign = async () => {
    const missing = missingInNote(body);
    if (missing !== undefined) {
      signing.refuse(missing);
      return;
    }
    await draft.flush();
    const { encounter, composition } = buildNote(body, { name: identity.name, patientId, at: new Date() });
    const marks = mark.value ? { confidential: true } : {};
    const ids = await signing.run(() =>
      chart.write(patientId, [
        { resource: encounter, ...marks },
        { resource: composition, ...marks },
      ]),
    );
    if (ids === undefined) return;
    await draft.discard();
    notifications.show({ message: 'Note signed.', color: 'done' });
    onClose(ids[1]);
  };

  const discard = async () => {
    await draft.discard();
    onClose();
  };

  return (
    <ComposerFrame
      title="New note"
      note={<DraftNote state={draft.state} savedAt={draft.savedAt} />}
      submitLabel="Sign"
      busy={signing.busy}
      failure={signing.failure}
      kept="Your note is kept as a draft."
      onSubmit={() => void sign()}
      onClose={() => onClose()}
      onDiscard={isEmptyNote(body) ? undefined : () => void discard()}
    >
      <NativeSelect
        label="Type of visit"
        data={NOTE_TYPES.map(({ key, label }) => ({ value: key, label }))}
        value={body.type}
        onChange={(event) => change({ type: event.currentTarget.value })}
      />
      <TextInput
        label="Reason"
        value={body.reason}
        onChange={(event) => change({ reason: event.currentTarget.value })}
        data-autofocus
      />
      {NOTE_SECTIONS.map(({ key, label }) => (
        <Textarea
          key={key}
          label={label}
          autosize
          minRows={3}
          maxRows={16}
          value={body.sections[key]}
          onChange={(event) => change({ sections: { ...body.sections, [key]: event.currentTarget.value } })}
        />
      ))}
      <ConfidentialField
        mark={mark}
        what="this visit"
        onChange={(confidential) => change({ confidential })}
      />
    </ComposerFrame>
  );
}
