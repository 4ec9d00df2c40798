/**
 * An official CDSi supporting-data release (a zip of XML files) to a compiled schedule. Knows releases of the 4.x form;
 * takes the facts the engine works with and leaves the prose.
 */
import type { ConflictRule, Schedule, VaccineGroupRule } from '@keychart/clinical/immunizations';
import { strFromU8, unzipSync } from 'fflate';
import { readAntigen } from './read-antigen.ts';
import { periodText, rangeText } from './wording.ts';
import { child, children, compact, parseXml, textOf, type XmlNode } from './xml-node.ts';

const MOST_BYTES = 64 * 1024 * 1024;

/** @throws TypeError in plain words when the file is no such release. */
export function readRelease(zip: Uint8Array, fileName: string): Schedule {
  const files = xmlFiles(zip);
  const schedule = files.find(({ name }) => /ScheduleSupportingData[^/]*\.xml$/i.test(name));
  const antigens = files.filter(({ name }) => /AntigenSupportingData[^/]*\.xml$/i.test(name));
  if (!schedule || antigens.length === 0)
    throw new TypeError('no ScheduleSupportingData.xml and AntigenSupportingData files: not a CDSi release');
  const root = child(parseXml(schedule.text), 'scheduleSupportingData');
  const edition = /version\s+(\d+\.\d+)/i.exec(schedule.name)?.[1] ?? /(\d+\.\d+)/.exec(fileName)?.[1] ?? '';
  const rules = antigens.map(({ text }) => readAntigen(parseXml(text)));
  return {
    format: 'keychart-schedule-1',
    name: edition === '' ? 'CDSi' : `CDSi ${edition}`,
    issued: schedule.modified,
    source: 'CDC CDSi supporting data',
    vaccines: Object.fromEntries(
      children(child(root, 'cvxToAntigenMap'), 'cvxMap').map((map) => [
        textOf(map, 'cvx') ?? '',
        children(map, 'association').map(
          (each) =>
            `${textOf(each, 'antigen')}${rangeText(textOf(each, 'associationBeginAge'), textOf(each, 'associationEndAge'))}`,
        ),
      ]),
    ),
    groups: readGroups(root),
    conflicts: readConflicts(root),
    observations: Object.fromEntries(
      children(child(root, 'observations'), 'observation').map((each) => [
        textOf(each, 'observationCode') ?? '',
        compact<{ title: string; codings?: readonly string[] }>({
          title: textOf(each, 'observationTitle') ?? '',
          codings: children(child(each, 'codedValues'), 'codedValue').map(
            (value) => `${textOf(value, 'codeSystem')}|${textOf(value, 'code')}`,
          ),
        }),
      ]),
    ),
    antigens: rules.sort((a, b) => (a.antigen < b.antigen ? -1 : 1)),
  };
}

function xmlFiles(zip: Uint8Array): { name: string; text: string; modified: string }[] {
  let size = 0;
  const entries = unzipSync(zip, {
    filter: ({ name, originalSize }) => {
      if (!name.toLowerCase().endsWith('.xml')) return false;
      // A zip can name any size: what does not fit is no release of a few megabytes.
      size += originalSize;
      if (size > MOST_BYTES) throw new TypeError('unpacks to more than 64 MB: not a CDSi release');
      return true;
    },
  });
  const modified = lastModified(zip);
  return Object.entries(entries).map(([name, bytes]) => ({ name, text: strFromU8(bytes), modified }));
}

/** Newest date in the zip's directory at its end (fflate does not hand it out): `YYYY-MM-DD`. */
function lastModified(zip: Uint8Array): string {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let end = zip.length - 22;
  while (end > 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  let at = view.getUint32(end + 16, true);
  let newest = 0;
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    newest = Math.max(newest, view.getUint16(at + 14, true));
    at += 46 + [28, 30, 32].reduce((length, field) => length + view.getUint16(at + field, true), 0);
  }
  const part = (value: number) => String(value).padStart(2, '0');
  return `${1980 + (newest >> 9)}-${part((newest >> 5) & 15)}-${part(newest & 31)}`;
}

function readGroups(root: XmlNode | undefined): VaccineGroupRule[] {
  const full = new Set(
    children(child(root, 'vaccineGroups'), 'vaccineGroup')
      .filter((group) => textOf(group, 'administerFullVaccineGroup')?.toLowerCase().startsWith('y'))
      .map((group) => textOf(group, 'name')),
  );
  return children(child(root, 'vaccineGroupToAntigenMap'), 'vaccineGroupMap').map((map) => {
    const name = textOf(map, 'name') ?? '';
    return compact<VaccineGroupRule>({
      name,
      antigens: children(map, 'antigen').map((antigen) => String(antigen).trim()),
      administerFullGroup: full.has(name) ? true : undefined,
    });
  });
}

/** The release lists pairs; those with the same intervals are put together. */
function readConflicts(root: XmlNode | undefined): ConflictRule[] {
  const byImpacted = new Map<
    string,
    { intervals: readonly string[]; impacted: string; conflicting: string[] }
  >();
  for (const pair of children(child(root, 'liveVirusConflicts'), 'liveVirusConflict')) {
    const impacted = textOf(child(pair, 'current'), 'cvx') ?? '';
    const intervals = ['conflictBeginInterval', 'minConflictEndInterval', 'conflictEndInterval'].map(
      (field) => periodText(textOf(pair, field)) ?? '0d',
    );
    const key = `${impacted} ${intervals.join(' ')}`;
    const entry = byImpacted.get(key) ?? { intervals, impacted, conflicting: [] };
    entry.conflicting.push(textOf(child(pair, 'previous'), 'cvx') ?? '');
    byImpacted.set(key, entry);
  }
  const merged = new Map<string, { impacted: string[]; rule: ConflictRule }>();
  for (const { intervals, impacted, conflicting } of byImpacted.values()) {
    const [begin = '0d', minimumEnd = '0d', end = '0d'] = intervals;
    const key = `${intervals.join(' ')} ${[...conflicting].sort().join(' ')}`;
    const entry = merged.get(key) ?? {
      impacted: [],
      rule: { impacted: [], conflicting: [...conflicting].sort(), begin, minimumEnd, end },
    };
    entry.impacted.push(impacted);
    merged.set(key, entry);
  }
  return [...merged.values()].map(({ impacted, rule }) => ({ ...rule, impacted: impacted.sort() }));
}
