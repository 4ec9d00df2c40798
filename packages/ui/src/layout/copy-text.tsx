/** A long text made to be copied, in full and as it is. */
import { Button, Code, CopyButton, Group } from '@mantine/core';
import type { ReactNode } from 'react';

interface CopyTextProps {
  readonly text: string;
  /** On the button: `Copy` unless told. */
  readonly label?: string;
  /** Further buttons beside the first. */
  readonly children?: ReactNode;
}

export function CopyText({ text, label = 'Copy', children }: CopyTextProps) {
  return (
    <>
      <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>
        {text}
      </Code>
      <Group mt="sm" gap="sm">
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? 'Copied' : label}
            </Button>
          )}
        </CopyButton>
        {children}
      </Group>
    </>
  );
}
