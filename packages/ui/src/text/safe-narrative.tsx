/**
 * A FHIR narrative as React elements. A note comes from outside and may carry anything: `<img onerror>`, `javascript:`
 * links, forms, styles that cover the page. So its text is never set as HTML: it is parsed into an inert document and rebuilt from
 * an allowlist of elements, without one attribute; all others are dropped, or unwrapped where their text is worth keeping.
 */
import { createElement, Fragment, type ReactNode, useMemo } from 'react';
import classes from './safe-narrative.module.css';

/** Element → what it becomes. Headings sink to plain bold lines: the page has its own outline. */
const ALLOWED: Readonly<Record<string, string>> = {
  p: 'p',
  div: 'div',
  span: 'span',
  br: 'br',
  hr: 'hr',
  b: 'b',
  strong: 'strong',
  i: 'i',
  em: 'em',
  u: 'u',
  small: 'small',
  sub: 'sub',
  sup: 'sup',
  tt: 'code',
  code: 'code',
  pre: 'pre',
  ul: 'ul',
  ol: 'ol',
  li: 'li',
  dl: 'dl',
  dt: 'dt',
  dd: 'dd',
  blockquote: 'blockquote',
  table: 'table',
  caption: 'caption',
  thead: 'thead',
  tbody: 'tbody',
  tfoot: 'tfoot',
  tr: 'tr',
  th: 'th',
  td: 'td',
  h1: 'strong',
  h2: 'strong',
  h3: 'strong',
  h4: 'strong',
  h5: 'strong',
  h6: 'strong',
};
const VOID = new Set(['br', 'hr']);
/** Elements whose content is not text for a reader. */
const DROPPED = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'embed',
  'svg',
  'math',
  'head',
  'title',
  'textarea',
  'select',
]);
const MAX_DEPTH = 40;

export function SafeNarrative({ div }: { readonly div: string | undefined }) {
  const content = useMemo(() => (div === undefined ? null : narrativeElements(div)), [div]);
  return <div className={classes.narrative}>{content}</div>;
}

/** @param div XHTML of `Narrative.div`. Exported for its test. */
export function narrativeElements(div: string): ReactNode {
  const { body } = new DOMParser().parseFromString(div, 'text/html');
  return childrenOf(body, 0);
}

function childrenOf(node: Node, depth: number): ReactNode[] {
  if (depth > MAX_DEPTH) return [node.textContent];
  return Array.from(node.childNodes, (child, index) => rebuild(child, index, depth));
}

function rebuild(node: Node, key: number, depth: number): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (node.nodeType !== Node.ELEMENT_NODE) return null;
  const name = (node as Element).localName;
  if (DROPPED.has(name)) return null;
  const becomes = Object.hasOwn(ALLOWED, name) ? ALLOWED[name] : undefined;
  if (becomes === undefined) return <Fragment key={key}>{childrenOf(node, depth + 1)}</Fragment>;
  if (VOID.has(becomes)) return createElement(becomes, { key });
  return createElement(becomes, { key }, ...childrenOf(node, depth + 1));
}
