/** Metric or US units, as this person likes them on this device. Not health data: kept in the browser's own storage. */

import type { UnitSystem } from '@keychart/ui';
import { useLocalStorage } from '@mantine/hooks';

export function useUnitSystem(): readonly [UnitSystem, (system: UnitSystem) => void] {
  const [system, setSystem] = useLocalStorage<UnitSystem>({
    key: 'keychart-units',
    defaultValue: 'us',
    getInitialValueInEffect: false,
    serialize: (value) => value,
    deserialize: (value) => (value === 'metric' ? 'metric' : 'us'),
  });
  return [system, setSystem];
}
