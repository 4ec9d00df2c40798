/** Marks what guardians cannot see. */
import { Tooltip } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import classes from './marks.module.css';

export function ConfidentialMark() {
  return (
    <Tooltip label="Only the patient and clinicians can read this; guardians cannot.">
      <span className={classes.confidential}>
        <IconEyeOff size={14} aria-hidden /> confidential
      </span>
    </Tooltip>
  );
}
