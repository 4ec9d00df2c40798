import { isBloodPressure, vitalReadings } from '@keychart/clinical';
import { ageOn, exportBundle, planImport, readBundle, validate } from '@keychart/fhir';
import { kindForResource, type Permission, roleDefaults } from '@keychart/protocol';
import { describe, expect, it } from 'vitest';
import { type DemoChild, generateDemo } from './index.ts';

const today = '2026-11-20';
const demo = generateDemo({ seed: 1, today });
const children = demo.families.flatMap((family) => family.children);
const all = children.flatMap((child) => [child.registration, ...child.records]);

describe('the made-up practice', () => {
  it('is what was asked for', () => {
    expect(demo.practice.name).toContain('made up');
    expect(new Set(demo.staff.map((s) => s.role))).toEqual(
      new Set(['doctor', 'nurse', 'assistant', 'frontdesk']),
    );
    expect(demo.families).toHaveLength(12);
    expect(children).toHaveLength(22);
    const years = children.map((child) => ageOn(child.patient.birthDate!, today)!.years);
    expect(Math.min(...years)).toBe(0);
    expect(Math.max(...years)).toBe(17);
  });

  it('is the same for the same seed and day, and another for another', () => {
    expect(generateDemo({ seed: 1, today })).toEqual(demo);
    expect(JSON.stringify(generateDemo({ seed: 2, today }))).not.toBe(JSON.stringify(demo));
    expect(generateDemo({ seed: 1, today, families: 2 }).families).toEqual(demo.families.slice(0, 2));
    expect(() => generateDemo({ seed: 1, today: 'today' })).toThrow('today: not a date');
  });

  it('has years of records for each child, 100 to 250 once they are past infancy', () => {
    for (const child of children) {
      const age = ageOn(child.patient.birthDate!, today)!;
      const what = `${child.patient.name![0]!.given![0]}, ${age.months} months: ${child.records.length}`;
      expect(child.records.length, what).toBeLessThanOrEqual(330);
      if (age.years >= 2) expect(child.records.length, what).toBeGreaterThanOrEqual(100);
    }
    expect(all.length).toBeGreaterThan(2500);
    expect(all.length).toBeLessThan(5000);
  });

  it.each([
    [1, '2025-02-28'],
    [7, '2027-11-02'],
    [99, '2028-02-29'],
  ])('is valid FHIR, with ids of its own, small enough for a record, in order (seed %i, %s)', (seed, day) => {
    const some = generateDemo({ seed, today: day }).families.flatMap((family) => family.children);
    for (const child of some) {
      const times = [child.registration, ...child.records].map((record) => record.at);
      expect(times).toEqual([...times].sort());
      expect(times.every((at) => at < `${day}T00:00:00Z`)).toBe(true);
    }
    const records = some.flatMap((child) => [child.registration, ...child.records]);
    const ids = new Set<string>();
    for (const { resource } of records) {
      expect(validate(resource), JSON.stringify(resource)).toEqual([]);
      expect(JSON.stringify(resource).length).toBeLessThan(16_000);
      ids.add(resource.id!);
    }
    expect(ids.size).toBe(records.length);
  });

  it('was written by people who may: role, permission of the kind, and the right staff member', () => {
    for (const record of all) {
      expect(demo.staff[record.author]!.role).toBe(record.authorRole);
      const kind = kindForResource(record.resource.resourceType)!;
      const may: readonly Permission[] = roleDefaults[record.authorRole].permissions;
      expect(
        kind.permissions.some((p) => may.includes(p)),
        `${record.authorRole} ${record.resource.resourceType}`,
      ).toBe(true);
    }
  });

  it('lies in the past and in order; nothing before birth; one appointment ahead', () => {
    for (const child of children) {
      const times = child.records.map((record) => record.at);
      expect(times).toEqual([...times].sort());
      expect(times.every((at) => at >= child.registration.at && at < `${today}T00:00:00Z`)).toBe(true);
      expect(child.registration.at.slice(0, 10) >= child.patient.birthDate!).toBe(true);
      const appointments = child.records.flatMap(({ resource }) =>
        resource.resourceType === 'Appointment' ? [resource.start!] : [],
      );
      expect(appointments.length).toBeLessThanOrEqual(1);
      for (const start of appointments) expect(start > today).toBe(true);
    }
    expect(all.filter(({ resource }) => resource.resourceType === 'Appointment').length).toBeGreaterThan(15);
  });

  it('refers only to records of the same child, and comes back from a bundle as it was', () => {
    for (const child of children) {
      const resources = [child.patient, ...child.records.map((record) => record.resource)];
      const plan = planImport(readBundle(JSON.parse(JSON.stringify(exportBundle(resources)))), {
        acceptsType: (type) => kindForResource(type) !== undefined,
      });
      expect(plan.skipped).toEqual([]);
      expect(plan.warnings).toEqual([]);
      const back = new Map(plan.patients[0]!.resources.map((r) => [r.id, r]));
      expect(back.size).toBe(resources.length);
      for (const resource of resources) expect(back.get(resource.id)).toEqual(resource);
    }
  });

  it('shows the three states of allergies', () => {
    const states = children.map((child) => {
      const codes = child.records.flatMap(({ resource }) =>
        resource.resourceType === 'AllergyIntolerance' ? [resource.code?.coding?.[0]?.code] : [],
      );
      return codes.length === 0 ? 'not asked' : codes.includes('716186003') ? 'none known' : 'list';
    });
    expect(new Set(states)).toEqual(new Set(['not asked', 'none known', 'list']));
  });

  it('grows: nobody shrinks, weights are plausible, blood pressure from three years on', () => {
    for (const child of children) {
      let height = 0;
      for (const { resource } of child.records) {
        if (resource.resourceType !== 'Observation') continue;
        const months = ageOn(child.patient.birthDate!, resource.effectiveDateTime!)!.months;
        if (isBloodPressure(resource)) expect(months).toBeGreaterThanOrEqual(35);
        for (const reading of vitalReadings(resource)) {
          if (reading.key === 'height') {
            expect(reading.value).toBeGreaterThanOrEqual(height);
            height = reading.value;
          }
          if (reading.key === 'weight') expect(reading.value).toBeGreaterThan(2);
          if (reading.key === 'weight') expect(reading.value).toBeLessThan(130);
          if (reading.key === 'bmi') expect(reading.value).toBeGreaterThan(11.5);
        }
      }
    }
  });

  it('has what a demonstration needs', () => {
    const types = new Set(all.map(({ resource }) => resource.resourceType));
    for (const type of [
      'Patient',
      'Encounter',
      'Composition',
      'Observation',
      'Condition',
      'MedicationRequest',
      'AllergyIntolerance',
      'Immunization',
      'DiagnosticReport',
      'ServiceRequest',
      'Appointment',
      'Communication',
      'Task',
      'CarePlan',
      'FamilyMemberHistory',
    ])
      expect(types).toContain(type);
    const text = JSON.stringify(all);
    for (const word of [
      '"code":"H"',
      '"code":"L"',
      '"code":"POS"',
      '"not-done"',
      'Referral to',
      'primarySource":false',
    ])
      expect(text).toContain(word);
    const hidden = all.filter((record) => record.confidential);
    expect(hidden.length).toBeGreaterThan(3);
    expect(new Set(hidden.map((record) => record.resource.resourceType))).toEqual(
      new Set(['Composition', 'Observation']),
    );
    expect(children.filter((child: DemoChild) => child.portalLogin).length).toBeGreaterThanOrEqual(3);
    expect(
      demo.families.some((family) => family.guardians.some((guardian) => guardian.isChild !== undefined)),
    ).toBe(true);
  });
});
