/** The rules about contained resources: dom-2 to dom-5, and that each has an id of its own. R4 references.html#contained. */
import type { Json } from './invariant.ts';
import { referencesIn } from './reference.ts';

/** @returns pairs of path suffix and text. */
export function checkContained(resource: Json, isContained: boolean): [string, string][] {
  const contained = resource.contained;
  if (contained === undefined) return [];
  if (isContained) return [['.contained', 'a contained resource cannot contain others (dom-2)']];
  if (!Array.isArray(contained)) return [];
  const problems: [string, string][] = [];
  const seen = new Set<string>();
  const mentioned = mentions(resource);
  contained.forEach((inner: unknown, i) => {
    if (typeof inner !== 'object' || inner === null) return;
    const { id, meta } = inner as { id?: unknown; meta?: Json };
    const at = `.contained[${i}]`;
    if (typeof id !== 'string') problems.push([at, 'needs an id, so that it can be referred to as #id']);
    else if (seen.has(id)) problems.push([at, `has the same id as another contained resource: ${id}`]);
    else if (!mentioned.has(`#${id}`) && !referencesIn(inner).includes('#'))
      problems.push([at, `nothing refers to #${id} (dom-3)`]);
    if (typeof id === 'string') seen.add(id);
    if (meta?.versionId !== undefined || meta?.lastUpdated !== undefined)
      problems.push([`${at}.meta`, 'must not have versionId or lastUpdated (dom-4)']);
    if (meta?.security !== undefined) problems.push([`${at}.meta`, 'must not have security labels (dom-5)']);
  });
  return problems;
}

/** Every string that starts with `#`: references, canonicals, uris. */
function mentions(value: unknown, found: Set<string> = new Set(), depth = 0): Set<string> {
  if (typeof value === 'string') {
    if (value.startsWith('#')) found.add(value);
  } else if (typeof value === 'object' && value !== null && depth < 80) {
    for (const child of Object.values(value)) mentions(child, found, depth + 1);
  }
  return found;
}
