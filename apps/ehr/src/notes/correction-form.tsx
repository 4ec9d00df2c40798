/** A corrected version of a signed note: a new version above the old one, which stays in the history. */

import type { Entry } from '@keychart/chart';
import type { Composition, CompositionSection } from '@keychart/fhir';
import { useEntries, useSession } from '@keychart/react';
import { LoadingLines } from '@keychart/ui';
import { Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { correctionDraft } from '../open-charts/draft-keys.ts';
import { useDraft } from '../session/use-draft.ts';
import { ComposerFrame } from './composer-frame.tsx';
import { DraftNote } from './draft-note.tsx';
import { narrativeDiv, narrativeText } from './note-text.ts';
import { useSigning } from './use-signing.ts';

interface CorrectionFormProps {
  readonly patientId: string;
  readonly noteId: string;
  readonly onClose: (record?: string) => void;
}

/** Which version the text was taken from: the chart merges what somebody else changed meanwhile. */
interface CorrectionDraft {
  readonly version: string;
  readonly texts: readonly string[];
}

export function CorrectionForm({ patientId, noteId, onClose }: CorrectionFormProps) {
  const { entries } = useEntries<Composition>(patientId, { types: ['Composition'], ids: [noteId] });
  const note = entries[0];
  if (note === undefined) return <LoadingLines label="Loading the note" />;
  return <Correction patientId={patientId} note={note} onClose={onClose} />;
}

interface CorrectionProps {
  readonly patientId: string;
  readonly note: Entry<Composition>;
  readonly onClose: (record?: string) => void;
}

function Correction({ patientId, note, onClose }: CorrectionProps) {
  const { chart } = useSession();
  const sections = note.resource.section ?? [];
  const before = () => sections.map((part) => narrativeText(part.text?.div));
  const draft = useDraft<CorrectionDraft>(patientId, correctionDraft(note.id), () => ({
    version: note.version,
    texts: before(),
  }));
  const signing = useSigning();
  const { body } = draft;
  if (body === undefined) return <LoadingLines label="Loading the draft" />;

  const sign = async () => {
    const was = before();
    if (body.texts.every((text, index) => text.trim() === was[index])) {
      signing.refuse('Nothing is changed yet.');
      return;
    }
    await draft.flush();
    const section = sections.map((part, index) => changed(part, body.texts[index] ?? '', was[index] ?? ''));
    const ids = await signing.run(() =>
      chart.correct(patientId, note.id, body.version, { ...note.resource, status: 'amended', section }),
    );
    if (ids === undefined) return;
    await draft.discard();
    notifications.show({
      message: 'Correction signed. The earlier version stays in the history.',
      color: 'done',
    });
    onClose(note.id);
  };

  const discard = async () => {
    await draft.discard();
    onClose();
  };

  return (
    <ComposerFrame
      title="Correct the note"
      note={<DraftNote state={draft.state} savedAt={draft.savedAt} />}
      submitLabel="Sign correction"
      busy={signing.busy}
      failure={signing.failure}
      kept="Your text is kept as a draft."
      onSubmit={() => void sign()}
      onClose={() => onClose()}
      onDiscard={() => void discard()}
    >
      <Text size="sm" c="dimmed">
        The signed version stays in the history under this one.
      </Text>
      {sections.map((part, index) => (
        <Textarea
          // biome-ignore lint/suspicious/noArrayIndexKey: the sections of a signed note do not move
          key={index}
          label={part.title ?? `Section ${index + 1}`}
          autosize
          minRows={3}
          maxRows={16}
          value={body.texts[index] ?? ''}
          onChange={(event) =>
            draft.change({ ...body, texts: body.texts.with(index, event.currentTarget.value) })
          }
        />
      ))}
    </ComposerFrame>
  );
}

/** Untouched sections keep their formatting. */
const changed = (part: CompositionSection, text: string, was: string): CompositionSection =>
  text.trim() === was ? part : { ...part, text: { status: 'additional', div: narrativeDiv(text) } };
