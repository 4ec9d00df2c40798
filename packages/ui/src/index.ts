/** Design system and clinical displays: FHIR resources in as props, screens out. Knows no store, no key, no server. */

export { recordDate } from '@keychart/fhir';
export { Logo } from './brand/logo.tsx';
export type { DeliveryProps, EntryProps, LoadStateName, SignerProps } from './entry.ts';
export { CopyText } from './layout/copy-text.tsx';
export { DoorFrame } from './layout/door-frame.tsx';
export { EmptyState, type EmptyStateProps } from './layout/empty-state.tsx';
export { ErrorNote, type ErrorNoteProps } from './layout/error-note.tsx';
export { LoadingLines, LoadNote, type LoadNoteProps } from './layout/load-note.tsx';
export { type Flag, Measure } from './layout/measure.tsx';
export { NextTurn } from './layout/next-turn.tsx';
export { RefusalText } from './layout/refusal-text.tsx';
export { Section, type SectionProps } from './layout/section.tsx';
export { useFirstFocus } from './layout/use-first-focus.ts';
export { EncryptedKeyFields } from './login/encrypted-key-fields.tsx';
export { PassphraseField } from './login/passphrase-field.tsx';
export { SavedLoginFields, type SavedLoginProps } from './login/saved-login-fields.tsx';
export { SecretKeyField } from './login/secret-key-field.tsx';
export { Initials } from './patient/initials.tsx';
export { PatientBanner, type PatientBannerProps } from './patient/patient-banner.tsx';
export { type AllergyState, allergyState } from './resource/allergy-state.ts';
export { AllergyBadge } from './resource/allergy-summary.tsx';
export { appointmentWith, messageText } from './resource/contact-lines.tsx';
export { DocumentLine, plainText } from './resource/document-line.tsx';
export { dosageText } from './resource/dosage-text.ts';
export { FactList } from './resource/fact-list.tsx';
export { isCurrent } from './resource/is-current.ts';
export { LatestVitals } from './resource/latest-vitals.tsx';
export { NoteView, type NoteViewProps } from './resource/note-view.tsx';
export { ObservationLine, ReportLine } from './resource/observation-line.tsx';
export { OtherLine } from './resource/other-line.tsx';
export { EntryMarks, RecordLine } from './resource/record-line.tsx';
export { RecordList } from './resource/record-list.tsx';
export {
  AllergyLine,
  EncounterLine,
  ImmunizationLine,
  MedicationLine,
  NoteLine,
  ProblemLine,
  ProcedureLine,
} from './resource/resource-lines.tsx';
export { UnitSwitch } from './resource/unit-switch.tsx';
export {
  type UnitSystem,
  type VitalsRow,
  vitalDisplay,
  vitalsRows,
  vitalUnit,
} from './resource/vitals-grid.ts';
export { VitalsTable } from './resource/vitals-table.tsx';
export {
  CHART_SECTIONS,
  type ChartSection,
  chartSection,
  type SectionKey,
  type SectionQuery,
} from './sections/chart-sections.tsx';
export { carriesCode, sectionOf } from './sections/section-of.ts';
export { ConfidentialMark } from './signing/confidential-mark.tsx';
export { ConnectionBadge, type ConnectionProps, describeConnection } from './signing/connection-badge.tsx';
export { DeliveryMark } from './signing/delivery-mark.tsx';
export { roleText } from './signing/role-text.ts';
export { SignerLine } from './signing/signer-line.tsx';
export { auditText } from './text/audit-text.ts';
export {
  conceptText,
  firstUpper,
  hasCode,
  quantityText,
  referenceText,
  sentence,
  unitText,
} from './text/fhir-text.ts';
export { initialsOf, sexText } from './text/patient-text.ts';
export { dateText, instantsText, todayIn, usePracticeZone, When } from './text/practice-time.tsx';
export { kindText, resourceTitle, statusText } from './text/resource-title.ts';
export { SafeNarrative } from './text/safe-narrative.tsx';
export { KeychartProvider } from './theme/keychart-provider.tsx';
