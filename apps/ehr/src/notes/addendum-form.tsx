/** An addendum: the signed note stays as it is, this is appended under one's own name. */

import type { Entry } from '@keychart/chart';
import type { Composition } from '@keychart/fhir';
import { useEntries, useSession } from '@keychart/react';
import { LoadingLines } from '@keychart/ui';
import { Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { addendumDraft } from '../open-charts/draft-keys.ts';
import { useDraft } from '../session/use-draft.ts';
import { buildAddendum } from './build-note.ts';
import { ComposerFrame } from './composer-frame.tsx';
import { DraftNote } from './draft-note.tsx';
import { useSigning } from './use-signing.ts';

interface AddendumFormProps {
  readonly patientId: string;
  readonly noteId: string;
  readonly onClose: (record?: string) => void;
}

export function AddendumForm({ patientId, noteId, onClose }: AddendumFormProps) {
  const { entries } = useEntries<Composition>(patientId, { types: ['Composition'], ids: [noteId] });
  const note = entries[0];
  if (note === undefined) return <LoadingLines label="Loading the note" />;
  return <Addendum patientId={patientId} note={note} onClose={onClose} />;
}

interface AddendumProps {
  readonly patientId: string;
  readonly note: Entry<Composition>;
  readonly onClose: (record?: string) => void;
}

function Addendum({ patientId, note, onClose }: AddendumProps) {
  const { chart, identity } = useSession();
  const draft = useDraft<{ text: string }>(patientId, addendumDraft(note.id), () => ({ text: '' }));
  const signing = useSigning();
  if (draft.body === undefined) return <LoadingLines label="Loading the draft" />;
  const { text } = draft.body;

  const sign = async () => {
    if (text.trim() === '') {
      signing.refuse('Write the addendum before you sign.');
      return;
    }
    await draft.flush();
    const resource = buildAddendum(note.resource, text, { name: identity.name, patientId, at: new Date() });
    const ids = await signing.run(() =>
      chart.write(patientId, [
        {
          resource,
          relatesTo: { id: note.id, as: 'addendum' },
          ...(note.confidential ? { confidential: true } : {}),
        },
      ]),
    );
    if (ids === undefined) return;
    await draft.discard();
    notifications.show({ message: 'Addendum signed.', color: 'done' });
    onClose(note.id);
  };

  return (
    <ComposerFrame
      title="Addendum"
      note={<DraftNote state={draft.state} savedAt={draft.savedAt} />}
      submitLabel="Sign"
      busy={signing.busy}
      failure={signing.failure}
      kept="Your text is kept as a draft."
      onSubmit={() => void sign()}
      onClose={() => onClose()}
    >
      <Text size="sm" c="dimmed">
        To “{note.resource.title ?? 'Note'}”. The note itself stays as it was signed.
      </Text>
      <Textarea
        label="Addendum text"
        autosize
        minRows={6}
        maxRows={24}
        value={text}
        onChange={(event) => draft.change({ text: event.currentTarget.value })}
        data-autofocus
      />
    </ComposerFrame>
  );
}
