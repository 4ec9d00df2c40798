/** The few ways a CDSi release is read: children by name, text of a child, always arrays where the schema repeats. */
import { XMLParser } from 'fast-xml-parser';

/** An element: its text, or its children by name, each name once or repeated. */
export type XmlNode = string | { readonly [name: string]: XmlNode | readonly XmlNode[] };

const parser = new XMLParser({ parseTagValue: false, ignoreDeclaration: true, processEntities: true });

/**
 * A document type may define entities that unfold to any size or name files; no release has one.
 * @throws when the text has one or is not well-formed XML.
 */
export function parseXml(text: string): XmlNode {
  if (/<!(DOCTYPE|ENTITY)/i.test(text))
    throw new TypeError('an XML file of it has a document type: not a CDSi release');
  return parser.parse(text, true) as XmlNode;
}

/** Children of that name that have content. */
export function children(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  if (node === undefined || typeof node === 'string') return [];
  const found = node[name];
  if (found === undefined) return [];
  const list: readonly XmlNode[] = Array.isArray(found) ? found : [found as XmlNode];
  return list.filter((each) => each !== '');
}

export const child = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  children(node, name)[0];

/** Text of a child without white space around it; undefined when empty or "n/a". */
export function textOf(node: XmlNode | undefined, name: string): string | undefined {
  const found = child(node, name);
  if (typeof found !== 'string') return undefined;
  const text = found.trim();
  return text === '' || text.toLowerCase() === 'n/a' ? undefined : text;
}

/** Drops members without a value, so that the compiled form holds only what was said. */
export function compact<Shape extends object>(
  shape: { [Key in keyof Shape]: Shape[Key] | undefined },
): Shape {
  const entries = Object.entries(shape).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(entries) as Shape;
}
