/** Every version of a record, newest first: nothing signed is changed, corrections stand above what they correct. */

import type { Entry, Version } from '@keychart/chart';
import type { Composition } from '@keychart/fhir';
import { useHistory } from '@keychart/react';
import {
  DeliveryMark,
  type EntryProps,
  ErrorNote,
  SafeNarrative,
  Section,
  SignerLine,
  sectionOf,
} from '@keychart/ui';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import classes from './history.module.css';

const VERB = {
  original: 'Signed',
  correction: 'Corrected',
  'status-update': 'Status changed',
  deletion: 'Entered in error',
} as const;

interface HistoryProps {
  readonly entry: Entry;
}

export function History({ entry }: HistoryProps) {
  const [open, setOpen] = useState(false);
  if (entry.versions < 2 && entry.removed === undefined) return null;
  return open ? (
    <Versions entry={entry} />
  ) : (
    <Button
      className="kc-screen-only"
      variant="default"
      size="xs"
      w="fit-content"
      onClick={() => setOpen(true)}
    >
      Show history ({entry.versions} versions)
    </Button>
  );
}

function Versions({ entry }: HistoryProps) {
  const { value: versions, error } = useHistory(entry);
  return (
    <Section title="History" count={versions?.length}>
      {error !== undefined && <ErrorNote title="The history could not be read" detail={error} />}
      <ol className={classes.versions}>
        {versions?.map((version) => (
          <li key={version.version}>
            <SignerLine signer={version.signer} at={version.at} verb={VERB[version.change]} />
            <DeliveryMark delivery={version.delivery} />
            {version.conflict && <Text size="xs">Changed at the same time as another version.</Text>}
            <VersionContent entry={entry} version={version} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function VersionContent({ entry, version }: { readonly entry: Entry; readonly version: Version }) {
  if (version.change === 'deletion') return <Text size="sm">{entry.removed?.reason}</Text>;
  const { resource } = version;
  if (resource.resourceType === 'Composition') {
    return (resource as Composition).section?.map((part) => (
      <div key={part.title}>
        <Text size="sm" fw={600}>
          {part.title}
        </Text>
        <SafeNarrative div={part.text?.div} />
      </div>
    ));
  }
  const { removed: _, ...rest } = entry;
  const shown: EntryProps = {
    ...rest,
    resource,
    versions: 1,
    conflict: false,
    delivery: { state: 'accepted' },
  };
  return sectionOf(resource).render(shown);
}
