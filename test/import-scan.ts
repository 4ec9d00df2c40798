/** Finds what a module imports: static, type-only, side-effect, dynamic imports, re-exports and require(). */

/** Comments, strings and templates, in the order in which they begin. */
const token = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;
const beforeSpecifier = /(?:\bfrom|\bimport|\bimport\s*\(|\brequire\s*\(|\bvi\.mock\s*\()\s*$/;
/** A second, simpler look, in case a regular expression in the source confused the first. */
const plainImport = /^(?:import|export|\})[^'"\n]*?\bfrom\s+['"]([^'"\n]+)['"]/gm;

export function importsOf(source: string): string[] {
  const found = new Set<string>();
  for (const match of source.matchAll(token)) {
    const text = match[0];
    if (!/^['"`]/.test(text)) continue;
    const before = source.slice(Math.max(0, match.index - 80), match.index).replace(/\/\*[\s\S]*?\*\//g, '');
    if (beforeSpecifier.test(before)) found.add(text.slice(1, -1));
  }
  for (const match of source.matchAll(plainImport)) found.add(match[1]!);
  return [...found];
}

/** `@keychart/nostr/node` → `@keychart/nostr`; `zod/mini` → `zod`. */
export function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
