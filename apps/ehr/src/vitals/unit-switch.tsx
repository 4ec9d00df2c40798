/** Metric or US. */
import type { UnitSystem } from '@keychart/ui';
import { SegmentedControl } from '@mantine/core';

interface UnitSwitchProps {
  readonly system: UnitSystem;
  readonly onChange: (system: UnitSystem) => void;
}

export function UnitSwitch({ system, onChange }: UnitSwitchProps) {
  return (
    <SegmentedControl
      aria-label="Units"
      size="xs"
      transitionDuration={0}
      value={system}
      onChange={(value) => onChange(value === 'metric' ? 'metric' : 'us')}
      data={[
        { value: 'us', label: 'US units' },
        { value: 'metric', label: 'Metric' },
      ]}
    />
  );
}
