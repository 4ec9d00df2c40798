import { describe, expect, it } from 'vitest';
import { type MemoryDisk, memoryStore } from './memory-store.ts';
import { sequence } from './sealed-path.ts';
import { changeStoreKey, jsonPut, openSealedStore } from './sealed-store.ts';
import {
  DamagedError,
  NewerFormatError,
  StoreFullError,
  StoreLockedError,
  WrongKeyError,
} from './store-errors.ts';

const storeKey = new Uint8Array(32).fill(7);
const otherKey = new Uint8Array(32).fill(8);
const text = (value: string) => new TextEncoder().encode(value);

async function filled() {
  const disk: MemoryDisk = new Map();
  const sealed = await openSealedStore(memoryStore({ disk }), storeKey);
  await sealed.write({
    puts: [
      { path: ['patient', 'Anneliese', 'note'], value: text('Otitis media') },
      { path: ['patient', 'Anneliese', 'block', sequence(2)], value: text('second') },
      { path: ['patient', 'Anneliese', 'block', sequence(1)], value: text('first') },
      { path: ['patient', 'Bertram', 'block', sequence(1)], value: text('other') },
      jsonPut(['settings'], { theme: 'dark' }),
    ],
  });
  return { disk, sealed };
}

const rowOf = (disk: MemoryDisk, length: number) => {
  const found = [...disk].find(([key, value]) => key !== '!header' && value.length === length + 28);
  if (!found) throw new Error(`no row of ${length} bytes`);
  return found;
};

