/** Metric or US. */
import { SegmentedControl } from '@mantine/core';
import type { UnitSystem } from './vitals-grid.ts';

interface UnitSwitchProps {
  readonly size?: 'xs' | 'md';
  readonly system: UnitSystem;
  readonly onChange: (system: UnitSystem) => void;
}

export function UnitSwitch({ size = 'xs', system, onChange }: UnitSwitchProps) {
  return (
    <SegmentedControl
      aria-label="Units"
      size={size}
      transitionDuration={0}
      style={{ alignSelf: 'flex-start' }}
      value={system}
      onChange={(value) => onChange(value === 'metric' ? 'metric' : 'us')}
      data={[
        { value: 'us', label: 'US units' },
        { value: 'metric', label: 'Metric' },
      ]}
    />
  );
}
