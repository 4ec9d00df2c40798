/** The frame of everything written beside the chart: title, draft state, fields, failure, sign and close. */
import { ErrorNote, useFirstFocus } from '@keychart/ui';
import { Button, CloseButton, Group, Kbd, Stack, Title } from '@mantine/core';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';

interface ComposerFrameProps {
  readonly title: string;
  readonly note: ReactNode;
  readonly submitLabel: string;
  readonly busy: boolean;
  readonly failure: string | undefined;
  /** What stands in an error about what was kept. */
  readonly kept: string;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly onDiscard?: (() => void) | undefined;
  readonly children: ReactNode;
}

const MOD = navigator.userAgent.includes('Mac') ? '⌘' : 'Ctrl';

export function ComposerFrame({
  title,
  note,
  submitLabel,
  busy,
  failure,
  kept,
  onSubmit,
  onClose,
  onDiscard,
  children,
}: ComposerFrameProps) {
  const form = useFirstFocus<HTMLFormElement>();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSubmit();
    } else if (event.key === 'Escape') {
      onClose();
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form ref={form} onSubmit={submit} onKeyDown={onKeyDown} aria-label={title} noValidate autoComplete="off">
      <Group justify="space-between" wrap="nowrap">
        <Title order={2}>{title}</Title>
        <CloseButton aria-label={`Close ${title.toLowerCase()}`} onClick={onClose} />
      </Group>
      {note}
      <Stack gap="md" mt="md">
        {children}
        {failure !== undefined && <ErrorNote title="Not signed" detail={failure} kept={kept} />}
        <Group justify="space-between">
          {onDiscard === undefined ? (
            <span />
          ) : (
            <Button variant="subtle" color="gray" onClick={onDiscard}>
              Discard draft
            </Button>
          )}
          <Group gap="sm">
            <Kbd size="xs">{MOD} Enter</Kbd>
            <Button type="submit" loading={busy}>
              {submitLabel}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
