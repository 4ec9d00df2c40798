/** In a chart of several entries: whoever reads only some of them. A merge opened nothing to anybody; here it can be. */
import type { PatientView } from '@keychart/chart';
import { Menu, Text } from '@mantine/core';
import { partlyReading } from './access-words.ts';
import classes from './family-access.module.css';
import { type OnAsk, Reader, ReaderMenu } from './reader.tsx';

interface MergedReadersProps {
  readonly view: PatientView;
  readonly onAsk: OnAsk;
}

export function MergedReaders({ view, onAsk }: MergedReadersProps) {
  const partly = partlyReading(view, Date.now());
  const handedOver = (view.merged ?? []).filter(({ keyHandedOver }) => keyHandedOver);
  if (partly.length === 0 && handedOver.length === 0) return null;
  return (
    <>
      <Text size="sm" fw={600} mt="sm">
        Read only a part, since charts were merged
      </Text>
      <ul className={classes.list} aria-label="Readers of a part of this record">
        {partly.map(({ guardian, facts, listed }) => (
          <Reader key={guardian.npub} name={guardian.name} what="Guardian" facts={facts}>
            {onAsk && (
              <ReaderMenu name={`${guardian.name} to the merged records`}>
                <Menu.Item onClick={() => onAsk({ kind: 'widen', npub: guardian.npub })}>
                  Let them read everything
                </Menu.Item>
                {!listed && (
                  <Menu.Item color="critical" onClick={() => onAsk({ kind: 'remove', npub: guardian.npub })}>
                    Remove
                  </Menu.Item>
                )}
              </ReaderMenu>
            )}
          </Reader>
        ))}
        {handedOver.map(({ patientId, name }) => (
          <Reader
            key={patientId}
            name={name}
            what="Patient"
            facts="with the key that was handed over for the merged chart: only what was in it"
          >
            {null}
          </Reader>
        ))}
      </ul>
    </>
  );
}
