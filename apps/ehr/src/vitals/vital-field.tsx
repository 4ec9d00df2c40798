/** One value with its unit; an unlikely one is questioned right below, an impossible one refused. */
import { type VitalKey, vitalSign } from '@keychart/clinical';
import type { UnitSystem } from '@keychart/ui';
import { Checkbox, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useId } from 'react';
import classes from './vitals.module.css';
import { type Question, unitOf } from './vitals-entry.ts';

interface VitalFieldProps {
  readonly vital: VitalKey;
  readonly system: UnitSystem;
  readonly text: string;
  readonly question: Question | undefined;
  readonly onType: (text: string) => void;
  readonly onConfirm: (right: boolean) => void;
  readonly first: boolean;
}

export function VitalField({ vital, system, text, question, onType, onConfirm, first }: VitalFieldProps) {
  const { label } = vitalSign(vital);
  const unit = unitOf(vital, system).label;
  const questionId = useId();
  return (
    <div className={vital === 'systolic' ? classes.newRow : undefined}>
      <TextInput
        label={label}
        inputMode="decimal"
        value={text}
        onChange={(event) => onType(event.currentTarget.value)}
        error={question?.level === 'impossible' ? question.words : undefined}
        rightSection={
          <Text size="xs" c="dimmed" aria-hidden>
            {unit}
          </Text>
        }
        rightSectionWidth={52}
        rightSectionPointerEvents="none"
        aria-describedby={question?.level === 'unlikely' ? questionId : undefined}
        autoComplete="off"
        {...(first ? { 'data-autofocus': true } : {})}
      />
      {question?.level === 'unlikely' && (
        <div className={classes.question}>
          <Text size="xs" id={questionId} role="alert">
            <IconAlertTriangle size={14} aria-hidden className={classes.sign} /> {question.words}
          </Text>
          <Checkbox
            size="xs"
            mt={4}
            label={`Yes, ${text.trim()} ${unit} is right`}
            checked={question.confirmed}
            onChange={(event) => onConfirm(event.currentTarget.checked)}
          />
        </div>
      )}
    </div>
  );
}
