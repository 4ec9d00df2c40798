/**
 * Validates a FHIR R4 resource against the table of definitions: structure, cardinality, formats, required codes,
 * references and invariants. Knows no profiles: what it says holds for every R4 system. Never throws on bad input,
 * walks at most MAX_DEPTH levels and stops after MAX_ISSUES faults.
 */
import type { OperationOutcomeIssue, Resource } from '@medplum/fhirtypes';
import { checkBinding } from './binding.ts';
import { checkContained } from './contained.ts';
import {
  type ElementRule,
  type Field,
  isKnownResourceType,
  isR4ResourceType,
  type TypeRules,
  typeRules,
} from './definition-table.ts';
import { isDeeperThan, MAX_DEPTH } from './depth.ts';
import type { Json } from './invariant.ts';
import { invariants } from './invariants.ts';
import { nearest } from './nearest.ts';
import { errorIssue } from './outcome.ts';
import { checkPrimitive, jsonType, quoted } from './primitive.ts';
import { checkReference } from './reference-check.ts';

const MAX_ISSUES = 50;
interface Run {
  issues: OperationOutcomeIssue[];
  /** Contained resources of the outermost (or bundled) resource, by id. */
  contained: Map<string, string>;
  /** Inside a transaction or batch, references may be conditional. */
  conditional: boolean;
}

/** @returns every fault found, each with path and a text that says what is wrong and what would be right; [] if valid. */
export function validate(resource: unknown): OperationOutcomeIssue[] {
  const run: Run = { issues: [], contained: new Map(), conditional: false };
  if (isDeeperThan(resource, MAX_DEPTH))
    return [errorIssue('too-long', `is nested deeper than ${MAX_DEPTH} levels`)];
  checkResource(
    run,
    resource,
    typeof resource === 'object' && resource !== null && 'resourceType' in resource
      ? String(resource.resourceType)
      : 'Resource',
    false,
  );
  return run.issues;
}

/** Is it a valid FHIR R4 resource of a type this package knows? */
export const isValid = (resource: unknown): resource is Resource => validate(resource).length === 0;

function fault(run: Run, code: OperationOutcomeIssue['code'], path: string, text: string): undefined {
  if (run.issues.length < MAX_ISSUES) run.issues.push(errorIssue(code, text, path));
}

function checkResource(run: Run, value: unknown, path: string, isContained: boolean): undefined {
  if (!isObject(value))
    return fault(run, 'structure', path, `must be a resource (a JSON object), not ${jsonType(value)}`);
  const type = value.resourceType;
  if (typeof type !== 'string') return fault(run, 'structure', path, 'needs a resourceType');
  if (!isKnownResourceType(type)) {
    const known = isR4ResourceType(type)
      ? 'is a FHIR type that Keychart does not keep'
      : 'is not a FHIR R4 resource type';
    return fault(run, 'not-supported', path, `${quoted(type)} ${known}`);
  }
  const inner: Run = {
    ...run,
    conditional: run.conditional || (type === 'Bundle' && /^(transaction|batch)$/.test(String(value.type))),
  };
  if (!isContained) inner.contained = containedTypes(value);
  for (const [where, text] of checkContained(value, isContained))
    fault(run, 'invariant', `${path}${where}`, text);
  checkObject(inner, value, type, path);
}

function containedTypes(resource: Json): Map<string, string> {
  const contained = Array.isArray(resource.contained) ? resource.contained : [];
  return new Map(contained.filter(isObject).map((c) => [String(c.id), String(c.resourceType)]));
}

function checkObject(run: Run, o: Json, type: string, path: string): undefined {
  const rules = typeRules(type);
  if (rules === undefined) throw new Error(`definitions.generated.ts: no type ${type}`);
  const isResource = isKnownResourceType(type);
  const before = run.issues.length;
  const choices = new Map<ElementRule, string>();
  let count = 0;
  for (const key of Object.keys(o)) {
    if (run.issues.length >= MAX_ISSUES) return;
    if (key === 'resourceType' && isResource) continue;
    count += 1;
    const companion = key.startsWith('_') && !rules.fields.has(key);
    const name = companion ? key.slice(1) : key;
    const field = rules.fields.get(name);
    if (field === undefined || (companion && !field.primitive)) unknownElement(run, key, rules, path);
    else checkProperty(run, o, key, companion, field, `${path}.${key}`);
    if (field?.rule.choice) noteChoice(run, choices, field.rule, name, path);
  }
  if (count === 0 && !isResource) fault(run, 'structure', path, 'is empty: leave the element out instead');
  for (const rule of rules.required) {
    const present = rule.choice
      ? choices.has(rule)
      : o[rule.name] !== undefined || o[`_${rule.name}`] !== undefined;
    if (!present) fault(run, 'required', `${path}.${rule.name}`, `is required${oneOf(rule)}`);
  }
  // An invariant that stumbles over a fault already named would only say it again.
  if (run.issues.length > before) return;
  for (const [key, holds, text] of invariants[type] ?? []) {
    if (!holds(o)) fault(run, 'invariant', path, `${text} (${key})`);
  }
}

