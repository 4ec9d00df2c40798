/** For tests: founds a practice in a folder and is killed at a step. `crash-founding.ts FOLDER STEP` */
import { openDataFolder } from '../data-folder.ts';
import { foundInFolder } from '../set-up/found-in-folder.ts';
import { makeFounding } from './founding.ts';

const [path = '', at = ''] = process.argv.slice(2);
const { body } = await makeFounding();
const { name, timeZone, root, events } = body;
foundInFolder(
  openDataFolder(path),
  { settings: { v: 1, name, timeZone, root, demo: false }, events },
  (step) => {
    if (step === at) process.kill(process.pid, 'SIGKILL');
  },
);
