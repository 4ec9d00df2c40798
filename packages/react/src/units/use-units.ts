/** Metric or US units, as this person likes them on this device. No health data: kept in the browser's own storage. */
import type { UnitSystem } from '@keychart/ui';
import { useLocalStorage } from '@mantine/hooks';

export function useUnits(): [UnitSystem, (units: UnitSystem) => void] {
  const [units, setUnits] = useLocalStorage<UnitSystem>({
    key: 'keychart-units',
    defaultValue: 'us',
    getInitialValueInEffect: false,
    deserialize: (text) => (text === 'metric' ? 'metric' : 'us'),
    serialize: (value) => value,
  });
  return [units, setUnits];
}
