/** Everything an origin keeps in a browser, as a script on the page would find it: databases, local storage, names. */
import type { Page } from '@playwright/test';

export interface OnDevice {
  /** Strings as they are and bytes as Latin-1, one after the other. */
  readonly text: string;
  /** Rows in all databases and keys of local storage. */
  readonly entries: number;
}

export function readableOnDevice(page: Page): Promise<OnDevice> {
  return page.evaluate(async () => {
    const texts: string[] = [];
    let entries = 0;
    const latin1 = (bytes: Uint8Array) => {
      let text = '';
      for (let at = 0; at < bytes.length; at += 8192)
        text += String.fromCharCode(...bytes.subarray(at, at + 8192));
      return text;
    };
    const collect = (value: unknown): void => {
      if (value instanceof ArrayBuffer) texts.push(latin1(new Uint8Array(value)));
      else if (ArrayBuffer.isView(value))
        texts.push(latin1(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)));
      else if (typeof value === 'object' && value !== null)
        for (const [name, part] of Object.entries(value)) {
          texts.push(name);
          collect(part);
        }
      else texts.push(String(value));
    };
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      texts.push(name);
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const table = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([done(table.getAllKeys()), done(table.getAll())]);
        entries += values.length;
        collect(keys);
        collect(values);
      }
      database.close();
    }
    for (const [key, value] of Object.entries({ ...localStorage, ...sessionStorage })) {
      entries += 1;
      texts.push(key, String(value));
    }
    return { text: texts.join('\n'), entries };
  });
}
