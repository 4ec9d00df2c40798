import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { makerName, vaccineProduct, vaccineProducts } from './vaccine-products.ts';

const folder =
  process.env.KEYCHART_REFERENCE ??
  fileURLToPath(new URL('../../../../../shared/reference', import.meta.url));
const published = `${folder}/cvx.csv`;

describe('vaccine products', () => {
  it('know a combination by what it carries and a trade name by its maker', () => {
    expect(vaccineProduct('146')).toMatchObject({
      antigens: ['Diphtheria', 'Tetanus', 'Pertussis', 'Polio', 'Hib', 'HepB'],
      tradeNames: [{ name: 'Vaxelis', mvx: 'MSP' }],
    });
    expect(vaccineProduct('121')?.antigens).toEqual(['Varicella@0d..50y', 'Zoster@50y']);
    expect(vaccineProduct('107')?.isUnspecified).toBe(true);
    expect(vaccineProduct('19')?.antigens).toEqual([]);
    expect(vaccineProduct('777')).toBeUndefined();
  });

  it('bear each code once, and makers we can name', () => {
    const codes = vaccineProducts.map(({ cvx }) => cvx);
    expect(new Set(codes).size).toBe(codes.length);
    const makers = vaccineProducts.flatMap(({ tradeNames }) => tradeNames.flatMap(({ mvx }) => mvx ?? []));
    expect(makers.filter((mvx) => makerName(mvx) === undefined)).toEqual([]);
  });

  it.skipIf(!existsSync(published))('carry the antigens of the published list, code by code', () => {
    const lines = readFileSync(published, 'utf8').trim().split(/\r?\n/).slice(1);
    const wrong = lines.flatMap((line) => {
      const cvx = line.slice(0, line.indexOf(','));
      const antigens = line.slice(line.lastIndexOf(',') + 1).replaceAll('"', '');
      const own = (vaccineProduct(cvx)?.antigens ?? []).map((each) => each.split('@')[0]);
      return [...own].sort().join(';') === antigens.split(';').sort().join(';')
        ? []
        : [`${cvx}: ${antigens}`];
    });
    expect(lines.length).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
  });
});
