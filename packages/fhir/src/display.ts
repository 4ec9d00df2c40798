/** FHIR data types as a person reads them. Text only: the screens decide about layout, and about bidirectional isolation. */
import type {
  Address,
  CodeableConcept,
  ContactPoint,
  HumanName,
  Patient,
  Quantity,
} from '@medplum/fhirtypes';

/** The name to show: usual, then official, then the first that is not old. */
export function preferredName(names: readonly HumanName[] | undefined): HumanName | undefined {
  const current = (names ?? []).filter((name) => name.use !== 'old' && name.period?.end === undefined);
  return (
    current.find((n) => n.use === 'usual') ??
    current.find((n) => n.use === 'official') ??
    current[0] ??
    names?.[0]
  );
}

/** `Ana María Núñez` — given names, family, suffix; the whole text where the parts are missing; '' for no name. */
export function displayName(name: HumanName | undefined): string {
  if (name === undefined) return '';
  const parts = [
    ...(name.prefix ?? []),
    ...(name.given ?? []),
    name.family ?? '',
    ...(name.suffix ?? []),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : (name.text ?? '');
}

/** `Núñez, Ana María` for lists sorted by family name. */
export function displayNameSorted(name: HumanName | undefined): string {
  if (name?.family === undefined) return displayName(name);
  const given = (name.given ?? []).join(' ');
  return given === '' ? name.family : `${name.family}, ${given}`;
}

/** A patient's name as shown in headers; '(no name)' when the record has none. */
export const patientName = (patient: Patient): string =>
  displayName(preferredName(patient.name)) || '(no name)';

/** One line: `12 Elm St, Springfield, MA 01101`. */
export function displayAddress(address: Address | undefined): string {
  if (address === undefined) return '';
  const place = [address.state, address.postalCode].filter(Boolean).join(' ');
  const line = [...(address.line ?? []), address.city, place, address.country].filter(Boolean).join(', ');
  return line === '' ? (address.text ?? '') : line;
}

/** The first current telephone number, or the value for another system. */
export const telecomValue = (
  points: readonly ContactPoint[] | undefined,
  system: NonNullable<ContactPoint['system']>,
): string | undefined => points?.find((point) => point.system === system && point.use !== 'old')?.value;

/** What the author wrote (text), else the first coding's display, else its code; '' for nothing. */
export function displayConcept(concept: CodeableConcept | undefined): string {
  if (concept === undefined) return '';
  const coding = concept.coding ?? [];
  return (
    concept.text ??
    coding.find((c) => c.display !== undefined)?.display ??
    coding.find((c) => c.code !== undefined)?.code ??
    ''
  );
}

/** The code of a concept in one code system; undefined when it has none there. */
export const codeIn = (concept: CodeableConcept | undefined, system: string): string | undefined =>
  concept?.coding?.find((coding) => coding.system === system)?.code;

/** `>= 12.5 kg`. */
export function displayQuantity(quantity: Quantity | undefined): string {
  if (quantity?.value === undefined) return '';
  return [quantity.comparator, String(quantity.value), quantity.unit ?? quantity.code]
    .filter(Boolean)
    .join(' ');
}
