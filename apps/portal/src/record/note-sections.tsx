/** The parts of a note, as text only: what came from outside is never set as HTML. */
import type { CompositionSection } from '@keychart/fhir';
import { SafeNarrative } from '@keychart/ui';
import classes from './letter.module.css';

interface NoteSectionsProps {
  readonly sections: readonly CompositionSection[];
  readonly hideTitles?: boolean;
  readonly nested?: boolean;
}

export function NoteSections({ sections, hideTitles = false, nested = false }: NoteSectionsProps) {
  const Heading = nested ? 'h3' : 'h2';
  return sections.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a signed note does not change, its sections have no other identity
    <section key={index}>
      {part.title !== undefined && !hideTitles && <Heading className={classes.part}>{part.title}</Heading>}
      <SafeNarrative div={part.text?.div} />
      {part.section !== undefined && <NoteSections sections={part.section} nested />}
    </section>
  ));
}
