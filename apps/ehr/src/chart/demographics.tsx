/** How to reach the patient, their language, who of the family reads the record. */
import type { PatientView } from '@keychart/chart';
import { displayAddress, displayConcept, type Patient, patientName, telecomValue } from '@keychart/fhir';
import { LoadingLines, Section } from '@keychart/ui';
import { lazy, Suspense } from 'react';
import { EditPatient } from '../edit-patient/edit-patient.tsx';
import classes from './demographics.module.css';

const FamilyAccess = lazy(async () => ({
  default: (await import('../family-access/family-access.tsx')).FamilyAccess,
}));

export function Demographics({ view }: { readonly view: PatientView | undefined }) {
  const patient = view?.entry?.resource;
  if (view === undefined || patient === undefined) {
    return (
      <Section title="Contact">
        <LoadingLines label="Loading the patient" />
      </Section>
    );
  }
  return (
    <Section title="Contact">
      <dl className={classes.list}>
        {factsOf(patient).map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd data-missing={value === '' || undefined}>{value === '' ? 'not recorded' : value}</dd>
          </div>
        ))}
      </dl>
      {view.entry && <EditPatient entry={view.entry} />}
      <Suspense>
        <FamilyAccess view={view} name={patientName(patient)} />
      </Suspense>
    </Section>
  );
}

function factsOf(patient: Patient): readonly (readonly [term: string, value: string])[] {
  const language =
    patient.communication?.find(({ preferred }) => preferred === true) ?? patient.communication?.[0];
  return [
    ['Phone', telecomValue(patient.telecom, 'phone') ?? ''],
    ['E-mail', telecomValue(patient.telecom, 'email') ?? ''],
    ['Address', displayAddress(patient.address?.[0])],
    ['Language', languageName(displayConcept(language?.language))],
  ];
}

/** `en-US` → `English (United States)`; words stay words. */
function languageName(text: string): string {
  if (!/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(text)) return text;
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(text) ?? text;
}
