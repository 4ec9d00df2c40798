/** One page: its title gets the focus, so that a screen reader hears where it is; the browser's title names nobody. */
import { Anchor, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './page.module.css';

interface PageProps {
  readonly title: string;
  /** The browser keeps this one in its history, in the clear: never a name or a finding. `title` unless told. */
  readonly browserTitle?: string;
  readonly back?: { readonly to: string; readonly label: string };
  readonly children: ReactNode;
}

export function Page({ title, browserTitle = title, back, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    document.title = `${browserTitle} · Keychart`;
  }, [browserTitle]);
  return (
    <div className={classes.page}>
      {back !== undefined && (
        <Anchor component={Link} to={back.to} className={`${classes.back} kc-screen-only`}>
          <IconArrowLeft size={18} aria-hidden /> {back.label}
        </Anchor>
      )}
      <Title order={1} ref={heading} tabIndex={-1}>
        {title}
      </Title>
      {children}
    </div>
  );
}
