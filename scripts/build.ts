/** `npm run build`: both web apps, whatever their age. */
import { buildApps } from './build-apps.ts';

process.exitCode = (await buildApps({ force: true })) ? 0 : 1;
