/** One step on the screen: where we are, what is asked, and the way on. */
import { Logo } from '@keychart/ui';
import { Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './set-up.module.css';

interface SetUpFrameProps {
  readonly title: string;
  readonly lead: ReactNode;
  /** `Step 2 of 4`; absent before the first and after the last. */
  readonly step?: string | undefined;
  readonly children: ReactNode;
}

export function SetUpFrame({ title, lead, step, children }: SetUpFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // A new step is read from its beginning, by eye and by screen reader.
  useEffect(() => {
    document.title = `${title} · Keychart`;
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [title]);
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <Logo size={28} />
        {step !== undefined && (
          <Text size="sm" c="dimmed" mt="lg">
            {step}
          </Text>
        )}
        <Title
          order={1}
          mt={step === undefined ? 'lg' : 4}
          ref={heading}
          tabIndex={-1}
          className={classes.title}
        >
          {title}
        </Title>
        <Text c="dimmed" mt="xs" mb="xl" component="div">
          {lead}
        </Text>
        {children}
      </div>
    </main>
  );
}
