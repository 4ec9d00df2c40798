/** Typed text ⇄ the XHTML of a FHIR narrative. Pure but for reading, which needs the browser's parser. */

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char);

/** Empty lines part paragraphs, single line ends stay line ends. Control characters, which XML forbids, are dropped. */
export function narrativeDiv(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these may not stand in XML 1.0
  const clean = text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
  const paragraphs = clean.trim().split(/\n{2,}/);
  const html = paragraphs
    .map((paragraph) => `<p>${escapeXml(paragraph).replaceAll('\n', '<br/>')}</p>`)
    .join('');
  return `<div xmlns="http://www.w3.org/1999/xhtml">${html}</div>`;
}

/** The text of a narrative as it can be typed again; formatting other than lines and paragraphs is lost. */
export function narrativeText(div: string | undefined): string {
  if (div === undefined) return '';
  const { body } = new DOMParser().parseFromString(div, 'text/html');
  return linesOf(body)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const BLOCKS = new Set(['p', 'div', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'ul', 'ol', 'table']);

function linesOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  if (node.nodeName.toLowerCase() === 'br') return '\n';
  const inside = Array.from(node.childNodes, linesOf).join('');
  return BLOCKS.has(node.nodeName.toLowerCase()) ? `${inside}\n\n` : inside;
}
