/** Makes a collection bundle of resources from a chart: the reverse of planImport's rewriting. */
import type { Bundle, BundleEntry, Resource } from '@medplum/fhirtypes';
import { rewriteReferences } from './reference.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface ExportOptions {
  /** Instant at which the bundle was made. */
  timestamp?: string;
}

/**
 * Resources whose id is a UUID get `urn:uuid:` as fullUrl, and references to them become that; others keep `Type/id`
 * and have no fullUrl. Throws when a resource has no id.
 */
export function exportBundle(resources: readonly Resource[], options: ExportOptions = {}): Bundle {
  const urns = new Map<string, string>();
  const used = new Set<string>();
  for (const resource of resources) {
    if (resource.id === undefined)
      throw new TypeError(`resources: a ${resource.resourceType} without id cannot be exported`);
    // The same UUID under two types would make two equal fullUrls (bdl-7): the second keeps Type/id.
    if (!UUID.test(resource.id) || used.has(resource.id)) continue;
    used.add(resource.id);
    urns.set(`${resource.resourceType}/${resource.id}`, `urn:uuid:${resource.id}`);
  }
  const bundle: Bundle = { resourceType: 'Bundle', type: 'collection' };
  if (options.timestamp !== undefined) bundle.timestamp = options.timestamp;
  bundle.entry = resources.map((resource): BundleEntry => {
    const rewritten = rewriteReferences(resource, (reference) => urns.get(reference) ?? reference);
    const fullUrl = urns.get(`${resource.resourceType}/${resource.id}`);
    return fullUrl === undefined ? { resource: rewritten } : { fullUrl, resource: rewritten };
  });
  return bundle;
}
