/** `npm start` and `npm run demo`: builds the web apps where needed, then hands over to the command line. */
import { buildApps } from './build-apps.ts';
import { repositoryRoot } from './run-tool.ts';

if (await buildApps()) {
  const { runKeychart } = await import('@keychart/cli');
  process.chdir(repositoryRoot);
  process.exitCode = await runKeychart(process.argv.slice(2));
} else {
  process.exitCode = 3;
}
