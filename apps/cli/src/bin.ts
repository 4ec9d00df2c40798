/** The `keychart` program. */
import { runKeychart } from './main.ts';

process.exitCode = await runKeychart(process.argv.slice(2));
