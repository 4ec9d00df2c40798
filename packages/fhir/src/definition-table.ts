/**
 * Reads the compact table of definitions.generated.ts, one type at a time and only when it is first asked for.
 *
 * A type is `family;element;element…`. Family: R Resource, D DomainResource, E Element, B BackboneElement (its elements
 * are inherited). An element is `name[x]CARD:types=codes`: CARD is empty for 0..1, `!` 1..1, `*` 0..*, `+` 1..*.
 * Types: `@` an element with children of its own (`Patient.contact`), `@Path` the same rules as Path, `*` any of the open
 * types, else names separated by commas; `Reference(A|B)` names the allowed targets. `=n` is a required binding:
 * codeLists[n] is `system|code code;system|code` or `~regular expression`.
 */
import { definitions } from './definitions.generated.ts';

export interface CodeList {
  /** Codes by system. */
  systems: Map<string, Set<string>>;
  /** Every code of the list, whatever its system. */
  codes: Set<string>;
  pattern?: RegExp;
}

export interface ElementRule {
  /** Name without `[x]`. */
  name: string;
  required: boolean;
  many: boolean;
  choice: boolean;
  codes?: CodeList;
  /** The JSON properties that can carry the element: one, or one per type of a choice. */
  keys: string[];
}

export interface Field {
  rule: ElementRule;
  /** FHIR type, or the path of an element with children. */
  type: string;
  primitive: boolean;
  /** Resource types a Reference may point to; undefined = any. */
  targets?: string[];
}

export interface TypeRules {
  /** By JSON property. */
  fields: Map<string, Field>;
  required: ElementRule[];
}

const FAMILIES: Record<string, string> = {
  R: 'Resource',
  D: 'DomainResource',
  E: 'Element',
  B: 'BackboneElement',
};
const ALIASES: Record<string, string> = { SimpleQuantity: 'Quantity', MoneyQuantity: 'Quantity' };
const types = new Map(Object.entries(definitions.types));
const r4ResourceTypes = new Set(definitions.resourceTypes.split(' '));
const parsed = new Map<string, TypeRules>();
const codeLists: (CodeList | undefined)[] = [];

/** Is it a resource type of FHIR R4? */
export const isR4ResourceType = (name: string): boolean => r4ResourceTypes.has(name);

/** Is it a resource type whose content `validate` knows? */
export const isKnownResourceType = (name: string): boolean => r4ResourceTypes.has(name) && types.has(name);

/** The rules of a type or element path (`Patient`, `Patient.contact`, `HumanName`); undefined when not in the table. */
export function typeRules(name: string): TypeRules | undefined {
  const known = parsed.get(name);
  if (known !== undefined) return known;
  const text = types.get(name);
  if (text === undefined) return undefined;
  const [family = '', ...elements] = text.split(';');
  const rules: TypeRules = { fields: new Map(), required: [] };
  const inherited = FAMILIES[family];
  if (inherited !== undefined) {
    const base = typeRules(inherited)!;
    for (const [key, field] of base.fields) rules.fields.set(key, field);
    rules.required.push(...base.required);
  }
  for (const element of elements) if (element !== '') addElement(name, element, rules);
  parsed.set(name, rules);
  return rules;
}

const ELEMENT = /^(\w+)(\[x\])?([!*+]?):([^=]*)(?:=(\d+))?$/;

function addElement(owner: string, text: string, rules: TypeRules): void {
  const match = ELEMENT.exec(text);
  if (match === null) throw new Error(`definitions.generated.ts: cannot read ${owner} ${text}`);
  const [, name = '', choice, cardinality = '', typeList = '', codes] = match;
  const rule: ElementRule = {
    name,
    required: cardinality === '!' || cardinality === '+',
    many: cardinality === '*' || cardinality === '+',
    choice: choice !== undefined,
    keys: [],
  };
  if (codes !== undefined) rule.codes = codeList(Number(codes));
  const names = typeList === '*' ? definitions.open.split(' ') : typeList.split(',');
  for (const typeText of names) {
    const field = fieldOf(rule, owner, typeText);
    const key = rule.choice ? name + capitalised(ALIASES[field.type] ?? field.type) : name;
    rule.keys.push(key);
    rules.fields.set(key, field);
  }
  if (rule.required) rules.required.push(rule);
}

function fieldOf(rule: ElementRule, owner: string, text: string): Field {
  if (text === '@') return { rule, type: `${owner}.${rule.name}`, primitive: false };
  if (text.startsWith('@')) return { rule, type: text.slice(1), primitive: false };
  const [type = '', targets] = text.split(/[()]/);
  const field: Field = { rule, type, primitive: /^[a-z]/.test(type) };
  if (targets !== undefined) field.targets = targets.split('|');
  return field;
}

function codeList(index: number): CodeList {
  const known = codeLists[index];
  if (known !== undefined) return known;
  const text = definitions.codeLists[index] ?? '';
  const list: CodeList = { systems: new Map(), codes: new Set() };
  if (text.startsWith('~')) list.pattern = new RegExp(text.slice(1), 'u');
  else
    for (const part of text.split(';')) {
      const [system = '', codes = ''] = part.split('|');
      list.systems.set(system, new Set(codes.split(' ')));
      for (const code of codes.split(' ')) list.codes.add(code);
    }
  codeLists[index] = list;
  return list;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
