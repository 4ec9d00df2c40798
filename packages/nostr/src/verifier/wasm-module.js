// The only import of nostr-wasm: its own declarations pull in DOM and Node types, ours (beside) do not.
export { initNostrWasm } from 'nostr-wasm';
