/** The `keychart` program. */
import { runKeychart } from './main.ts';

// `keychart … | head` closes the pipe when it has enough: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

process.exitCode = await runKeychart(process.argv.slice(2));
