/** Patients that match a text, asked again on every key and whenever the list changes. */

import type { PatientSearchResult } from '@keychart/chart';
import { useChart } from '@keychart/react';
import { useEffect, useState } from 'react';

const PAGE = 50;

export interface PatientSearch {
  readonly result: PatientSearchResult | undefined;
  /** The result answers this text, and not the one before. */
  readonly fresh: boolean;
  readonly error: string | undefined;
  readonly more: (() => void) | undefined;
}

export function usePatientSearch(text: string): PatientSearch {
  const chart = useChart();
  const [answer, setAnswer] = useState<{ readonly text: string; readonly result: PatientSearchResult }>();
  const [error, setError] = useState<string>();
  const [asked, setAsked] = useState({ text, count: PAGE });
  const count = asked.text === text ? asked.count : PAGE;

  useEffect(() => {
    let over = false;
    let unwatch: (() => void) | undefined;
    const fail = (fault: unknown) => {
      if (!over) setError(fault instanceof Error ? fault.message : String(fault));
    };
    const ask = () => {
      chart.searchPatients(text, { count }).then((found) => {
        if (!over) {
          setAnswer({ text, result: found });
          setError(undefined);
        }
      }, fail);
    };
    ask();
    chart.watchPatients(ask).then((stop) => {
      if (over) stop();
      else unwatch = stop;
    }, fail);
    return () => {
      over = true;
      unwatch?.();
    };
  }, [chart, text, count]);

  const result = answer?.result;
  const more =
    result !== undefined && result.rows.length < result.total
      ? () => setAsked({ text, count: count + PAGE })
      : undefined;
  return { result, fresh: answer?.text === text, error, more };
}
