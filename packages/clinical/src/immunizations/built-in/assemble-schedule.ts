/** Puts the built-in schedule together from its notation. */
import type { Schedule, VaccineGroupRule } from '../schedule.ts';
import { vaccineProducts } from '../vaccine-products.ts';
import { liveVaccineConflicts } from './live-vaccine-conflicts.ts';
import { parseNotation } from './parse-notation.ts';
import { covid19 } from './rules/covid-19.ts';
import { dengue } from './rules/dengue.ts';
import { dtap } from './rules/dtap.ts';
import { hepa } from './rules/hepa.ts';
import { hepb } from './rules/hepb.ts';
import { hib } from './rules/hib.ts';
import { hpv } from './rules/hpv.ts';
import { influenza } from './rules/influenza.ts';
import { meningococcal } from './rules/meningococcal.ts';
import { meningococcalB } from './rules/meningococcal-b.ts';
import { mmr } from './rules/mmr.ts';
import { observations } from './rules/observations.ts';
import { orthopoxvirus } from './rules/orthopoxvirus.ts';
import { pneumococcal } from './rules/pneumococcal.ts';
import { polio } from './rules/polio.ts';
import { rabies } from './rules/rabies.ts';
import { rotavirus } from './rules/rotavirus.ts';
import { rsv } from './rules/rsv.ts';
import { travel } from './rules/travel.ts';
import { varicella } from './rules/varicella.ts';
import { zoster } from './rules/zoster.ts';

/** Groups of one antigen bear its name; the order is that of a due list. */
const groups: readonly VaccineGroupRule[] = [
  { name: 'HepB', antigens: ['HepB'] },
  { name: 'RSV', antigens: ['RSV'] },
  { name: 'Rotavirus', antigens: ['Rotavirus'] },
  { name: 'DTaP/Tdap/Td', antigens: ['Diphtheria', 'Pertussis', 'Tetanus'] },
  { name: 'Hib', antigens: ['Hib'] },
  { name: 'Pneumococcal', antigens: ['Pneumococcal'] },
  { name: 'Polio', antigens: ['Polio'] },
  { name: 'COVID-19', antigens: ['COVID-19'] },
  { name: 'Influenza', antigens: ['Influenza'] },
  { name: 'MMR', antigens: ['Measles', 'Mumps', 'Rubella'], administerFullGroup: true },
  ...[
    ...[
      'Varicella',
      'HepA',
      'HPV',
      'Meningococcal',
      'Meningococcal B',
      'Dengue',
      'Zoster',
      'Orthopoxvirus',
      'Rabies',
    ],
    ...['Japanese Encephalitis', 'TBE', 'Typhoid', 'Yellow Fever', 'Cholera', 'Chikungunya', 'Ebola'],
  ].map((name) => ({ name, antigens: [name] })),
];

/** By group and within it by antigen, in the order above. */
const rules = [
  ...[hepb, rsv, rotavirus, dtap, hib, pneumococcal, polio, covid19, influenza, mmr, varicella, hepa, hpv],
  ...[meningococcal, meningococcalB, dengue, zoster, orthopoxvirus, rabies, travel],
];

export function assembleSchedule(): Schedule {
  return {
    format: 'keychart-schedule-1',
    name: 'Keychart 2025-11',
    issued: '2025-11-10',
    source: 'ACIP recommendations, after CDSi 4.64',
    vaccines: Object.fromEntries(
      vaccineProducts.flatMap(({ cvx, antigens }) => (antigens.length > 0 ? [[cvx, antigens]] : [])),
    ),
    groups,
    conflicts: liveVaccineConflicts,
    observations: readObservations(observations),
    antigens: rules.flatMap(parseNotation),
  };
}

/** A line is `003 immunocompromised = 370388006 VXC27`; codes of digits alone are SNOMED CT. */
function readObservations(text: string): Schedule['observations'] {
  return Object.fromEntries(
    text
      .trim()
      .split('\n')
      .map((line) => {
        const [head = '', codes] = line.split(' = ');
        const codings = codes
          ?.split(' ')
          .map((code) => `${/^\d+$/.test(code) ? 'SNOMED' : 'CDCPHINVS'}|${code}`);
        return [head.slice(0, 3), { title: head.slice(4), ...(codings ? { codings } : {}) }];
      }),
  );
}
