/**
 * Categories that make an Observation or DiagnosticReport a result: FHIR's observation-category and the diagnostic service
 * sections of HL7 table 0074 in which something is measured or looked at. Codes that are plain English words of more than
 * one code system stand with theirs.
 */
const SERVICE_SECTION = 'http://terminology.hl7.org/CodeSystem/v2-0074';

/** Audiology, blood gases, cardiac catheterization, chemistry, CT, cytology … X-ray. */
const SERVICES = [
  'AU',
  'BG',
  'BLB',
  'CG',
  'CH',
  'CP',
  'CT',
  'CTH',
  'CUS',
  'EC',
  'EN',
  'GE',
  'HM',
  'ICU',
  'IMG',
  'IMM',
  'MB',
  'MCB',
  'MYC',
  'NMR',
  'NMS',
  'OUS',
  'PAR',
  'PAT',
  'PF',
  'RC',
  'RUS',
  'RX',
  'SP',
  'SR',
  'TX',
  'VR',
  'VUS',
  'XRC',
];

export const RESULT_CATEGORIES: readonly string[] = [
  'laboratory',
  'imaging',
  'LAB',
  'RAD',
  ...SERVICES.map((code) => `${SERVICE_SECTION}|${code}`),
];
