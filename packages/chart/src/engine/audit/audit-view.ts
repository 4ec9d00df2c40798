/** The access log as the apps see it: filtered, a page at a time, with the whole number and whether it is whole. */
import { npubEncode } from '@keychart/nostr';
import { ACCESS_EVENT } from '@keychart/protocol';
import type { AuditFilter, AuditGap, AuditLine, AuditLog, Chart, Signer } from '../../api/chart.ts';
import type { ChartExtras } from '../../api/extras.ts';
import { readAuditEvent } from '../../record/audit-event.ts';
import { type AuditTrailEntry, verifyAuditTrail } from '../../record/audit-trail.ts';
import type { AuditRecord } from '../state/audit-book.ts';
import type { EngineContext } from '../state/context.ts';
import { displayName, patientOf } from '../state/people.ts';
import { signerOf, type ViewContext } from '../state/views.ts';
import type { Sync } from '../sync/sync.ts';
import type { Audit } from './audit.ts';
import { trailEntry } from './audit-chain.ts';

export type AuditView = Pick<
  Chart & ChartExtras,
  'watchAudit' | 'serverHeads' | 'noteExport' | 'note' | 'verifyAudit'
>;

const MAX_COUNT = 1000;
/** Of what somebody calls themselves. */
const LONGEST_NAME = 120;
const DEFAULT_COUNT = 50;

export function auditView(
  context: EngineContext,
  views: ViewContext,
  { audit: sync, heads }: Pick<Sync, 'audit' | 'heads'>,
  audit: Audit,
): AuditView {
  const { people, governance, notifier, now } = context;
  const links = new Map<string, AuditTrailEntry | undefined>();

  function link(record: AuditRecord): AuditTrailEntry | undefined {
    const known = links.get(record.id);
    if (known) return known;
    const entry = trailEntry(context, record);
    if (entry) links.set(record.id, entry);
    return entry;
  }

  function inRange({ from, to, patientId }: AuditFilter): AuditRecord[] {
    const first = from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(from) / 1000;
    const last = to === undefined ? Number.POSITIVE_INFINITY : Date.parse(to) / 1000;
    const chart =
      patientId === undefined ? undefined : new Set(people.chartOf(patientId).map(({ id }) => id));
    return [...context.audit.all()].filter(
      (record) => record.at >= first && record.at <= last && (!chart || chart.has(record.patientId)),
    );
  }

  function log(filter: AuditFilter): AuditLog {
    const range = inRange(filter);
    const lines = range.map((record) => ({ record, line: lineOf(record) }));
    const found = lines
      .filter(
        ({ line }) =>
          (filter.action === undefined || line.action === filter.action) &&
          (filter.npub === undefined || line.by.npub === filter.npub),
      )
      .sort((a, b) => b.record.at - a.record.at || (a.record.id < b.record.id ? -1 : 1));
    const offset = filter.offset ?? 0;
    const isStaff = governance.member(now()) !== undefined;
    const names = new Map(lines.map(({ line: { by } }) => [by.npub, by.name]));
    const { unsent, refused } = context.outbox.counts.audit;
    const server = isStaff && filter.patientId === undefined ? heads.log() : undefined;
    return {
      lines: found
        .slice(offset, offset + Math.min(filter.count ?? DEFAULT_COUNT, MAX_COUNT))
        .map(({ line }) => line),
      total: found.length,
      state: sync.state(filter),
      people: [...names].map(([npub, name]) => ({ npub, name })).sort((a, b) => (a.name < b.name ? -1 : 1)),
      ...(isStaff && filter.patientId === undefined && { trail: trailOf(range, filter.from === undefined) }),
      ...(server && { server }),
      waiting: unsent + refused + audit.unwritten,
      unreadable: [...context.problems.values()].filter(
        ({ kind, patientId }) =>
          kind === ACCESS_EVENT && (filter.patientId === undefined || patientId === filter.patientId),
      ).length,
    };
  }

  function lineOf(record: AuditRecord): AuditLine {
    const { action, patientId, detail, name } = readAuditEvent(record.resource);
    const person = patientId === undefined ? undefined : people.get(patientId);
    return {
      id: record.id,
      at: new Date(record.at * 1000).toISOString(),
      by: { ...whoDid(record, name), npub: npubEncode(record.author) },
      action,
      confidential: record.c === 'sens',
      ...(patientId !== undefined && { patientId }),
      ...(person?.index && { patientName: displayName(patientOf(person)) }),
      ...(detail !== undefined && { detail }),
    };
  }

  /** Staff as everywhere; of a family the staff go by the patient index, others by what the signer says. */
  function whoDid(record: AuditRecord, said = ''): Signer {
    const signer = signerOf(record, views);
    const person = people.get(record.patientId);
    if (signer.role !== 'guardian' || !person) return signer;
    const index = person.index;
    const isPatient = person.P === record.author || index?.oldP.some(({ P }) => P === record.author);
    if (isPatient) return { ...signer, name: displayName(patientOf(person)), role: 'patient' };
    const known = index?.guardians.find(({ pk }) => pk === record.author)?.name;
    const name = known ?? (said.length > LONGEST_NAME ? `${said.slice(0, LONGEST_NAME)}…` : said);
    return { ...signer, name: name.trim() || signer.name };
  }

  function trailOf(range: readonly AuditRecord[], whole: boolean) {
    const verdict = verifyAuditTrail(
      range.flatMap((record) => link(record) ?? []),
      { whole },
    );
    const gaps = verdict.findings.map(
      ({ kind, author, from, to }): AuditGap => ({
        kind,
        by: governance.nameOf(author) ?? '',
        npub: npubEncode(author),
        from,
        to,
      }),
    );
    return { entries: verdict.entries, chains: verdict.chains, gaps };
  }

  return {
    serverHeads: async () => heads.text(),
    note: audit.note,
    noteExport: (what, patientId) =>
      audit.note({ action: 'export', detail: what, ...(patientId !== undefined && { patientId }) }),
    async watchAudit(filter, callback) {
      let last: string | undefined;
      const tell = () => {
        const value = log(filter);
        const signature = JSON.stringify(value);
        if (signature === last) return;
        last = signature;
        callback(value);
      };
      sync.open(filter);
      const ends = [notifier.on('audit', tell)];
      // A chart merged into this one brings its own log.
      if (filter.patientId !== undefined) ends.push(notifier.on('patients', () => sync.open(filter)));
      tell();
      return () => {
        for (const end of ends) end();
      };
    },
    async verifyAudit() {
      if (!(await sync.whole({}))) throw new Error('the server did not hand out the whole access log');
      return verifyAuditTrail([...context.audit.all()].flatMap((record) => link(record) ?? []));
    },
  };
}
