/** Is it on paper, to its end? The last letters of each sheet are typed back. A slip in the middle shows when it is used. */
import type { KeySheet } from '@keychart/chart/set-up';
import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { sheetTitle } from './paper-sheet.tsx';
import classes from './set-up.module.css';
import { StepForm } from './step-form.tsx';

/** Of bech32: the checksum, other on each sheet. */
const LETTERS = 6;

interface SheetCheckProps {
  readonly sheets: readonly KeySheet[];
  readonly busy: boolean;
  readonly failure: string | undefined;
  readonly onBack: () => void;
  readonly onChecked: () => void;
}

export function SheetCheck({ sheets, busy, failure, onBack, onChecked }: SheetCheckProps) {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [insist, setInsist] = useState(false);
  const isRight = ({ text }: KeySheet) => lastLetters(typed[text] ?? '') === lastLetters(text);
  return (
    <StepForm
      name="Check the sheets"
      submitLabel="Found the practice"
      busy={busy}
      onBack={onBack}
      onSubmit={() => {
        setInsist(true);
        if (sheets.every(isRight)) onChecked();
      }}
      failure={failure === undefined ? undefined : { title: 'Not founded', detail: failure }}
    >
      <Text size="sm">
        Type the last letters of each sheet from the paper, not from memory: they show that it came out to its
        end.
      </Text>
      {sheets.map((sheet) => (
        <TextInput
          key={sheet.text}
          label={sheetTitle(sheet)}
          description={`The last ${LETTERS} letters on the paper`}
          value={typed[sheet.text] ?? ''}
          error={insist && !isRight(sheet) ? whatIsWrong(typed[sheet.text]) : undefined}
          onChange={(event) => setTyped({ ...typed, [sheet.text]: event.currentTarget.value })}
          classNames={{ input: classes.text }}
          maw="16rem"
          autoCapitalize="none"
          spellCheck={false}
        />
      ))}
    </StepForm>
  );
}

const whatIsWrong = (text = '') =>
  text.trim() === '' ? `Type its last ${LETTERS} letters.` : 'These are not the last letters of this sheet.';

const lastLetters = (text: string) => text.replaceAll(/\s/g, '').toLowerCase().slice(-LETTERS);
