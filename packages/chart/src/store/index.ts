// The store, without the disks that need a platform: those are `@keychart/chart/sqlite` and `/browser`.

export * from './blocks.ts';
export { type MemoryDisk, memoryStore } from './memory-store.ts';
export { type SealedPath, type Sequence, sequence, sequenceNumber } from './sealed-path.ts';
export * from './sealed-store.ts';
export type { Store } from './store.ts';
export * from './store-errors.ts';
