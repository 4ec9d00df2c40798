/** Under the banner of a chart that shows several entries of one person. */
import type { PatientView } from '@keychart/chart';
import { useSession } from '@keychart/react';
import { Button } from '@mantine/core';
import { IconArrowMerge } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { mayMergePatients } from '../session/permissions.ts';
import classes from './duplicates.module.css';
import { mergedText } from './merge-words.ts';

const MergedDialog = lazy(async () => ({ default: (await import('./merged-dialog.tsx')).MergedDialog }));

interface MergedLineProps {
  readonly view: PatientView;
  readonly name: string;
}

export function MergedLine({ view, name }: MergedLineProps) {
  const { identity } = useSession();
  const [open, setOpen] = useState(false);
  if (view.merged === undefined) return null;
  return (
    <p className={classes.line}>
      <IconArrowMerge size={14} aria-hidden />
      {mergedText(view.merged)}
      <Button className="kc-screen-only" variant="subtle" size="compact-xs" onClick={() => setOpen(true)}>
        {mayMergePatients(identity) ? 'Show or undo' : 'Show'}
      </Button>
      <Suspense>{open && <MergedDialog view={view} name={name} onClose={() => setOpen(false)} />}</Suspense>
    </p>
  );
}