describe('sealed store', () => {
  it('gives back what was put, also after closing and opening', async () => {
    const { disk } = await filled();
    const sealed = await openSealedStore(memoryStore({ disk }), storeKey);
    expect(await sealed.getMany([['patient', 'Anneliese', 'note'], ['nothing']])).toEqual([
      text('Otitis media'),
      undefined,
    ]);
    expect(await sealed.getJson(['settings'])).toEqual({ theme: 'dark' });
    expect(await sealed.getJson(['nothing'])).toBeUndefined();
  });

  it('lists sequences in order, from a place, backwards, and of one parent only', async () => {
    const { sealed } = await filled();
    const path = ['patient', 'Anneliese', 'block'];
    const seqs = async (options?: Parameters<typeof sealed.list>[1]) =>
      (await sealed.list(path, options)).map(({ seq }) => seq);
    expect(await seqs()).toEqual([sequence(1), sequence(2)]);
    expect(await seqs({ after: sequence(1) })).toEqual([sequence(2)]);
    expect(await seqs({ reverse: true, limit: 1 })).toEqual([sequence(2)]);
    expect(await seqs({ reverse: true, after: sequence(2) })).toEqual([sequence(1)]);
  });

  it('deletes a path with everything below it and nothing else', async () => {
    const { sealed, disk } = await filled();
    await sealed.write({ deletePrefixes: [['patient', 'Anneliese']], deletes: [['settings']] });
    expect(disk.size).toBe(2); // the header and Bertram's block
    expect(await sealed.list(['patient', 'Bertram', 'block'])).toHaveLength(1);
  });

  it('keeps the order of writes to one place, whatever their size', async () => {
    const { sealed } = await filled();
    const sizes = [3_000_000, 10, 500_000, 1];
    await Promise.all(
      sizes.map((size) => sealed.write({ puts: [{ path: ['x'], value: new Uint8Array(size) }] })),
    );
    expect((await sealed.get(['x']))?.length).toBe(1);
  });

  it('refuses a wrong key in plain words and changes nothing', async () => {
    const { disk } = await filled();
    const before = JSON.stringify([...disk]);
    await expect(openSealedStore(memoryStore({ disk }), otherKey)).rejects.toThrow(WrongKeyError);
    await expect(openSealedStore(memoryStore({ disk }), otherKey)).rejects.toThrow(/passphrase/);
    expect(JSON.stringify([...disk])).toBe(before);
  });

  it('changes the login key without touching a value', async () => {
    const { disk } = await filled();
    const store = memoryStore({ disk });
    await expect(changeStoreKey(store, otherKey, otherKey)).rejects.toThrow(WrongKeyError);
    await changeStoreKey(store, storeKey, otherKey);
    await expect(openSealedStore(store, storeKey)).rejects.toThrow(WrongKeyError);
    const sealed = await openSealedStore(store, otherKey);
    expect(await sealed.getJson(['settings'])).toEqual({ theme: 'dark' });
  });

  it('refuses a newer format before it tries the key', async () => {
    const { disk } = await filled();
    disk.set('!header', text('{"format":"keychart-sealed-store","version":2,"anything":[]}'));
    const opening = openSealedStore(memoryStore({ disk }), storeKey);
    await expect(opening).rejects.toThrow(NewerFormatError);
    await expect(opening).rejects.toThrow(/Update Keychart/);
  });

  it('does not make a new header over rows whose header is gone or damaged', async () => {
    const { disk } = await filled();
    const header = disk.get('!header') as Uint8Array;
    for (const damaged of [undefined, new Uint8Array(0), header.slice(0, 60), text('{}'), text('[1]')]) {
      if (damaged) disk.set('!header', damaged);
      else disk.delete('!header');
      await expect(openSealedStore(memoryStore({ disk }), storeKey)).rejects.toThrow(DamagedError);
    }
    const swapped = JSON.parse(new TextDecoder().decode(header)) as Record<string, unknown>;
    const wrapped = swapped.wrapped as string;
    swapped.wrapped = (wrapped.startsWith('A') ? 'B' : 'A') + wrapped.slice(1);
    disk.set('!header', text(JSON.stringify(swapped)));
    await expect(openSealedStore(memoryStore({ disk }), storeKey)).rejects.toThrow(/"header" is damaged/);
  });

  it('names the logical place of a flipped bit, wherever it is', async () => {
    const { disk, sealed } = await filled();
    const [key, value] = rowOf(disk, 'Otitis media'.length);
    for (let index = 0; index < value.length; index++) {
      const flipped = value.slice();
      flipped[index] = (flipped[index] as number) ^ (1 << (index % 8));
      disk.set(key, flipped);
      const error: unknown = await sealed.get(['patient', 'Anneliese', 'note']).catch((reason) => reason);
      expect(error).toBeInstanceOf(DamagedError);
      expect((error as DamagedError).place).toBe('patient/Anneliese/note');
    }
  });

  it('names the logical place of a value that was cut or moved', async () => {
    const { disk, sealed } = await filled();
    const [key, value] = rowOf(disk, 'Otitis media'.length);
    for (let length = 0; length < value.length; length++) {
      disk.set(key, value.slice(0, length));
      await expect(sealed.get(['patient', 'Anneliese', 'note'])).rejects.toThrow('patient/Anneliese/note');
    }
    const [first, second] = [rowOf(disk, 'first'.length), rowOf(disk, 'second'.length)];
    disk.set(first[0], second[1]);
    await expect(sealed.list(['patient', 'Anneliese', 'block'])).rejects.toThrow(`block/${sequence(1)}`);
    const damaged: (string | undefined)[] = [];
    const rows = await sealed.list(['patient', 'Anneliese', 'block'], {
      onDamaged: (error, seq) => damaged.push(seq, error.place),
    });
    expect(rows.map(({ value }) => value)).toEqual([text('second')]);
    expect(damaged).toEqual([sequence(1), `patient/Anneliese/block/${sequence(1)}`]);
  });

  it('drops its keys when locked; a write already begun still lands', async () => {
    const { disk, sealed } = await filled();
    const writing = sealed.write({ puts: [{ path: ['late'], value: text('kept') }] });
    const locking = sealed.lock();
    await expect(sealed.get(['late'])).rejects.toThrow(StoreLockedError);
    await expect(sealed.write({})).rejects.toThrow(StoreLockedError);
    await expect(sealed.list(['late'])).rejects.toThrow(StoreLockedError);
    await Promise.all([writing, locking]);
    expect(await (await openSealedStore(memoryStore({ disk }), storeKey)).get(['late'])).toEqual(
      text('kept'),
    );
  });

  it('keeps nothing of a batch that does not fit, and works on', async () => {
    const sealed = await openSealedStore(memoryStore({ maxBytes: 2000 }), storeKey);
    await sealed.write({ puts: [{ path: ['a'], value: text('old') }] });
    const tooMuch = {
      puts: [
        { path: ['a'], value: text('new') },
        { path: ['b'], value: new Uint8Array(5000) },
      ],
    };
    await expect(sealed.write(tooMuch)).rejects.toThrow(StoreFullError);
    expect(await sealed.getMany([['a'], ['b']])).toEqual([text('old'), undefined]);
    await sealed.write({ puts: [{ path: ['a'], value: text('next') }] });
    expect(await sealed.get(['a'])).toEqual(text('next'));
  });

  it('destroys everything, locked or not', async () => {
    const { disk, sealed } = await filled();
    await sealed.lock();
    await sealed.destroy();
    expect(disk.size).toBe(0);
  });

  it('leaves no word, path segment or key byte in the clear', async () => {
    const { disk } = await filled();
    const raw = [...disk].map(([key, value]) => key + new TextDecoder('latin1').decode(value)).join('\n');
    for (const word of [
      'Anneliese',
      'Bertram',
      'Otitis',
      'patient',
      'block',
      'settings',
      'theme',
      'second',
    ]) {
      expect(raw, word).not.toContain(word);
    }
    expect(raw).not.toContain(new TextDecoder('latin1').decode(storeKey.slice(0, 8)));
  });

  it('names the same word differently in different places', async () => {
    const { disk } = await filled();
    const names = [...disk.keys()].filter((key) => key !== '!header').flatMap((key) => key.split(/[/#]/));
    // patient, Anneliese, note, block ×2, Bertram, block, settings + two sequence numbers
    expect(new Set(names).size).toBe(7 + 2);
  });
});
