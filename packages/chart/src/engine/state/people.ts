/**
 * The patients this key has access to: index entries and Patient records folded together, the channels that
 * lead to them, and the search over names, birth dates, phones and guardians.
 */
import type { Patient } from '@keychart/fhir';
import { npubEncode } from '@keychart/nostr';
import { guardiansOf, type PatientIndexEntry, survivors } from '@keychart/protocol';
import type { PatientId } from '../../api/chart.ts';
import { patientRecords } from '../../record/patient-records.ts';
import type { Person } from '../../record/person.ts';

export interface PersonRow {
  readonly person: Person;
  readonly name: string;
  readonly sortKey: string;
  /** Folded words to search in, each after a space. */
  readonly haystack: string;
}

export interface People {
  get(id: PatientId): Person | undefined;
  /** Adds a patient or replaces the index entry. `link`: families, who have no entry. */
  put(id: PatientId, P: string, index?: PatientIndexEntry, link?: Person['link']): Person;
  /** The Patient record changed. */
  touch(id: PatientId): void;
  drop(id: PatientId): void;
  all(): readonly Person[];
  /** Those with a chart of their own, by name; after them, only where words are given, duplicates. */
  search(text: string): readonly PersonRow[];
  /** The patient in whose chart this one's records are shown: mostly the same. */
  survivorOf(id: PatientId): PatientId;
  /** From this patient's direct survivor to the last, and no further where merges form a ring. */
  heirsOf(id: PatientId): readonly Person[];
  /** Everybody whose records this chart shows: this patient first, then what was merged into them. */
  chartOf(id: PatientId): readonly Person[];
  /** How many charts there are: merged ones count once. */
  readonly charts: number;
}

/** @param isShown false: their charts are on no screen, as for a member of the staff who is one no more. */
export function people(isShown: (person: Person) => boolean = () => true): People {
  const persons = new Map<PatientId, Person>();
  const rows = new Map<PatientId, PersonRow>();
  let sorted: PersonRow[] | undefined;
  /** Ids with a link, whether or not it counts. */
  const linked = new Set<PatientId>();
  let merges: ReadonlyMap<PatientId, PatientId> | undefined;

  /** Few are ever merged: those with a link, and the ones they lead to. */
  function merged(): ReadonlyMap<PatientId, PatientId> {
    if (merges) return merges;
    const involved = [...linked].flatMap((id) => [id, persons.get(id)?.link?.mergedInto ?? id]);
    const links = [...new Set(involved)].flatMap((id) => persons.get(id) ?? []);
    merges = survivors(links.map(({ id, link }) => ({ id, ...link })));
    return merges;
  }

  function heirsOf(id: PatientId): Person[] {
    const end = merged().get(id);
    const heirs: Person[] = [];
    for (let at = id; end !== undefined && at !== end; ) {
      const heir = persons.get(persons.get(at)!.link!.mergedInto!)!;
      heirs.push(heir);
      at = heir.id;
    }
    return heirs;
  }

  function touch(id: PatientId): void {
    const person = persons.get(id);
    if (!person) return;
    rows.set(id, row(person));
    sorted = undefined;
  }

  return {
    get: (id) => persons.get(id),
    put(id, P, index, family) {
      const link = index?.status === 'merged' ? linkOf(index) : family;
      const before = persons.get(id);
      const person = {
        id,
        P,
        records: before?.records ?? patientRecords(),
        ...(index && { index }),
        ...(link && { link }),
      };
      persons.set(id, person);
      if (link?.mergedInto === undefined) linked.delete(id);
      else linked.add(id);
      // A patient who is new may be the survivor somebody waits for.
      if (linked.size > 0 || before?.link) merges = undefined;
      touch(id);
      return person;
    },
    touch,
    drop(id) {
      persons.delete(id);
      linked.delete(id);
      rows.delete(id);
      sorted = undefined;
      merges = undefined;
    },
    all: () => [...persons.values()],
    search(text) {
      sorted ??= [...rows.values()].sort(byName);
      const shown = sorted.filter(({ person }) => isShown(person));
      const words = searchable(text).split(' ').filter(Boolean);
      const isMerged = ({ person }: PersonRow) => merged().has(person.id);
      if (words.length === 0) return shown.filter((row) => !isMerged(row));
      const found = shown.filter(({ haystack }) => words.every((word) => haystack.includes(` ${word}`)));
      return merged().size === 0
        ? found
        : [...found.filter((row) => !isMerged(row)), ...found.filter(isMerged)];
    },
    survivorOf: (id) => merged().get(id) ?? id,
    heirsOf,
    chartOf(id) {
      const own = persons.get(id);
      if (!own || !isShown(own)) return [];
      const others = [...merged().keys()].filter((other) => heirsOf(other).some((heir) => heir.id === id));
      return [own, ...others.map((other) => persons.get(other)!)];
    },
    get charts() {
      return [...persons.values()].filter(isShown).length - merged().size;
    },
  };
}

/** Those of one name by their id: in the order of their arrival two devices would list them differently. */
function byName(a: PersonRow, b: PersonRow): number {
  if (a.sortKey !== b.sortKey) return a.sortKey < b.sortKey ? -1 : 1;
  return a.person.id < b.person.id ? -1 : 1;
}

function linkOf({ mergedInto, statusAt }: PatientIndexEntry): NonNullable<Person['link']> {
  return { ...(mergedInto !== undefined && { mergedInto }), ...(statusAt !== undefined && { statusAt }) };
}

export function patientOf(person: Person): Patient | undefined {
  return person.records.ofType('Patient')[0]?.resource as Patient | undefined;
}

const LAST = '\uffff';

function row(person: Person): PersonRow {
  const patient = patientOf(person);
  const name = displayName(patient);
  const family = patient?.name?.[0]?.family ?? '';
  const phones = (patient?.telecom ?? []).map(({ value }) => value?.replace(/\D/g, '') ?? '');
  const guardians = [
    ...(person.index ? guardiansOf(person.index) : []).map(({ name }) => name),
    ...(patient?.contact ?? []).map(({ name }) => [...(name?.given ?? []), name?.family].join(' ')),
  ];
  const names = (patient?.name ?? []).flatMap((entry) => [
    ...(entry.given ?? []),
    entry.family ?? '',
    entry.text ?? '',
  ]);
  const words = [
    ...names,
    patient?.birthDate ?? '',
    compactDate(patient?.birthDate),
    ...phones,
    ...guardians,
    npubEncode(person.P),
  ];
  return {
    person,
    name,
    // Those on their way stand behind those who can be read.
    sortKey: patient ? searchable(`${family} ${name}`) : LAST,
    haystack: ` ${searchable(words.join(' '))}`,
  };
}

export function displayName(patient: Patient | undefined): string {
  // On its way: a list that is still loading must not say that nobody wrote the name down.
  if (!patient) return 'Name not loaded yet';
  const name = patient.name?.find(({ use }) => use === 'official') ?? patient.name?.[0];
  if (!name) return 'Name not recorded';
  return name.text ?? ([...(name.given ?? []), name.family].filter(Boolean).join(' ') || 'Name not recorded');
}

/** `2019-03-07` is also found as `20190307` and `3/7/2019`. */
function compactDate(date: string | undefined): string {
  const [year, month, day] = date?.split('-') ?? [];
  return year && month && day
    ? `${year}${month}${day} ${Number(month)}/${Number(day)}/${year} ${month}/${day}/${year}`
    : '';
}

/** Lower case without diacritics, so that `Nunez` finds Núñez. */
export function searchable(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s,]+/g, ' ')
    .trim();
}
