/** Go to: patients by name and every command, with the keyboard alone. */

import type { PatientRow } from '@keychart/chart';
import { useChart } from '@keychart/react';
import { dateText } from '@keychart/ui';
import { Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useOpenPatient } from '../open-charts/open-charts-context.ts';
import { PickList } from '../patients/pick-list.tsx';
import type { EarlyKeys } from './early-keys.ts';
import type { Choice } from './use-commands.ts';
import { useCommands } from './use-commands.ts';

const PATIENTS_SHOWN = 8;

interface CommandPaletteProps {
  /** What was typed before the field had the focus. */
  readonly takeEarly: () => EarlyKeys | undefined;
  readonly onClose: () => void;
}

export function CommandPalette({ takeEarly, onClose }: CommandPaletteProps) {
  const [text, setText] = useState('');
  const [entered, setEntered] = useState(false);
  const commands = useCommands();
  const { patients, fresh } = usePatientChoices(text);
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const matching = commands.filter(({ label }) =>
    words.every((word) => label.toLocaleLowerCase().includes(word)),
  );
  const choices = text.trim() === '' ? [...matching, ...patients] : [...patients, ...matching];
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      yOffset="12vh"
      centered={false}
      padding="sm"
      size="lg"
      attributes={{ content: { 'aria-label': 'Go to' } }}
    >
      <PickList
        label="Go to a patient or a command"
        placeholder="Patient or command"
        text={text}
        onText={setText}
        entered={entered}
        onFocus={() => {
          const early = takeEarly();
          if (early === undefined) return;
          setText((typed) => early.text + typed);
          setEntered(early.entered);
        }}
        items={choices}
        fresh={fresh}
        idOf={({ id }) => id}
        onPick={(choice) => {
          onClose();
          choice.run();
        }}
        render={({ label, hint }) => (
          <>
            <span>{label}</span>
            <span data-dimmed>{hint}</span>
          </>
        )}
        empty="Nothing found."
      />
    </Modal>
  );
}

function usePatientChoices(text: string): { patients: readonly Choice[]; fresh: boolean } {
  const chart = useChart();
  const openPatient = useOpenPatient();
  const [found, setFound] = useState<{ text?: string; rows: readonly PatientRow[] }>({ rows: [] });
  useEffect(() => {
    let over = false;
    chart.searchPatients(text, { count: PATIENTS_SHOWN }).then(
      ({ rows }) => {
        if (!over) setFound({ text, rows });
      },
      () => {
        if (!over) setFound({ text, rows: [] });
      },
    );
    return () => {
      over = true;
    };
  }, [chart, text]);
  const patients = found.rows.map(({ patientId, name, birthDate }) => ({
    id: `patient ${patientId}`,
    label: name,
    hint: birthDate === undefined ? 'Patient' : `Born ${dateText(birthDate)}`,
    run: () => openPatient(patientId, name),
  }));
  return { patients, fresh: found.text === text };
}
