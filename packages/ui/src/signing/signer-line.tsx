/** Who signed, when, and that signature and authority were checked: only checked records reach the screen. */
import { Group, Text, Tooltip } from '@mantine/core';
import { IconRosetteDiscountCheck } from '@tabler/icons-react';
import type { SignerProps } from '../entry.ts';
import { When } from '../text/practice-time.tsx';
import classes from './marks.module.css';
import { roleText } from './role-text.ts';

export interface SignerLineProps {
  readonly signer: SignerProps;
  readonly at: string;
  /** `Signed` unless told: `Corrected`, `Recorded`, `Removed`. */
  readonly verb?: string;
}

export function SignerLine({ signer, at, verb = 'Signed' }: SignerLineProps) {
  const me = signer.me ? ' (you)' : '';
  return (
    <Group gap="xs" wrap="wrap" className={classes.signer}>
      <Text size="xs" c="dimmed" component="span">
        {verb} by {signer.name}
        {me}, {roleText(signer.role)}, <When date={at} time />
      </Text>
      <Tooltip label="The signature is genuine, and the signer was entitled to write this at that time.">
        <span className={classes.done}>
          <IconRosetteDiscountCheck size={14} aria-hidden /> verified
        </span>
      </Tooltip>
    </Group>
  );
}
