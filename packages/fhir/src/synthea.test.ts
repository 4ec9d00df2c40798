import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Bundle, Resource } from '@medplum/fhirtypes';
import { describe, expect, it } from 'vitest';
import { exportBundle, planImport, readBundle, validate } from './index.ts';

const folder = join(
  process.env.KEYCHART_REFERENCE ?? resolve(import.meta.dirname, '../../../../shared/reference'),
  'synthea',
);
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
const FINANCIAL = ['Claim', 'ExplanationOfBenefit'];

describe.skipIf(files.length === 0)(
  'the eight Synthea bundles (skipped where the reference folder is missing)',
  () => {
    it.each(files)('%s: every resource is valid', (file) => {
      const bundle = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Bundle;
      expect(validate(bundle)).toEqual([]);
    });

    it.each(files)(
      '%s: counts in = taken + skipped, and what was taken comes out again as it was',
      (file) => {
        const text = readFileSync(join(folder, file), 'utf8');
        const plan = planImport(readBundle(text), { acceptsType: (type) => !FINANCIAL.includes(type) });
        const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);
        expect(sum(plan.counts.taken) + sum(plan.counts.skipped)).toBe(plan.counts.total);
        expect(Object.keys(plan.counts.skipped).sort()).toEqual(FINANCIAL);
        expect(plan.warnings).toEqual([]);
        expect(plan.patients).toHaveLength(1);
        const { resources, patient } = plan.patients[0]!;
        expect(resources[0]).toBe(patient);
        expectDependencyOrder(resources);
        const originals = new Map((JSON.parse(text) as Bundle).entry!.map((e) => [e.fullUrl, e.resource]));
        const exported = exportBundle(resources);
        expect(validate(exported)).toEqual([]);
        expect(exported.entry).toHaveLength(sum(plan.counts.taken));
        for (const entry of exported.entry!) expect(entry.resource).toEqual(originals.get(entry.fullUrl));
      },
    );
  },
);

function expectDependencyOrder(resources: Resource[]): void {
  const before = new Set<string>();
  for (const resource of resources) {
    before.add(`${resource.resourceType}/${resource.id}`);
    const encounter =
      'encounter' in resource
        ? (resource.encounter as { reference?: string } | undefined)?.reference
        : undefined;
    if (encounter !== undefined) expect(before).toContain(encounter);
  }
}
