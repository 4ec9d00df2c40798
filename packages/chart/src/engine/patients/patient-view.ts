/** One patient as the apps see them: the line in the list and the frame of the chart. */
import type { Patient } from '@keychart/fhir';
import { npubEncode } from '@keychart/nostr';
import { guardiansOf, type PatientIndexEntry } from '@keychart/protocol';
import type {
  Entry,
  LoadState,
  MergedChart,
  PatientId,
  PatientName,
  PatientRow,
  PatientView,
} from '../../api/chart.ts';
import type { Person } from '../../record/person.ts';
import { endByPolicy, endOf } from '../access/guardian-ends.ts';
import { outlived } from '../access/held-key.ts';
import { namedReaderViews } from '../access/named-readers.ts';
import type { EngineContext } from '../state/context.ts';
import { isAuditRow } from '../state/outbox.ts';
import { displayName, type PersonRow, patientOf } from '../state/people.ts';
import { entryView, type ViewContext } from '../state/views.ts';

const iso = (seconds: number) => new Date(seconds * 1000).toISOString();

/** As much as is known of everything the chart shows. */
export function chartLoadState({ people, loading }: EngineContext, patientId: PatientId): LoadState {
  // Known and not shown: nothing about it is said to be complete.
  if (people.get(patientId) && people.chartOf(patientId).length === 0) return 'loading';
  const states = people.chartOf(patientId).map(({ id }) => loading.get(id) ?? 'loading');
  const [own = loading.get(patientId) ?? 'loading', ...others] = states;
  return own !== 'loading' && others.some((state) => state !== 'complete') ? 'partial' : own;
}

export function rowView({ person, name }: PersonRow, context: EngineContext): PatientRow {
  const patient = patientOf(person);
  const folded = person.records.ofType('Patient')[0];
  const phone = patient?.telecom?.find(({ system }) => system === 'phone')?.value;
  const mergedInto = survivorName(context, person.id);
  return {
    patientId: person.id,
    name,
    guardians: (person.index ? guardiansOf(person.index) : []).map(({ name }) => name),
    delivery: folded ? context.outbox.delivery(folded.last.id) : { state: 'accepted' },
    ...(patient?.birthDate && { birthDate: patient.birthDate }),
    ...(patient?.gender && { sex: patient.gender }),
    ...(phone && { phone }),
    ...(mergedInto && { mergedInto }),
  };
}

function survivorName({ people }: EngineContext, id: PatientId): PatientName | undefined {
  const survivor = people.get(people.survivorOf(id));
  if (!survivor || survivor.id === id) return undefined;
  return { patientId: survivor.id, name: displayName(patientOf(survivor)) };
}

export function patientView(
  context: EngineContext,
  views: ViewContext,
  patientId: PatientId,
  unreadable: number,
): PatientView {
  const { people, outbox } = context;
  const chart = people.chartOf(patientId);
  const [person, ...others] = chart;
  const folded = person?.records.ofType('Patient')[0];
  const shown = new Set(chart.map(({ id }) => id));
  const waiting = outbox
    .waiting()
    .filter((row) => row.patientId !== undefined && shown.has(row.patientId) && !isAuditRow(row));
  const mergedInto = survivorName(context, patientId);
  const merged = others
    .map((other) => mergedChart(context, other))
    .sort((a, b) => ((a.mergedAt ?? '') < (b.mergedAt ?? '') ? -1 : 1));
  return {
    patientId,
    entry: folded && (entryView(folded, views) as Entry<Patient>),
    state: chartLoadState(context, patientId),
    counts: {
      entries: chart.reduce((sum, { records }) => sum + records.all().length, 0),
      unreadable,
      unsent: waiting.length,
    },
    guardians: guardianViews(context, person?.index),
    ...(person?.index && {
      ...guardiansEnd(context, patientId),
      namedReaders: namedReaderViews(context, person.index),
      key: {
        npub: npubEncode(person.index.P),
        heldHere: person.index.held !== undefined,
        ...(person.index.held && outlived(context, person.index.held) && { heldByOthers: true }),
        replaced: person.index.oldP.length,
      },
    }),
    ...(merged.length > 0 && { merged }),
    ...(mergedInto && { mergedInto }),
  };
}

function guardianViews(
  context: EngineContext,
  index: PatientIndexEntry | undefined,
): PatientView['guardians'] {
  return (index ? guardiansOf(index) : []).map((guardian) => {
    const end = endOf(guardian, endByPolicy(context, index!.id));
    return {
      npub: npubEncode(guardian.pk),
      name: guardian.name,
      ...(end !== undefined && { until: iso(end) }),
      ...(end !== undefined && end !== guardian.until && { byPolicy: true }),
      ...(guardian.until !== undefined && { set: iso(guardian.until) }),
      ...(guardian.beyond && { beyondPolicy: true }),
    };
  });
}

function guardiansEnd(context: EngineContext, patientId: PatientId): Pick<PatientView, 'guardiansEnd'> {
  const end = endByPolicy(context, patientId);
  return end === undefined ? {} : { guardiansEnd: iso(end) };
}

function mergedChart(context: EngineContext, person: Person): MergedChart {
  const patient = patientOf(person);
  const at = person.link?.statusAt;
  return {
    patientId: person.id,
    name: displayName(patient),
    ...(patient?.birthDate && { birthDate: patient.birthDate }),
    ...(patient?.gender && { sex: patient.gender }),
    ...(at !== undefined && { mergedAt: iso(at) }),
    guardians: guardianViews(context, person.index),
    keyHandedOver: person.index !== undefined && person.index.held === undefined,
  };
}

export function viewSignature(view: PatientView): string {
  const { entry, state, counts, guardians, namedReaders, key, merged, mergedInto } = view;
  const parts = [entry?.version, entry?.versions, entry?.delivery.state];
  return JSON.stringify([...parts, state, counts, guardians, namedReaders, key, merged, mergedInto]);
}
