/** The door: the code that only who sees the server's terminal knows. */
import type { PracticeSetUp } from '@keychart/chart/set-up';
import { faultText } from '@keychart/react';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import classes from './set-up.module.css';
import { StepForm } from './step-form.tsx';

interface CodeStepProps {
  readonly setUp: PracticeSetUp;
  readonly onRight: (code: string) => void;
}

export function CodeStep({ setUp, onRight }: CodeStepProps) {
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const check = async () => {
    if (code.trim() === '') return setWrong('Type the set-up code.');
    setBusy(true);
    try {
      const answer = await setUp.checkCode(code);
      if (answer.ok) onRight(code);
      else setWrong(answer.reason);
    } catch (fault) {
      setWrong(faultText(fault));
    } finally {
      setBusy(false);
    }
  };
  return (
    <StepForm
      name="Set-up code"
      submitLabel="Begin"
      busy={busy}
      onSubmit={() => void check()}
      failure={wrong === undefined ? undefined : { title: 'Not yet', detail: wrong }}
    >
      <TextInput
        label="Set-up code"
        description="Three groups of four, in the terminal where the server was started."
        placeholder="XXXX-XXXX-XXXX"
        value={code}
        onChange={(event) => {
          setCode(event.currentTarget.value);
          setWrong(undefined);
        }}
        classNames={{ input: classes.code }}
        spellCheck={false}
        autoCapitalize="characters"
      />
    </StepForm>
  );
}
