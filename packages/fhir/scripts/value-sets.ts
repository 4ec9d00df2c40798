/** Expands the value sets of required bindings to plain lists of codes, by the compose rules they use (R4 ValueSet.compose). */

interface Concept {
  code: string;
  concept?: Concept[];
}
interface Filter {
  property: string;
  op: string;
  value: string;
}
interface Include {
  system?: string;
  concept?: Concept[];
  filter?: Filter[];
  valueSet?: string[];
}
interface Terminology {
  resourceType: string;
  url: string;
  concept?: Concept[];
  compose?: { include: Include[]; exclude?: Include[] };
}
type Read = <T>(file: string) => T[];

/** Systems that are not lists: their codes are checked by their syntax (BCP 13 media types, ISO 4217 letters). */
const PATTERNS: Record<string, string> = {
  'urn:ietf:bcp:13': '~^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+( ?;.*)?$',
  'urn:iso:std:iso:4217': '~^[A-Z]{3}$',
};
const FILES = ['valuesets.json', 'v3-codesystems.json', 'v2-tables.json'];
let terminologies: Map<string, Terminology> | undefined;

/** @returns `system|code code;system|code`, or `~pattern` for a system that is not a list. */
export function expandValueSet(url: string, read: Read): string {
  terminologies ??= new Map(
    FILES.flatMap((f) => read<Terminology>(f)).map((t) => [`${t.resourceType} ${t.url}`, t]),
  );
  const codes = expand(url, terminologies);
  if (typeof codes === 'string') return codes;
  return [...codes].map(([system, list]) => `${system}|${[...list].join(' ')}`).join(';');
}

function expand(url: string, all: Map<string, Terminology>): string | Map<string, Set<string>> {
  const set = all.get(`ValueSet ${url}`);
  if (set?.compose === undefined) throw new Error(`no value set ${url}`);
  const result = new Map<string, Set<string>>();
  for (const include of set.compose.include) {
    const pattern = PATTERNS[include.system ?? ''];
    if (pattern !== undefined) return pattern;
    for (const inner of include.valueSet ?? []) {
      const expanded = expand(inner.split('|')[0]!, all);
      if (typeof expanded === 'string') return expanded;
      for (const [system, codes] of expanded) add(result, system, codes);
    }
    if (include.system !== undefined) add(result, include.system, codesOf(include, all));
  }
  for (const exclude of set.compose.exclude ?? []) {
    for (const code of codesOf(exclude, all)) result.get(exclude.system ?? '')?.delete(code);
  }
  if ([...result.values()].every((codes) => codes.size === 0)) throw new Error(`${url} expands to nothing`);
  return result;
}

function add(result: Map<string, Set<string>>, system: string, codes: Iterable<string>): void {
  result.set(system, new Set([...(result.get(system) ?? []), ...codes]));
}

function codesOf(include: Include, all: Map<string, Terminology>): string[] {
  if (include.concept !== undefined) return include.concept.map((c) => c.code);
  const system = all.get(`CodeSystem ${include.system}`);
  if (system?.concept === undefined) throw new Error(`no codes of ${include.system}`);
  const [filter] = include.filter ?? [];
  if (filter === undefined) return flatten(system.concept);
  if (!['is-a', 'descendent-of'].includes(filter.op))
    throw new Error(`filter ${filter.op} of ${include.system}`);
  const root = find(system.concept, filter.value);
  return filter.op === 'is-a' ? flatten([root]) : flatten(root.concept ?? []);
}

const flatten = (concepts: Concept[]): string[] =>
  concepts.flatMap((c) => [c.code, ...flatten(c.concept ?? [])]);

function find(concepts: Concept[], code: string): Concept {
  const hit = search(concepts, code);
  if (hit === undefined) throw new Error(`no concept ${code}`);
  return hit;
}

function search(concepts: Concept[], code: string): Concept | undefined {
  for (const concept of concepts) {
    const hit = concept.code === code ? concept : search(concept.concept ?? [], code);
    if (hit !== undefined) return hit;
  }
  return undefined;
}
