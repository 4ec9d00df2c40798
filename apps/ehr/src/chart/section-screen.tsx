/** One section of the chart as a list; sections that need more have a screen of their own. */
import { useEntries, useSession } from '@keychart/react';
import { type ChartSection, EmptyState, ErrorNote, LoadNote, RecordList, Section } from '@keychart/ui';
import { lazy, Suspense } from 'react';
import { useOpenCharts } from '../open-charts/open-charts-context.ts';
import { sectionsFor } from '../session/permissions.ts';

const VitalsScreen = lazy(async () => ({
  default: (await import('../vitals/vitals-screen.tsx')).VitalsScreen,
}));

interface SectionScreenProps {
  readonly tab: string;
  readonly patientId: string;
  readonly section: ChartSection;
}

export function SectionScreen({ tab, patientId, section }: SectionScreenProps) {
  const { identity } = useSession();
  if (!sectionsFor(identity).includes(section))
    return (
      <EmptyState
        title="Your login does not open clinical records."
        hint="An administrator of the practice can change that."
      />
    );
  if (section.key === 'vitals') {
    return (
      <Suspense>
        <VitalsScreen patientId={patientId} />
      </Suspense>
    );
  }
  return <SectionList tab={tab} patientId={patientId} section={section} />;
}

function SectionList({ tab, patientId, section }: SectionScreenProps) {
  const charts = useOpenCharts();
  const { entries, total, state, error, more } = useEntries(patientId, section.query);
  return (
    <Section title={section.title} count={total}>
      {error !== undefined && <ErrorNote title={`${section.title} could not be read`} detail={error} />}
      {state === 'complete' && total === 0 && <EmptyState title={section.empty} />}
      <RecordList
        label={section.title}
        entries={entries}
        line={(entry) => section.render(entry)}
        // An addendum is read with the note it belongs to.
        onOpen={(entry) =>
          charts.change(tab, { record: entry.relatesTo?.as === 'addendum' ? entry.relatesTo.id : entry.id })
        }
      />
      <LoadNote state={state} shown={entries.length} total={total} what={section.what} onMore={more} />
    </Section>
  );
}
