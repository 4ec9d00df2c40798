/** Ways to log in, each with its name, kind and date; to be renamed and removed. */
import type { LoginWayKept } from '@keychart/chart/browser';
import { dateText } from '@keychart/ui';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSession } from '../../session/session-context.ts';
import { RemoveWay } from './remove-way.tsx';
import { KIND_WORDS } from './way-words.ts';
import classes from './ways.module.css';

interface WayListProps {
  readonly ways: readonly LoginWayKept[];
  readonly onChange: () => void;
}

export function WayList({ ways, onChange }: WayListProps) {
  const [renamed, setRenamed] = useState<string>();
  const [removed, setRemoved] = useState<LoginWayKept>();
  const opening = ways.filter(({ kind }) => kind !== 'sheet');
  return (
    <>
      <ul className={classes.list} aria-label="My ways to log in">
        {ways.map((way) => (
          <li key={way.id} className={classes.way}>
            {renamed === way.id ? (
              <Rename
                way={way}
                onCancel={() => setRenamed(undefined)}
                onDone={() => {
                  setRenamed(undefined);
                  onChange();
                }}
              />
            ) : (
              <>
                <Stack gap={0} className={classes.name}>
                  <Text fw={600}>
                    <bdi>{way.label}</bdi>
                  </Text>
                  <Text size="sm" c="dimmed">
                    {KIND_WORDS[way.kind]}, since {dateText(way.createdAt)}
                  </Text>
                </Stack>
                <Group gap="xs" wrap="nowrap">
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={`Rename ${way.label}`}
                    onClick={() => setRenamed(way.id)}
                  >
                    Rename
                  </Button>
                  <Button
                    size="xs"
                    variant="default"
                    color="critical"
                    aria-label={`Remove ${way.label}`}
                    onClick={() => setRemoved(way)}
                  >
                    Remove
                  </Button>
                </Group>
              </>
            )}
          </li>
        ))}
      </ul>
      {removed !== undefined && (
        <RemoveWay
          way={removed}
          isLast={opening.length === 1 && opening[0]?.id === removed.id}
          onClose={() => setRemoved(undefined)}
          onRemoved={() => {
            setRemoved(undefined);
            onChange();
          }}
        />
      )}
    </>
  );
}

interface RenameProps {
  readonly way: LoginWayKept;
  readonly onCancel: () => void;
  readonly onDone: () => void;
}

function Rename({ way, onCancel, onDone }: RenameProps) {
  const { session } = useSession();
  const [label, setLabel] = useState(way.label);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const name = label.trim();
    if (name === '' || name === way.label) onDone();
    else session.renameWay(way.id, name).then(onDone, onDone);
  };
  return (
    <form
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
      aria-label={`Rename ${way.label}`}
      className={classes.rename}
    >
      <TextInput
        aria-label="New name"
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
        maxLength={60}
        autoFocus
        className={classes.name}
      />
      <Button type="submit" size="xs">
        Save
      </Button>
      <Button size="xs" variant="default" onClick={onCancel}>
        Cancel
      </Button>
    </form>
  );
}