function unknownElement(run: Run, key: string, rules: TypeRules, path: string): void {
  const suggestion = nearest(key, rules.fields.keys());
  const text = `is not an element of ${path.replace(/\[\d+\]/g, '')}`;
  fault(
    run,
    'structure',
    `${path}.${key}`,
    suggestion === undefined ? text : `${text}; did you mean ${suggestion}?`,
  );
}

/** Remembers which type of a choice is used; a second one is a fault. `name` is without the underscore of a companion. */
function noteChoice(
  run: Run,
  seen: Map<ElementRule, string>,
  rule: ElementRule,
  name: string,
  path: string,
): void {
  const other = seen.get(rule);
  if (other !== undefined && other !== name)
    fault(run, 'structure', path, `has ${other} and ${name}: only one of them is allowed`);
  seen.set(rule, name);
}

function oneOf(rule: ElementRule): string {
  if (!rule.choice) return '';
  return `: one of ${rule.keys.slice(0, 6).join(', ')}${rule.keys.length > 6 ? ' …' : ''}`;
}

function checkProperty(
  run: Run,
  o: Json,
  key: string,
  companion: boolean,
  field: Field,
  at: string,
): undefined {
  const value = o[key];
  if (value === null || value === undefined)
    return fault(run, 'structure', at, `is ${String(value)}: leave the element out instead`);
  if (!field.rule.many) {
    if (Array.isArray(value)) return fault(run, 'structure', at, 'takes one value, not an array');
    return companion ? checkCompanion(run, value, at) : checkValue(run, value, field, at);
  }
  if (!Array.isArray(value)) return fault(run, 'structure', at, `takes an array, not ${jsonType(value)}`);
  if (value.length === 0)
    return fault(run, 'structure', at, 'is an empty array: leave the element out instead');
  const other = o[companion ? key.slice(1) : `_${key}`];
  if (field.primitive && Array.isArray(other) && other.length !== value.length && !companion)
    fault(run, 'structure', at, `and _${key} must have the same number of items`);
  value.forEach((item, i) => {
    if (
      item === null &&
      field.primitive &&
      Array.isArray(other) &&
      other[i] !== null &&
      other[i] !== undefined
    )
      return;
    if (companion) checkCompanion(run, item, `${at}[${i}]`);
    else checkValue(run, item, field, `${at}[${i}]`);
  });
}

/** `_birthDate`: id and extensions of a primitive. */
function checkCompanion(run: Run, value: unknown, path: string): undefined {
  if (!isObject(value))
    return fault(run, 'structure', path, `must be an object with id or extension, not ${jsonType(value)}`);
  checkObject(run, value, 'Element', path);
}

function checkValue(run: Run, value: unknown, field: Field, path: string): undefined {
  if (field.primitive) {
    const problem =
      checkPrimitive(field.type, value) ??
      (field.rule.codes === undefined ? undefined : checkBinding(field.rule.codes, 'code', value));
    if (problem !== undefined)
      fault(run, field.rule.codes === undefined ? 'value' : 'code-invalid', path, problem);
    return;
  }
  if (field.type === 'Resource') return checkResource(run, value, path, field.rule.name === 'contained');
  if (!isObject(value))
    return fault(
      run,
      'structure',
      path,
      `must be ${article(field.type)} (a JSON object), not ${jsonType(value)}`,
    );
  const before = run.issues.length;
  checkObject(run, value, field.type, path);
  if (run.issues.length > before) return;
  if (field.type === 'Reference') {
    const problem = checkReference(value, field.targets, run);
    if (problem !== undefined)
      fault(run, 'value', problem.at === undefined ? path : `${path}.${problem.at}`, problem.text);
  }
  if (field.rule.codes !== undefined) {
    const problem = checkBinding(field.rule.codes, field.type, value);
    if (problem !== undefined) fault(run, 'code-invalid', path, problem);
  }
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const article = (type: string): string => (/^[AEIOU]/.test(type) ? `an ${type}` : `a ${type}`);
