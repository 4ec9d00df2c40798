/** `MyWays`, loaded when a screen shows it. */
import { LoadingLines } from '@keychart/ui';
import { lazy, Suspense } from 'react';

const Loaded = lazy(async () => ({ default: (await import('./my-ways.tsx')).MyWays }));

export function MyWays() {
  return (
    <Suspense fallback={<LoadingLines label="Loading your ways to log in" />}>
      <Loaded />
    </Suspense>
  );
}
