/** Takes one bundle into a chart and counts every entry of it exactly once: taken, already there, or skipped and why. */
import { type ImportPlan, type PatientImport, planImport, type Resource, readBundle } from '@keychart/fhir';
import { kindForResource, MAX_RECORD_BYTES } from '@keychart/protocol';
import type { OpenedChart } from './practice-session.ts';

export type Tally = Record<string, number>;

export interface Skipped {
  readonly type: string;
  readonly id?: string;
  readonly path?: string;
  readonly reason: string;
  /** The entry is faulty, not merely of a kind that has no place in a chart. */
  readonly faulty: boolean;
}

export interface FileReport {
  readonly file: string;
  /** Everything of the file that has a place in a chart is in it now. */
  readonly ok: boolean;
  /** Why nothing of the file could be used. */
  readonly problem?: string;
  readonly patients: readonly { readonly id: string; readonly name: string; readonly isNew: boolean }[];
  readonly total: number;
  readonly taken: Tally;
  readonly already: Tally;
  readonly skipped: readonly Skipped[];
  readonly warnings: readonly string[];
  readonly seconds: number;
}

export function unusable(file: string, problem: string): FileReport {
  const nothing = { patients: [], total: 0, taken: {}, already: {}, skipped: [], warnings: [], seconds: 0 };
  return { file, ok: false, problem, ...nothing };
}

const accepted = (type: string) => kindForResource(type) !== undefined;
const keyOf = (resource: Resource) => `${resource.resourceType}/${resource.id ?? ''}`;

/** Writes what the chart does not hold yet and waits until the relay has taken it. */
export async function importBundle(
  chart: OpenedChart,
  file: string,
  text: string,
  say: (line: string) => void,
): Promise<FileReport> {
  const started = Date.now();
  const bundle = readBundle(text);
  const problem = bundle.problems[0];
  if (problem)
    return unusable(file, problem.details?.text ?? problem.diagnostics ?? 'The file cannot be used.');
  const plan = planImport(bundle, {
    acceptsType: accepted,
    maxResourceBytes: MAX_RECORD_BYTES,
  });
  const result: Written = { taken: new Set(), already: new Set(), refused: new Map(), patients: [] };
  for (const part of plan.patients) await importPatient(chart, part, result, say);
  await chart.settled();
  for (const item of await chart.outbox()) {
    if (item.delivery.state !== 'refused' || !item.resource) continue;
    result.refused.set(keyOf(item.resource), { resource: item.resource, reason: item.delivery.reason });
    await chart.dismiss(item.version);
  }
  return summary(file, plan, result, (Date.now() - started) / 1000);
}

interface Written {
  readonly taken: Set<string>;
  readonly already: Set<string>;
  readonly refused: Map<string, { resource: Resource; reason: string }>;
  readonly patients: { id: string; name: string; isNew: boolean }[];
}

async function importPatient(
  chart: OpenedChart,
  { patient, resources }: PatientImport,
  result: Written,
  say: (line: string) => void,
): Promise<void> {
  const id = patient.id ?? '';
  const name = [...(patient.name?.[0]?.given ?? []), patient.name?.[0]?.family ?? ''].join(' ').trim();
  const isNew = chart.allEntries(id).length === 0;
  result.patients.push({ id, name, isNew });
  if (isNew) {
    const outcome = await chart.createPatient({ patient });
    if (!outcome.ok) {
      for (const resource of resources)
        result.refused.set(keyOf(resource), { resource, reason: outcome.reason });
      return;
    }
    result.taken.add(keyOf(patient));
  }
  await chart.openPatient(id);
  const held = new Set(chart.allEntries(id).map(({ resource }) => keyOf(resource)));
  const records = resources.map((resource) => ({ resource }));
  const outcome = await chart.writeHistory(id, records, (done) =>
    say(`${name}: ${done} of ${resources.length}`),
  );
  for (const { resource, reason } of outcome.refused)
    result.refused.set(keyOf(resource), { resource, reason });
  for (const resource of resources) {
    const key = keyOf(resource);
    if (result.refused.has(key) || result.taken.has(key)) continue;
    (held.has(key) ? result.already : result.taken).add(key);
  }
}

function summary(file: string, plan: ImportPlan, result: Written, seconds: number): FileReport {
  const skipped: Skipped[] = plan.skipped.map(({ type, id, path, reason, issues }) => ({
    type,
    path,
    reason,
    faulty: (issues?.length ?? 0) > 0 || accepted(type) || type === 'Unknown',
    ...(id !== undefined && { id }),
  }));
  for (const [key, { resource, reason }] of result.refused) {
    result.taken.delete(key);
    result.already.delete(key);
    skipped.push({ type: resource.resourceType, id: resource.id ?? '', reason, faulty: true });
  }
  // In one patient's chart before, in another's since now: it is one entry of the bundle, and it was taken.
  for (const key of result.taken) result.already.delete(key);
  return {
    file,
    ok: !skipped.some(({ faulty }) => faulty),
    patients: result.patients,
    total: plan.counts.total,
    taken: byType(result.taken),
    already: byType(result.already),
    skipped,
    warnings: plan.warnings.map((issue) => issue.details?.text ?? issue.diagnostics ?? ''),
    seconds,
  };
}

function byType(keys: Iterable<string>): Tally {
  const tally: Tally = {};
  for (const key of [...keys].sort()) {
    const type = key.split('/', 1)[0] ?? '';
    tally[type] = (tally[type] ?? 0) + 1;
  }
  return tally;
}

const sum = (tally: Tally) => Object.values(tally).reduce((total, count) => total + count, 0);

/** The report for people. */
export function reportLines(report: FileReport): string[] {
  const lines = [report.file];
  if (report.problem) return [...lines, `  Nothing was taken. ${report.problem}`];
  for (const { name, isNew } of report.patients) lines.push(`  ${name}${isNew ? ' (new patient)' : ''}`);
  const taken = sum(report.taken);
  const rate = report.seconds > 0 && taken > 0 ? `, ${Math.round(taken / report.seconds)}/s` : '';
  lines.push(
    `  ${report.total} entries: ${taken} taken, ${sum(report.already)} already there, ${report.skipped.length} skipped (${report.seconds.toFixed(1)} s${rate})`,
  );
  for (const [type, count] of Object.entries(report.taken)) lines.push(`    taken    ${count} ${type}`);
  for (const [type, count] of Object.entries(report.already)) lines.push(`    there    ${count} ${type}`);
  const reasons = new Map<string, number>();
  for (const { type, id, reason, faulty } of report.skipped) {
    const line = `${type}${faulty && id ? ` ${id}` : ''}: ${reason}`;
    reasons.set(line, (reasons.get(line) ?? 0) + 1);
  }
  for (const [line, count] of reasons) lines.push(`    skipped  ${count} ${line}`);
  for (const warning of report.warnings.slice(0, 10)) lines.push(`    note     ${warning}`);
  if (report.warnings.length > 10)
    lines.push(`    note     … and ${report.warnings.length - 10} more like these`);
  return lines;
}
