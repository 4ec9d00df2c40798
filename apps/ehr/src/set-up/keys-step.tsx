/** The root key and its successor: made here, printed, typed back from the paper; then the practice is founded. */
import type { KeySheet, PracticeSetUp } from '@keychart/chart/set-up';
import { faultText } from '@keychart/react';
import { ErrorNote, firstUpper } from '@keychart/ui';
import { Button, Group, Portal, Radio, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { answersOf } from './answers.ts';
import { CodeStep } from './code-step.tsx';
import { PaperSheet, ScreenSheet } from './paper-sheet.tsx';
import classes from './set-up.module.css';
import { SheetCheck } from './sheet-check.tsx';
import { StepForm } from './step-form.tsx';
import type { StepProps } from './step-props.ts';

interface KeysStepProps extends StepProps {
  readonly setUp: PracticeSetUp;
  readonly code: string;
  readonly onCode: (code: string) => void;
}

export function KeysStep({ setUp, code, onCode, typed, onChange, onDone, onBack }: KeysStepProps) {
  const [sheets, setSheets] = useState<readonly KeySheet[]>();
  const [checking, setChecking] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [asksCode, setAsksCode] = useState(false);

  const attempt = async (work: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      await work();
    } catch (fault) {
      setFailure(faultText(fault));
    } finally {
      setBusy(false);
    }
  };
  const found = (by: string) =>
    attempt(async () => {
      const answer = await setUp.found(by, answersOf(typed));
      if (answer.ok) return onDone();
      setFailure(answer.reason);
      setAsksCode(answer.wrongCode === true);
    });

  // The sheets stay as they are: a server that was started again only wants its new code.
  if (asksCode)
    return (
      <CodeStep
        setUp={setUp}
        onRight={(right) => {
          onCode(right);
          setAsksCode(false);
          void found(right);
        }}
      />
    );
  if (sheets === undefined)
    return (
      <StepForm
        name="The root key"
        submitLabel="Make the sheets"
        busy={busy}
        onBack={onBack}
        onSubmit={() => void attempt(async () => setSheets(await setUp.makeSheets(typed.split)))}
        failure={failure === undefined ? undefined : { title: 'Not made', detail: failure }}
      >
        <Radio.Group
          label="How to keep it"
          value={typed.split ? 'split' : 'one'}
          onChange={(value) => onChange({ split: value === 'split' })}
        >
          <Stack gap="sm" mt="xs">
            <Radio
              value="split"
              label="Three sheets, of which any two restore it"
              description="One sheet may burn, get lost or be stolen. Needs three places."
            />
            <Radio
              value="one"
              label="One sheet"
              description="Simple. Whoever finds it has the key; if it is lost, only the successor key helps."
            />
          </Stack>
        </Radio.Group>
        <Text size="sm">
          There is a second one, the successor key, for the day the root key is lost or stolen. It is kept the
          same way.
        </Text>
      </StepForm>
    );
  if (checking)
    return (
      <SheetCheck
        sheets={sheets}
        busy={busy}
        failure={failure && firstUpper(failure)}
        onBack={() => setChecking(false)}
        onChecked={() => void found(code)}
      />
    );
  return (
    <Stack gap="md">
      <Text size="sm">
        Print {sheets.length} sheets, or write them down by hand. They are nowhere else: when the practice is
        founded, this page forgets them.
      </Text>
      <Group>
        <Button leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => print()}>
          Print the sheets
        </Button>
      </Group>
      <div className={classes.sheets}>
        {sheets.map((sheet) => (
          <ScreenSheet key={sheet.text} sheet={sheet} />
        ))}
      </div>
      {failure !== undefined && <ErrorNote title="Not founded" detail={failure} />}
      <Group justify="space-between">
        <Button variant="default" onClick={() => setSheets(undefined)}>
          Back
        </Button>
        <Button onClick={() => setChecking(true)}>I have them on paper</Button>
      </Group>
      <Portal reuseTargetNode={false}>
        <div className={classes.paper}>
          {sheets.map((sheet) => (
            <PaperSheet key={sheet.text} sheet={sheet} practice={typed.name.trim()} />
          ))}
        </div>
      </Portal>
    </Stack>
  );
}
