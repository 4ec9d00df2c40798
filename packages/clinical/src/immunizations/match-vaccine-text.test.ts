import { describe, expect, it } from 'vitest';
import { matchVaccineText } from './match-vaccine-text.ts';

describe('free text of old records', () => {
  it.each([
    ['Pediarix', { cvx: '110', by: 'trade name', mvx: 'SKB' }],
    ['VAXELIS', { cvx: '146', by: 'trade name', mvx: 'MSP' }],
    ['M-M-R II', { cvx: '03', by: 'trade name', mvx: 'MSD' }],
    ['gardasil 9', { cvx: '165', by: 'trade name', mvx: 'MSD' }],
    ['ActHIB (Hib)', { cvx: '48', by: 'trade name', mvx: 'PMC' }],
    ['Pneumovax', { cvx: '33', by: 'trade name', mvx: 'MSD' }],
    ['Fluarix Quadrivalent', { cvx: '150', by: 'trade name', mvx: 'SKB' }],
    ['Twinrix', { cvx: '104', by: 'trade name', mvx: 'SKB' }],
    ['DTaP', { cvx: '107', by: 'kind' }],
    ['Hep B vaccine', { cvx: '45', by: 'kind' }],
    ['HEPATITIS-A', { cvx: '85', by: 'kind' }],
    ['Flu shot', { cvx: '88', by: 'kind' }],
    ['PCV13', { cvx: '133', by: 'kind' }],
    ['DTaP-IPV/Hib', { cvx: '120', by: 'kind' }],
    ['MMR #2', { cvx: '03', by: 'kind' }],
    ['2nd dose Hep B', { cvx: '45', by: 'kind' }],
    ['DTaP dose 3', { cvx: '107', by: 'kind' }],
  ])('reads %s', (text, expected) => {
    expect(matchVaccineText(text)).toEqual(expected);
  });

  it('leaves to a person what two products share', () => {
    expect(matchVaccineText('Prevnar')).toEqual({ candidates: ['100', '133', '216'] });
    expect(matchVaccineText('Gardasil')).toEqual({ candidates: ['165', '62'] });
    expect(matchVaccineText('Engerix-B')).toEqual({ candidates: ['08', '43'] });
    expect(matchVaccineText('Fluarix')).toEqual({ candidates: ['140', '150'] });
    expect(matchVaccineText('Comirnaty')).toEqual({ candidates: ['208', '217', '309', '520'] });
    expect(matchVaccineText('FluMist')).toEqual({ candidates: ['111', '149', '333'] });
    expect(matchVaccineText('Havrix')).toEqual({ candidates: ['52', '83'] });
  });

  it('leaves to a person what contradicts itself or means nothing', () => {
    expect(matchVaccineText('Pediarix (MMR)')).toEqual({ candidates: ['03', '110'] });
    expect(matchVaccineText('baby shots')).toEqual({ candidates: [] });
    expect(matchVaccineText('')).toEqual({ candidates: [] });
    expect(matchVaccineText('DTaP/MMR')).toEqual({ candidates: [] });
  });
});
