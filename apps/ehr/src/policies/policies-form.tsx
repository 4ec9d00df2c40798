/** The policies as a form. What is left empty is not settled. */
import type { Policies } from '@keychart/chart';
import { policyBounds, policyDefaults } from '@keychart/chart/browser';
import { faultText, useChart } from '@keychart/react';
import { ErrorNote, firstUpper } from '@keychart/ui';
import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import classes from './policies.module.css';
import { CATEGORIES, categoriesOf } from './policy-words.ts';

type NumberOf = 'guardianUntil' | 'confidentialFrom' | 'idleMinutes';

interface PoliciesFormProps {
  readonly policies: Policies;
  /** A change is on its way already. */
  readonly waiting: boolean;
  readonly onSaved: () => void;
}

export function PoliciesForm({ policies, waiting, onSaved }: PoliciesFormProps) {
  const chart = useChart();
  const [typed, setTyped] = useState<Record<NumberOf, string>>({
    guardianUntil: textOf(policies.guardianUntil),
    confidentialFrom: textOf(policies.confidentialFrom),
    idleMinutes: textOf(policies.idleMinutes),
  });
  const [categories, setCategories] = useState<readonly string[]>(categoriesOf(policies));
  const [hold, setHold] = useState(policies.holdPatientKeys ?? false);
  const [insist, setInsist] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setInsist(true);
    const names = Object.keys(typed) as NumberOf[];
    if (busy || names.some((name) => wrong(name, typed[name]) !== undefined)) return;
    const numbers = names.flatMap((name) =>
      typed[name].trim() === '' ? [] : [[name, Number(typed[name])] as const],
    );
    const settled: Policies = {
      ...Object.fromEntries(numbers),
      ...(typed.confidentialFrom.trim() !== '' && { confidentialCategories: [...categories] }),
      ...(hold && { holdPatientKeys: true }),
    };
    setBusy(true);
    setFailure(undefined);
    try {
      const outcome = await chart.changePolicies(settled);
      if (outcome.ok) onSaved();
      else setFailure(outcome.reason);
    } catch (fault) {
      setFailure(faultText(fault));
    } finally {
      setBusy(false);
    }
  };

  const field = (name: NumberOf, label: string, description: string) => (
    <TextInput
      label={label}
      description={description}
      inputMode="numeric"
      classNames={{ input: classes.number }}
      value={typed[name]}
      error={insist ? wrong(name, typed[name]) : undefined}
      onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
    />
  );

  return (
    <form
      aria-label="Change the policies"
      onSubmit={(event) => void submit(event)}
      noValidate
      autoComplete="off"
    >
      <Stack gap="lg">
        {field(
          'guardianUntil',
          'Guardians read until the age of',
          'Their access ends by itself at midnight of that birthday. Empty: no end. A day set for one guardian goes first.',
        )}
        {field(
          'confidentialFrom',
          'Confidential from the age of',
          'From then on the kinds of records below are confidential when they are written, unless the mark is taken off. Empty: nothing is.',
        )}
        {typed.confidentialFrom.trim() !== '' && (
          <Checkbox.Group label="Confidential from that age" value={[...categories]} onChange={setCategories}>
            <div className={classes.checks}>
              {CATEGORIES.map(({ key, label }) => (
                <Checkbox key={key} value={key} label={label} />
              ))}
            </div>
          </Checkbox.Group>
        )}
        {field(
          'idleMinutes',
          'Minutes until the apps lock',
          `Workstations and the families’ portal, counted from the last touch. Empty: ${policyDefaults.idleMinutes}.`,
        )}
        <Checkbox
          label="Keep keys made for patients until they are handed over"
          description="Encrypted, for those who read whole records: each of them could copy such a key, and read with it even after leaving. Off: a key is shown once when it is made; if the family loses it, a new one is made."
          checked={hold}
          onChange={(event) => setHold(event.currentTarget.checked)}
        />
        {failure !== undefined && (
          <ErrorNote title="Not changed" detail={firstUpper(failure)} kept="What you typed is still here." />
        )}
        <Group justify="flex-end">
          <Button type="submit" loading={busy} disabled={waiting}>
            Change the policies
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const textOf = (value: number | undefined): string => (value === undefined ? '' : String(value));

function wrong(name: NumberOf, text: string): string | undefined {
  const { least, most } = policyBounds[name];
  if (text.trim() === '') return undefined;
  const value = /^\d{1,4}$/.test(text.trim()) ? Number(text) : -1;
  return value < least || value > most ? `A whole number from ${least} to ${most}, or nothing.` : undefined;
}
