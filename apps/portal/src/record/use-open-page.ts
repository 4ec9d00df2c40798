/** Opens the page of a record, or of all values of one moment. */
import type { SectionKey } from '@keychart/ui';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { usePersonId } from '../people/people-context.ts';
import { usePageNumbers } from './page-numbers.ts';

export function useOpenPage(): (section: SectionKey, ids: readonly string[]) => void {
  const navigate = useNavigate();
  const pages = usePageNumbers();
  const patientId = usePersonId();
  return useCallback(
    (section, ids) => {
      void navigate({
        to: '/record/$section/$page',
        params: { section, page: pages.numberOf({ patientId, ids }) },
      });
    },
    [navigate, pages, patientId],
  );
}
