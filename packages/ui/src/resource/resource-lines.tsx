/** One line for each kind of resource in a chart. They take an entry and nothing else. */
import type {
  AllergyIntolerance,
  Composition,
  Condition,
  Encounter,
  Immunization,
  MedicationRequest,
  MedicationStatement,
  Procedure,
} from '@keychart/fhir';
import type { EntryProps } from '../entry.ts';
import { conceptText, firstUpper, referenceText } from '../text/fhir-text.ts';
import { dateText } from '../text/practice-time.tsx';
import { noneKnownWords } from './allergy-state.ts';
import { dosageText } from './dosage-text.ts';
import { isCurrent } from './is-current.ts';
import { RecordLine } from './record-line.tsx';

interface LineProps<R extends import('@keychart/fhir').Resource> {
  readonly entry: EntryProps<R>;
}

const joined = (...parts: (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' · ');

export function ProblemLine({ entry }: LineProps<Condition>) {
  const { code, onsetDateTime, onsetPeriod, abatementDateTime, recordedDate } = entry.resource;
  const over = !isCurrent(entry.resource);
  const status = over
    ? joined('resolved', abatementDateTime && dateText(abatementDateTime)).replace(' · ', ' ')
    : undefined;
  const icd = code?.coding?.find(({ system }) => system?.includes('icd-10') === true)?.code;
  return (
    <RecordLine
      entry={entry}
      title={conceptText(code) ?? 'Problem without a name'}
      date={onsetDateTime ?? onsetPeriod?.start ?? recordedDate}
      detail={joined(icd, status)}
      past={over}
    />
  );
}

export function AllergyLine({ entry }: LineProps<AllergyIntolerance>) {
  const { code, criticality, reaction = [], recordedDate, onsetDateTime, category } = entry.resource;
  const none = noneKnownWords(entry.resource);
  const manifestations = reaction.flatMap(({ manifestation }) => manifestation ?? []).map(conceptText);
  const severity = reaction.find(({ severity }) => severity !== undefined)?.severity;
  const over = !isCurrent(entry.resource);
  return (
    <RecordLine
      entry={entry}
      title={none ?? conceptText(code) ?? 'Unnamed substance'}
      date={onsetDateTime ?? recordedDate}
      detail={
        none === undefined
          ? joined(
              manifestations.join(', '),
              severity,
              category?.join(', '),
              criticality === 'high' ? 'high risk' : undefined,
              over ? 'no longer active' : undefined,
            )
          : undefined
      }
      past={over}
    />
  );
}

export function MedicationLine({ entry }: LineProps<MedicationRequest | MedicationStatement>) {
  const { resource } = entry;
  const name =
    conceptText(resource.medicationCodeableConcept) ??
    referenceText(resource.medicationReference) ??
    'Medication named elsewhere in the record';
  const over = !isCurrent(resource);
  const isRequest = resource.resourceType === 'MedicationRequest';
  const dosage = isRequest ? resource.dosageInstruction : resource.dosage;
  const date = isRequest
    ? resource.authoredOn
    : (resource.effectiveDateTime ?? resource.effectivePeriod?.start);
  return (
    <RecordLine
      entry={entry}
      title={name}
      date={date}
      detail={joined(dosageText(dosage), over ? resource.status : undefined)}
      past={over}
    />
  );
}

export function ImmunizationLine({ entry }: LineProps<Immunization>) {
  const {
    vaccineCode,
    occurrenceDateTime,
    occurrenceString,
    status,
    statusReason,
    lotNumber,
    manufacturer,
    site,
  } = entry.resource;
  const notDone = status === 'not-done';
  const code = vaccineCode?.coding?.find(({ system }) => system === 'http://hl7.org/fhir/sid/cvx')?.code;
  return (
    <RecordLine
      entry={entry}
      title={conceptText(vaccineCode) ?? 'Vaccine without a name'}
      aside={notDone ? 'not given' : undefined}
      date={occurrenceDateTime ?? occurrenceString}
      detail={joined(
        notDone ? conceptText(statusReason) : undefined,
        code === undefined ? undefined : `CVX ${code}`,
        lotNumber && `lot ${lotNumber}`,
        referenceText(manufacturer),
        conceptText(site),
      )}
      past={notDone}
    />
  );
}

export function EncounterLine({ entry }: LineProps<Encounter>) {
  const { type, reasonCode, period, participant, serviceProvider, status, class: kind } = entry.resource;
  const title = conceptText(type?.[0]) ?? kind?.display ?? 'Visit';
  const reason = conceptText(reasonCode?.[0]);
  const who = participant
    ?.map(({ individual }) => referenceText(individual))
    .find((name) => name !== undefined);
  const open = status === 'in-progress' || status === 'planned' || status === 'arrived';
  return (
    <RecordLine
      entry={entry}
      title={title}
      aside={open ? status : undefined}
      date={period?.start}
      detail={joined(reason && firstUpper(reason), who, referenceText(serviceProvider))}
    />
  );
}

export function NoteLine({ entry }: LineProps<Composition>) {
  const { title, date, section } = entry.resource;
  return (
    <RecordLine
      entry={entry}
      title={title ?? 'Note'}
      date={date}
      detail={joined(
        `signed by ${entry.signer.name}`,
        section
          ?.map((part) => part.title)
          .filter(Boolean)
          .join(', '),
      )}
    />
  );
}

export function ProcedureLine({ entry }: LineProps<Procedure>) {
  const { code, performedDateTime, performedPeriod, reasonCode, status } = entry.resource;
  return (
    <RecordLine
      entry={entry}
      title={conceptText(code) ?? 'Procedure without a name'}
      date={performedDateTime ?? performedPeriod?.start}
      detail={joined(conceptText(reasonCode?.[0]), status === 'completed' ? undefined : status)}
    />
  );
}
