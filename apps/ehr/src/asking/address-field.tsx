/** Somebody's public key, pasted; looked at while it is typed, and told what is wrong with it. */
import { parseAddress } from '@keychart/chart/browser';
import { sentence } from '@keychart/ui';
import { Text, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './asking.module.css';

interface AddressFieldProps {
  readonly label: string;
  readonly description: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong with a key that is well formed, e.g. that it is somebody else's. */
  readonly objection?: string | undefined;
  /** After an attempt to go on: what is not whole yet is an error too. */
  readonly insist: boolean;
}

/** As far as typed, this may still become an npub. */
const BEGUN = /^n?p?u?b?$|^npub1[02-9ac-hj-np-z]{0,57}$/;

/** What is wrong with the text; undefined where nothing is, or not yet. */
export function addressError(text: string, insist: boolean): string | undefined {
  const typed = text.trim();
  if (typed === '') return insist ? 'Paste the public key. It starts with npub1.' : undefined;
  const parsed = parseAddress(typed);
  if (parsed.ok || (!insist && BEGUN.test(typed))) return undefined;
  return sentence(parsed.reason);
}

export function AddressField({ label, description, value, onChange, objection, insist }: AddressFieldProps) {
  const [left, setLeft] = useState(false);
  const error = addressError(value, insist || (left && value.trim() !== '')) ?? objection;
  const good = error === undefined && parseAddress(value).ok;
  return (
    <div>
      <TextInput
        label={label}
        description={description}
        placeholder="npub1…"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={() => setLeft(true)}
        onFocus={() => setLeft(false)}
        error={error}
        autoCorrect="off"
        autoCapitalize="none"
        spellCheck={false}
        data-autofocus
      />
      {good && (
        <Text size="sm" className={classes.good} role="status">
          <IconCheck size={14} aria-hidden /> A whole key, typed without a mistake
        </Text>
      )}
    </div>
  );
}
