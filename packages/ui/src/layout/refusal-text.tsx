/** Why something was refused, in plain words; under it the practice's own words, for whoever helps. */
import { Text } from '@mantine/core';
import { refusalWords } from '../text/refusal-words.ts';

interface RefusalTextProps {
  readonly reason: string;
  /** Before the sentence, e.g. `The practice refused it.` */
  readonly lead?: string;
}

export function RefusalText({ reason, lead }: RefusalTextProps) {
  const { said, raw } = refusalWords(reason);
  return (
    <>
      <Text size="sm">{lead === undefined ? said : `${lead} ${said}`}</Text>
      {raw !== undefined && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          For support: {raw}
        </Text>
      )}
    </>
  );
}
