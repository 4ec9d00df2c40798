// Run by sqlite-store.test.ts and killed in the middle: appends to a block log and a counter in one write, and says
// each number on stdout after the write resolved. Arguments: path of the database.

import { writeSync } from 'node:fs';
import { blockLog } from './blocks.ts';
import { jsonPut, openSealedStore } from './sealed-store.ts';
import { sqliteStore } from './sqlite-store.ts';

const sealed = await openSealedStore(sqliteStore(process.argv[2] as string), new Uint8Array(32).fill(7));
const log = await blockLog<{ number: number; note: string }>(sealed, ['log', 'block']);
for (let number = ((await sealed.getJson(['count'])) as number | undefined) ?? 0; ; number++) {
  const prepared = await log.prepareAppend([{ number, note: `Otitis media ${number}`.padEnd(2000, '.') }]);
  await sealed.write({ ...prepared, puts: [...prepared.puts, jsonPut(['count'], number + 1)] });
  prepared.commit();
  writeSync(1, `${number + 1}\n`);
}
