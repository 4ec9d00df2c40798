/** One AntigenSupportingData file of a CDSi release to the rules of one antigen. */
import type { AntigenRule, SeriesRule, VaccineText } from '@keychart/clinical/immunizations';
import { readDose } from './read-dose.ts';
import { codeList, dateText, periodText, rangeText } from './wording.ts';
import { child, children, compact, textOf, type XmlNode } from './xml-node.ts';

const TYPES: Readonly<Record<string, SeriesRule['type']>> = {
  standard: 'standard',
  risk: 'risk',
  'evaluation only': 'evaluation only',
};
const GENDERS: Readonly<Record<string, string>> = { female: 'F', male: 'M', unknown: 'U' };

/** @throws TypeError naming what the release says and we do not know. */
export function readAntigen(root: XmlNode): AntigenRule {
  const data = child(root, 'antigenSupportingData');
  const series = children(data, 'series');
  const first = series[0];
  return compact<AntigenRule>({
    antigen: textOf(first, 'targetDisease') ?? '',
    group: textOf(first, 'vaccineGroup') ?? '',
    immunity: readImmunity(child(data, 'immunity')),
    contraindications: children(
      child(child(data, 'contraindications'), 'vaccineGroup'),
      'contraindication',
    ).map(observed),
    vaccineContraindications: readVaccineContraindications(child(data, 'contraindications')),
    series: series.map(readSeries),
  });
}

const observed = (node: XmlNode): string =>
  `${textOf(node, 'observationCode')}${rangeText(textOf(node, 'beginAge'), textOf(node, 'endAge'))}`;

function readImmunity(node: XmlNode | undefined): AntigenRule['immunity'] {
  if (node === undefined || typeof node === 'string') return undefined;
  const observations = children(node, 'clinicalHistory').flatMap((each) =>
    codeList(textOf(each, 'guidelineCode')),
  );
  const births = children(node, 'dateOfBirth').map((each) =>
    compact<{ before: string; country?: string; unless?: readonly string[] }>({
      before: dateText(textOf(each, 'immunityBirthDate')) ?? '',
      country: textOf(each, 'birthCountry')?.replaceAll('.', ''),
      unless: children(each, 'exclusion').flatMap((one) => codeList(textOf(one, 'exclusionCode'))),
    }),
  );
  return compact<NonNullable<AntigenRule['immunity']>>({ observations, births });
}

function readVaccineContraindications(node: XmlNode | undefined): AntigenRule['vaccineContraindications'] {
  const rules: Record<string, VaccineText[]> = {};
  for (const each of children(child(node, 'vaccine'), 'contraindication')) {
    const code = textOf(each, 'observationCode') ?? '';
    rules[code] = [
      ...(rules[code] ?? []),
      ...children(each, 'contraindicatedVaccine').map(
        (vaccine) =>
          `${textOf(vaccine, 'cvx')}${rangeText(textOf(vaccine, 'beginAge'), textOf(vaccine, 'endAge'))}`,
      ),
    ];
  }
  return Object.keys(rules).length > 0 ? rules : undefined;
}

function readSeries(node: XmlNode): SeriesRule {
  const name = textOf(node, 'seriesName') ?? '';
  const select = child(node, 'selectSeries');
  const type = TYPES[(textOf(node, 'seriesType') ?? '').toLowerCase()];
  if (type === undefined)
    throw new TypeError(`${name}: series type "${textOf(node, 'seriesType')}" is not known`);
  const preference = textOf(select, 'seriesPreference');
  const isYes = (field: string) => (textOf(select, field)?.toLowerCase().startsWith('y') ? true : undefined);
  return compact<SeriesRule>({
    name,
    type,
    group: textOf(select, 'seriesGroup') ?? '',
    equivalentGroups: codeList(textOf(node, 'equivalentSeriesGroups')),
    genders: children(node, 'requiredGender').map((gender) => {
      const code = GENDERS[String(gender).trim().toLowerCase()];
      if (code === undefined) throw new TypeError(`${name}: gender "${String(gender)}" is not known`);
      return code;
    }),
    isDefault: isYes('defaultSeries'),
    isProduct: isYes('productPath'),
    priority: textOf(select, 'seriesPriority') ?? 'A',
    preference: preference === undefined ? undefined : Number(preference),
    maximumAgeToStart: periodText(textOf(select, 'maxAgeToStart')),
    indications: children(node, 'indication').map(
      (each) =>
        `${textOf(child(each, 'observationCode'), 'code')}${rangeText(textOf(each, 'beginAge'), textOf(each, 'endAge'))}`,
    ),
    doses: children(node, 'seriesDose').map((dose) => readDose(dose, name)),
  });
}
