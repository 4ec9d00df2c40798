/**
 * A Vite plugin for both apps: nostr-wasm carries its WebAssembly as base64 inside a script, 290 KB that every first
 * load would parse as JavaScript. This takes it out into a .wasm file of its own that the worker fetches.
 */
import type { Plugin } from 'vite';

const BASE64 = /const sb64_data = "([A-Za-z0-9+/=]+)";/;
const DECODE = /const initNostrWasm = [\s\S]*?;\n/;

export function nostrWasmAsset(): Plugin {
  return {
    name: 'keychart-nostr-wasm-asset',
    apply: 'build',
    transform(code, id) {
      if (!/nostr-wasm\/dist\/main\.js$/.test(id)) return null;
      const base64 = BASE64.exec(code)?.[1];
      if (base64 === undefined || !DECODE.test(code)) {
        this.error('nostr-wasm looks different than this plugin expects; read scripts/nostr-wasm-asset.ts');
      }
      const reference = this.emitFile({
        type: 'asset',
        name: 'nostr.wasm',
        source: Buffer.from(base64, 'base64'),
      });
      const fetching = `const initNostrWasm = async () => {
  const answer = await fetch(import.meta.ROLLUP_FILE_URL_${reference});
  if (!answer.ok) throw new Error('the signature checker could not be loaded: ' + answer.status);
  return NostrWasm(new Uint8Array(await answer.arrayBuffer()));
};
`;
      return { code: code.replace(BASE64, '').replace(DECODE, () => fetching), map: null };
    },
  };
}
