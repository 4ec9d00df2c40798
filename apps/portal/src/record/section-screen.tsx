/** One section: what is in it, newest first, with how many there are and who signed each. */
import { useParams } from '@tanstack/react-router';
import { NotFound } from '../shell/not-found.tsx';
import { Page } from '../shell/page.tsx';
import { AllergySection } from './allergy-section.tsx';
import { EntryList } from './entry-list.tsx';
import { type PortalSection, portalSection } from './portal-sections.tsx';
import { VitalsSection } from './vitals-section.tsx';

export function SectionScreen() {
  const { section: key } = useParams({ from: '/record/$section' });
  const section = portalSection(key);
  if (section === undefined) return <NotFound />;
  return (
    <Page key={key} title={section.title} back={{ to: '/record', label: 'Record' }}>
      <Content section={section} />
    </Page>
  );
}

function Content({ section }: { readonly section: PortalSection }) {
  if (section.key === 'vitals') return <VitalsSection section={section} />;
  if (section.key === 'allergies') return <AllergySection section={section} />;
  return <EntryList section={section} />;
}
