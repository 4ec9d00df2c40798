/** The commands that work on a practice: with them the server, the relay and the store are loaded. */
import { addAgents } from './agents.ts';
import { addAudit } from './audit.ts';
import { addDemo } from './demo.ts';
import { addExport } from './export-fhir.ts';
import { addImport } from './import-fhir.ts';
import { addRelay } from './relay.ts';
import { addRoot } from './root.ts';
import { addSetup } from './setup.ts';
import { addStart } from './start.ts';
import { addVerify } from './verify.ts';

export const practiceCommands = [
  addSetup,
  addStart,
  addDemo,
  addImport,
  addExport,
  addVerify,
  addAudit,
  addRelay,
  addRoot,
  addAgents,
];
