/** The notation in which the built-in schedule is written: a line per fact, read from top to bottom into a compiled schedule. */
import type { AntigenRule, DoseRule, SeriesRule, SkipCondition, SkipRule } from '../schedule.ts';

type Draft<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] };
type DoseDraft = Draft<DoseRule>;
type SeriesDraft = Omit<Draft<SeriesRule>, 'doses'> & { doses: DoseDraft[] };
type AntigenDraft = Omit<Draft<AntigenRule>, 'series'> & { series: SeriesDraft[] };

/**
 *   let $a text                     a text used again: `$a` in later lines
 *   antigen "Hib" "Hib"             its name and vaccine group; an antigen; what follows is about it
 *   immune 019                      observations that prove immunity; `born 1957-01-01 US unless 055`
 *   never 080 098                   observations that rule out every dose; `never 076 : 110 146` only those vaccines
 *   series standard 1 "name" …      opens a series: type, series group, then `default product eq 2 rank A1 start ..12m sex F U for 154@19y`
 *   dose 2                          opens a dose
 *   age 6w-4d 6w 2m 4m 5y           absolute minimum, minimum, recommended, overdue, maximum; `-` for none
 *   gap previous 4w-4d 4w 8w 13w    absolute minimum, minimum, recommended, overdue; also `dose 1`, `obs 171`, `cvx 133 215`
 *   fair …                          an allowable interval, the same way
 *   give 20@6w..7y 110*             preferable vaccines; `take` allowable ones; `bad` inadvertent ones
 *   skip both age 7y.. & count >5   a set; a further line is a further set of the same rule
 *   again, season 07-01 …           a recurring dose; its season
 * A bracket at the end, `[2016-12-16..2020-01-01]`, says when the line is in force.
 * @throws TypeError naming the line that cannot be read.
 */
export function parseNotation(text: string): readonly AntigenRule[] {
  const antigens: AntigenDraft[] = [];
  const texts = new Map<string, string>();
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const full = line.replace(/(?<!let )\$\w+/g, (name) => texts.get(name) ?? unreadable(line));
    const [, word = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(full) ?? [];
    if (word === 'let') {
      const [, name = '', value = ''] = /^(\S+)\s+(.*)$/.exec(rest) ?? unreadable(line);
      texts.set(name, value);
    } else if (word === 'antigen') antigens.push(openAntigen(rest));
    else readLine(word, rest, antigens.at(-1) ?? unreadable(line), line);
  }
  return antigens;
}

function unreadable(line: string): never {
  throw new TypeError(`The schedule's notation cannot be read: "${line}"`);
}

function openAntigen(rest: string): AntigenDraft {
  const [antigen = '', group = antigen] = quoted(rest);
  return { antigen, group, series: [] };
}

/** Words, those in double quotes as one. */
const quoted = (text: string) =>
  [...text.matchAll(/"([^"]*)"|(\S+)/g)].map(([, long, short]) => long ?? short ?? '');

function readLine(word: string, rest: string, antigen: AntigenDraft, line: string): void {
  const words = rest === '' ? [] : rest.split(/\s+/);
  if (word === 'immune') antigen.immunity = { ...antigen.immunity, observations: words };
  else if (word === 'born') readBorn(words, antigen);
  else if (word === 'never') readNever(rest, antigen);
  else if (word === 'series') antigen.series.push(openSeries(rest, antigen.antigen));
  else {
    const series = antigen.series.at(-1) ?? unreadable(line);
    if (word === 'dose') series.doses.push({ number: Number(rest) });
    else readDoseLine(word, rest, series.doses.at(-1) ?? unreadable(line), line);
  }
}

function readBorn([before = '', country, ...rest]: readonly string[], antigen: AntigenDraft): void {
  const born = {
    before,
    ...(country === undefined || country === '-' ? {} : { country }),
    ...(rest.length > 1 ? { unless: rest.slice(1) } : {}),
  };
  antigen.immunity = { ...antigen.immunity, births: [...(antigen.immunity?.births ?? []), born] };
}

function readNever(rest: string, antigen: AntigenDraft): void {
  const [codes = '', vaccines] = rest.split(' : ');
  const list = codes.split(' ');
  if (vaccines === undefined) antigen.contraindications = [...(antigen.contraindications ?? []), ...list];
  else
    antigen.vaccineContraindications = {
      ...antigen.vaccineContraindications,
      ...Object.fromEntries(list.map((code) => [code, vaccines.split(' ')])),
    };
}

function openSeries(rest: string, antigen: string): SeriesDraft {
  const [type = '', group = '', name = '', ...words] = quoted(rest);
  const series: SeriesDraft = {
    name: `${antigen} ${name}`,
    type: type as SeriesRule['type'],
    group,
    priority: 'A',
    doses: [],
  };
  if (type === 'evaluation-only') series.type = 'evaluation only';
  const lists: Record<string, string[]> = {};
  let key = '';
  for (const word of words) {
    if (['default', 'product', 'eq', 'rank', 'start', 'sex', 'for'].includes(word)) {
      key = word;
      lists[key] = [];
    } else lists[key]?.push(word);
  }
  if (lists.default) series.isDefault = true;
  if (lists.product) series.isProduct = true;
  if (lists.eq) series.equivalentGroups = lists.eq;
  if (lists.sex) series.genders = lists.sex;
  if (lists.for) series.indications = lists.for;
  if (lists.start?.[0]) series.maximumAgeToStart = lists.start[0].replace('..', '');
  const rank = lists.rank?.[0] ?? 'A';
  series.priority = rank[0] ?? 'A';
  if (rank.length > 1) series.preference = Number(rank.slice(1));
  return series;
}

