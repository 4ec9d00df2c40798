/**
 * Who this chart belongs to, in one fixed place: name, age, sex, date of birth, initials, allergies, confidential mark.
 */
import { ageText } from '@keychart/clinical';
import { type AllergyIntolerance, type Patient, patientName } from '@keychart/fhir';
import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { EntryProps, LoadStateName } from '../entry.ts';
import { AllergyBadge } from '../resource/allergy-summary.tsx';
import { ConfidentialMark } from '../signing/confidential-mark.tsx';
import { sexText } from '../text/patient-text.ts';
import { todayIn, usePracticeZone, When } from '../text/practice-time.tsx';
import { Initials } from './initials.tsx';
import classes from './patient-banner.module.css';

export interface PatientBannerProps {
  /** Undefined while it loads. */
  readonly patient: Patient | undefined;
  readonly allergies?:
    | { readonly entries: readonly EntryProps<AllergyIntolerance>[]; readonly state: LoadStateName }
    | undefined;
  readonly confidential?: boolean;
  /** Buttons at the right end. */
  readonly actions?: ReactNode;
}

export function PatientBanner({ patient, allergies, confidential = false, actions }: PatientBannerProps) {
  const zone = usePracticeZone();
  const name = patient === undefined ? 'Loading patient' : patientName(patient);
  const age = ageText(patient?.birthDate, patient?.deceasedDateTime ?? todayIn(zone));
  const deceased = patient?.deceasedDateTime !== undefined || patient?.deceasedBoolean === true;
  return (
    <section className={classes.banner} aria-label="Patient">
      <Initials name={patient === undefined ? '' : name} size={40} />
      <div className={classes.who}>
        <h1 className={classes.name}>{name}</h1>
        {patient !== undefined && (
          <Group gap={4} className={classes.facts}>
            <span>{age ?? 'age unknown'}</span>
            <span>{sexText(patient.gender)}</span>
            <span>
              born {patient.birthDate === undefined ? 'date not recorded' : <When date={patient.birthDate} />}
            </span>
            {deceased && (
              <Text component="span" size="sm" fw={600}>
                deceased
                {patient.deceasedDateTime !== undefined && (
                  <>
                    {' '}
                    <When date={patient.deceasedDateTime} />
                  </>
                )}
              </Text>
            )}
            {confidential && <ConfidentialMark />}
          </Group>
        )}
      </div>
      {allergies !== undefined && <AllergyBadge entries={allergies.entries} state={allergies.state} />}
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </section>
  );
}
