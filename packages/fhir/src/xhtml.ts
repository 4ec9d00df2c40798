/**
 * Checks a Narrative's div: well-formed XHTML of the allowed elements and attributes only (R4 narrative.html, txt-1, txt-2).
 * An attacker would put script, event handlers or remote style into a note that every later reader's browser shows;
 * so anything not on the list is refused here, before it is signed or stored, and again when it is read.
 */

const ELEMENTS = new Set(
  (
    'a abbr acronym b big blockquote br caption cite code col colgroup dd dfn div dl dt em h1 h2 h3 h4 h5 h6 hr i img ' +
    'li ol p pre q samp small span strong sub sup table tbody td tfoot th thead tr tt ul var'
  ).split(' '),
);
const ATTRIBUTES = new Set(
  (
    'abbr accesskey align alt axis bgcolor border cellhalign cellpadding cellspacing cellvalign char charoff charset cite ' +
    'class colspan compact coords dir frame headers height href hreflang hspace id lang longdesc name nowrap rel rev ' +
    'rowspan rules scope shape span src start style summary tabindex title type valign value vspace width xml:lang xmlns'
  ).split(' '),
);
const TOKEN =
  /<!--[\s\S]*?-->|<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/gy;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITY = /&(?!(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)/;
const XHTML = 'http://www.w3.org/1999/xhtml';

/** @returns what is wrong, or undefined when the narrative may be shown. */
export function checkXhtml(text: string): string | undefined {
  const trimmed = text.trim();
  const open: string[] = [];
  let content = false;
  let at = 0;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(trimmed); match !== null; match = TOKEN.exec(trimmed)) {
    at = TOKEN.lastIndex;
    const [token, closing, name, attributes, selfClosing] = match;
    if (name === undefined) {
      if (open.length === 0) return 'must be one <div> element';
      if (!token.startsWith('<!--') && ENTITY.test(token)) return 'has an "&" that is not written as &amp;';
      content ||= !token.startsWith('<!--') && token.trim() !== '';
      continue;
    }
    if (closing === '/') {
      if (open.pop() !== name) return `has </${name}> where another element is open`;
      if (open.length === 0) return end(trimmed, at, content);
      continue;
    }
    if (open.length === 0 && name !== 'div') return 'must start with <div>';
    const problem = checkElement(name, attributes ?? '', open.length === 0);
    if (problem !== undefined) return problem;
    content ||= name === 'img';
    if (selfClosing !== '/') open.push(name);
    else if (open.length === 0) return 'must have content';
  }
  return at === 0
    ? 'must start with <div>'
    : `is not well-formed XHTML near ${JSON.stringify(trimmed.slice(at, at + 30))}`;
}

function end(text: string, at: number, content: boolean): string | undefined {
  if (text.slice(at).trim() !== '') return 'must be one <div> element';
  return content ? undefined : 'must have content';
}

function checkElement(name: string, attributes: string, root: boolean): string | undefined {
  if (!ELEMENTS.has(name)) return `must not contain <${name}>`;
  let namespace = '';
  for (const [, attribute = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
    const value = double ?? single ?? '';
    if (attribute === 'xmlns') namespace = value;
    if (!ATTRIBUTES.has(attribute)) return `must not contain the attribute ${attribute}`;
    // `java&#x73;cript:` and `java\tscript:` are links to a browser: entities and white space are refused, not decoded.
    if ((attribute === 'href' || attribute === 'src') && !isSafeLink(value, attribute))
      return `must not link to ${JSON.stringify(value.slice(0, 40))}`;
    if (attribute === 'style' && /url\s*\(|expression|@import|\\/i.test(value))
      return 'must not load anything from a style';
  }
  return root && namespace !== XHTML ? `needs xmlns="${XHTML}" on its <div>` : undefined;
}

function isSafeLink(value: string, attribute: string): boolean {
  if (/\s/.test(value.trim()) || /&(?!amp;)/.test(value)) return false;
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(value.trim());
  if (scheme === null) return !value.trim().startsWith('//');
  const name = scheme[1]!.toLowerCase();
  return attribute === 'href'
    ? ['http', 'https', 'mailto', 'tel'].includes(name)
    : /^data:image\/(png|jpeg|gif);/i.test(value.trim());
}
