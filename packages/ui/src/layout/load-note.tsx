/**
 * How complete a list is, in words: an empty list that is still loading never looks like an empty list.
 * Also says how many of how many are shown, and offers the rest.
 */
import { Button, Group, Loader, Skeleton, Stack, Text } from '@mantine/core';
import type { LoadStateName } from '../entry.ts';

export interface LoadNoteProps {
  readonly state: LoadStateName;
  readonly shown: number;
  readonly total: number;
  /** What is listed, in the plural: `visits`. */
  readonly what: string;
  /** `partial`: so many more are known of and still on their way. */
  readonly coming?: number | undefined;
  readonly onMore?: (() => void) | undefined;
}

export function LoadNote({ state, shown, total, what, coming, onMore }: LoadNoteProps) {
  if (state === 'loading') return <LoadingLines label={`Loading ${what}`} />;
  if (state === 'complete' && shown >= total) return null;
  return (
    <Group justify="space-between" py="sm" role="status">
      <Text size="sm" c="dimmed">
        {state === 'partial'
          ? `${shown} of ${total} so far, ${comingText(what, coming)}`
          : `${shown} of ${total} ${what}`}
        {state === 'partial' && <Loader size="xs" ml="sm" type="dots" aria-hidden />}
      </Text>
      {shown < total && onMore !== undefined && (
        <Button variant="default" size="xs" onClick={onMore}>
          Show more
        </Button>
      )}
    </Group>
  );
}

function comingText(what: string, coming: number | undefined): string {
  if (coming === undefined) return `older ${what} are still loading`;
  return `${coming.toLocaleString('en-US')} more ${coming === 1 ? 'is' : 'are'} still loading`;
}

/** Grey lines where content will stand. */
export function LoadingLines({ label, lines = 3 }: { readonly label: string; readonly lines?: number }) {
  return (
    <Stack gap="sm" py="sm" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity
        <Skeleton key={line} height={12} width={`${88 - line * 14}%`} />
      ))}
    </Stack>
  );
}
