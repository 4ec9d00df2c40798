/** Every key that does something, on one card. */
import { Kbd, Modal, Table } from '@mantine/core';

const MOD = navigator.userAgent.includes('Mac') ? '⌘' : 'Ctrl';

const SHORTCUTS: readonly (readonly [keys: readonly string[], does: string])[] = [
  [[MOD, 'K'], 'Go to: find a patient or a command'],
  [['/'], 'Search patients'],
  [['↑', '↓', 'Enter'], 'Move in a list, open'],
  [['Alt', '1 … 9'], 'Open chart 1 to 9'],
  [['N'], 'New note (in a chart)'],
  [['V'], 'New vitals (in a chart)'],
  [[MOD, 'Enter'], 'Sign or save what you write'],
  [['Esc'], 'Go back, close'],
  [[MOD, 'Shift', 'L'], 'Lock now'],
  [['?'], 'This list'],
];

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title="Keyboard shortcuts" closeButtonProps={{ 'aria-label': 'Close' }}>
      <Table>
        <Table.Tbody>
          {SHORTCUTS.map(([keys, does]) => (
            <Table.Tr key={does}>
              <Table.Td w={180}>
                {keys.map((key) => (
                  <Kbd key={key} mr={4}>
                    {key}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>{does}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
