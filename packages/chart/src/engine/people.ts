/**
 * The patients this key has access to: index entries and Patient records folded together, the channels that
 * lead to them, and the search over names, birth dates, phones and guardians.
 */
import type { Patient } from '@keychart/fhir';
import { npubEncode } from '@keychart/nostr';
import { guardiansOf, type PatientIndexEntry } from '@keychart/protocol';
import type { PatientId } from '../api.ts';
import { type PatientRecords, patientRecords } from '../record/patient-records.ts';

export interface Person {
  readonly id: PatientId;
  /** Patient's public key. */
  readonly P: string;
  /** Staff only. */
  readonly index?: PatientIndexEntry;
  readonly records: PatientRecords;
}

export interface PersonRow {
  readonly person: Person;
  readonly name: string;
  readonly sortKey: string;
  /** Folded words to search in, each after a space. */
  readonly haystack: string;
}

export interface People {
  get(id: PatientId): Person | undefined;
  /** Adds a patient or replaces the index entry. */
  put(id: PatientId, P: string, index?: PatientIndexEntry): Person;
  /** The Patient record changed. */
  touch(id: PatientId): void;
  drop(id: PatientId): void;
  all(): readonly Person[];
  search(text: string): readonly PersonRow[];
}

export function people(): People {
  const persons = new Map<PatientId, Person>();
  const rows = new Map<PatientId, PersonRow>();
  let sorted: PersonRow[] | undefined;

  function touch(id: PatientId): void {
    const person = persons.get(id);
    if (!person) return;
    rows.set(id, row(person));
    sorted = undefined;
  }

  return {
    get: (id) => persons.get(id),
    put(id, P, index) {
      const person = {
        id,
        P,
        records: persons.get(id)?.records ?? patientRecords(),
        ...(index && { index }),
      };
      persons.set(id, person);
      touch(id);
      return person;
    },
    touch,
    drop(id) {
      persons.delete(id);
      rows.delete(id);
      sorted = undefined;
    },
    all: () => [...persons.values()],
    search(text) {
      sorted ??= [...rows.values()].sort((a, b) =>
        a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : 0,
      );
      const words = fold(text).split(' ').filter(Boolean);
      if (words.length === 0) return sorted;
      return sorted.filter(({ haystack }) => words.every((word) => haystack.includes(` ${word}`)));
    },
  };
}

export function patientOf(person: Person): Patient | undefined {
  return person.records.ofType('Patient')[0]?.resource as Patient | undefined;
}

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
  return { person, name, sortKey: fold(`${family} ${name}`), haystack: ` ${fold(words.join(' '))}` };
}

export function displayName(patient: Patient | undefined): string {
  const name = patient?.name?.find(({ use }) => use === 'official') ?? patient?.name?.[0];
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
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s,]+/g, ' ')
    .trim();
}
