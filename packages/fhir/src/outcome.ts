/** OperationOutcome: FHIR's own form for saying what went wrong. R4 operationoutcome.html. */
import type { OperationOutcome, OperationOutcomeIssue } from '@medplum/fhirtypes';

type Code = OperationOutcomeIssue['code'];

/** An issue of severity `error`. `path` is a FHIRPath such as `Patient.name[0].family`; the text is for people. */
export function errorIssue(code: Code, text: string, path?: string): OperationOutcomeIssue {
  return issue('error', code, text, path);
}

/** An issue of severity `warning`: the resource was taken all the same. */
export function warningIssue(code: Code, text: string, path?: string): OperationOutcomeIssue {
  return issue('warning', code, text, path);
}

function issue(
  severity: OperationOutcomeIssue['severity'],
  code: Code,
  text: string,
  path?: string,
): OperationOutcomeIssue {
  const result: OperationOutcomeIssue = { severity, code, details: { text } };
  if (path !== undefined) result.expression = [path];
  return result;
}

/** An OperationOutcome of these issues. Throws when there are none: an outcome has at least one. */
export function operationOutcome(...issues: OperationOutcomeIssue[]): OperationOutcome {
  if (issues.length === 0) throw new TypeError('issues: an OperationOutcome has at least one issue');
  return { resourceType: 'OperationOutcome', issue: issues };
}

/** FHIR's "all OK": one informational issue. */
export const allOk = (): OperationOutcome =>
  operationOutcome({ severity: 'information', code: 'informational', details: { text: 'All OK' } });

/** `Patient.birthDate: "2020-02-30" is not a date …` — one line a person can act on. */
export function issueText(issue: OperationOutcomeIssue): string {
  const text = issue.details?.text ?? issue.diagnostics ?? issue.code;
  const path = issue.expression?.[0];
  return path === undefined ? text : `${path}: ${text}`;
}
