/** A key to be handed over, over the whole screen and alone on paper. */
import type { KeyHandover } from '@keychart/chart';
import { Modal, Title } from '@mantine/core';
import { HandoverSheet } from '../new-patient/handover.tsx';
import classes from './family-access.module.css';

interface KeySheetProps {
  readonly title: string;
  readonly name: string;
  readonly handover: KeyHandover;
  readonly onDone: () => void;
}

export function KeySheet({ title, name, handover, onDone }: KeySheetProps) {
  // Leaving loses nothing where the practice has it still.
  return (
    <Modal
      opened
      onClose={handover.held ? onDone : () => undefined}
      fullScreen
      withCloseButton={false}
      closeOnEscape={handover.held}
      attributes={{ content: { 'aria-label': title } }}
      classNames={{ root: classes.sheet ?? '' }}
    >
      <div className={classes.paper}>
        <Title order={1}>{title}</Title>
        <HandoverSheet name={name} handover={handover} done="Back to the chart" onDone={onDone} />
      </div>
    </Modal>
  );
}