function readDoseLine(word: string, rest: string, dose: DoseDraft, line: string): void {
  const words = rest.split(/\s+/);
  switch (word) {
    case 'age': {
      const { plain, force } = inForce(rest);
      const [absoluteMinimum, minimum, recommended, overdue, maximum] = plain.split(' ').map(orNone);
      dose.ages = [
        ...(dose.ages ?? []),
        said({ absoluteMinimum, minimum, recommended, overdue, maximum, ...force }),
      ];
      return;
    }
    case 'gap':
      dose.intervals = [...(dose.intervals ?? []), readGap(rest)];
      return;
    case 'fair':
      dose.allowableIntervals = [...(dose.allowableIntervals ?? []), readGap(rest)];
      return;
    case 'give':
      dose.preferable = words;
      return;
    case 'take':
      dose.allowable = words;
      return;
    case 'bad':
      dose.inadvertent = words;
      return;
    case 'skip':
      readSkip(rest, dose);
      return;
    case 'again':
      dose.recurring = true;
      return;
    case 'season': {
      const [start, end, yearly] = words;
      dose.season = said({
        start: orNone(start),
        end: orNone(end),
        yearly: yearly === 'yearly' ? true : undefined,
      });
      return;
    }
    default:
      unreadable(line);
  }
}

const orNone = (word: string | undefined) =>
  word === undefined || word === '-' || word === '' ? undefined : word;

function said<Shape extends object>(shape: Shape): { [Key in keyof Shape]: Exclude<Shape[Key], undefined> } {
  return Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Shape]: Exclude<Shape[Key], undefined>;
  };
}

function inForce(text: string) {
  const [, plain = text, effective, ceased] = /^(.*?)\s*(?:\[([\d-]*)\.\.([\d-]*)\])?$/.exec(text) ?? [];
  return { plain, force: { effective: orNone(effective), ceased: orNone(ceased) } };
}

const ORIGINS: Readonly<Record<string, string>> = { dose: 'dose', cvx: 'vaccines', obs: 'observation' };

function readGap(text: string) {
  const { plain, force } = inForce(text);
  const [from = '', periods = ''] = plain.includes(' : ') ? plain.split(' : ') : splitOrigin(plain);
  const [kind = '', ...rest] = from.split(' ');
  const [absoluteMinimum, minimum, recommended, overdue, priority] = periods.split(' ').map(orNone);
  return said({
    from: kind === 'previous' ? kind : `${ORIGINS[kind] ?? unreadable(text)} ${rest.join(' ')}`,
    absoluteMinimum,
    minimum,
    recommended,
    overdue,
    priority: priority === 'first' ? (true as const) : undefined,
    ...force,
  });
}

function splitOrigin(text: string): readonly string[] {
  const [, from = '', periods = ''] = /^(previous|dose \d+|obs \d+) (.*)$/.exec(text) ?? unreadable(text);
  return [from, periods];
}

/** A line is a set; lines of the same context that follow each other are sets of one rule. */
function readSkip(rest: string, dose: DoseDraft): void {
  const { plain, force } = inForce(rest);
  const [, when = '', conditions = ''] = /^(both|evaluation|forecast) (.*)$/.exec(plain) ?? unreadable(rest);
  const all = conditions.includes(' & ');
  const set = said({
    conditions: conditions.split(all ? ' & ' : ' | ').map(readCondition),
    all: all ? (true as const) : undefined,
    ...force,
  });
  const rules = dose.skip ?? [];
  const last = rules.at(-1);
  dose.skip =
    last?.when === when
      ? [...rules.slice(0, -1), { ...last, sets: [...last.sets, set] }]
      : [...rules, { when: when as SkipRule['when'], sets: [set] }];
}

function readCondition(text: string): SkipCondition {
  const [kind, ...words] = text.split(' ');
  if (kind === 'age') return { kind, ...said(range(words[0])) };
  if (kind === 'done') return { kind: 'completed', group: words.join(' ') };
  if (kind === 'since') return { kind: 'interval', period: words[0] ?? '0d' };
  if (kind !== 'count') return unreadable(text);
  const [, sign = '', than = ''] = /^([<>=])(\d+)$/.exec(words[0] ?? '') ?? unreadable(text);
  const at = (word: string) => (words.includes(word) ? words[words.indexOf(word) + 1] : undefined);
  const of = words.indexOf('of');
  const on = range(at('on'));
  return said({
    kind,
    vaccines: of < 0 ? undefined : words.slice(of + 1).join(' '),
    is: sign === '>' ? ('more' as const) : sign === '=' ? ('equal' as const) : ('less' as const),
    than: Number(than),
    validOnly: words.includes('valid') ? (true as const) : undefined,
    ...range(at('at')),
    start: on.from,
    end: on.until,
    yearly: words.includes('yearly') ? (true as const) : undefined,
  });
}

function range(text: string | undefined) {
  const [from, until] = (text ?? '').split('..');
  return { from: orNone(from), until: orNone(until) };
}
