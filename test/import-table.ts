/** Who may import whom: the same table as in ARCHITECTURE.md (a test compares them). Absent means forbidden. */
export const importTable: Readonly<Record<string, readonly string[]>> = {
  nostr: [],
  fhir: [],
  protocol: ['nostr'],
  clinical: ['fhir'],
  chart: ['nostr', 'fhir', 'protocol'],
  relay: ['nostr', 'protocol'],
  ui: ['fhir', 'clinical'],
  react: ['fhir', 'clinical', 'chart', 'ui'],
  server: ['nostr', 'protocol', 'fhir', 'clinical', 'chart', 'relay'],
  cli: ['nostr', 'protocol', 'fhir', 'clinical', 'chart', 'relay', 'server'],
  ehr: ['fhir', 'clinical', 'chart', 'ui', 'react'],
  portal: ['fhir', 'clinical', 'chart', 'ui', 'react'],
};

/** Packages that must not reach for the platform; of `nostr`, all but its Node door. */
export const purePackages = ['nostr', 'protocol', 'fhir', 'clinical'] as const;
export const platformFolders: readonly string[] = ['packages/nostr/src/node'];
