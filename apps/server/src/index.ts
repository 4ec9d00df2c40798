/** The door of @keychart/server. */
export { isLoopbackHost, serverAddresses } from './addresses.ts';
export { type AgentFacts, agentShelf } from './agents/agent-shelf.ts';
export { type Config, loginKeyFromEnvironment, readConfig, settingNames } from './config.ts';
export { type DataFolder, DataFolderError, openDataFolder } from './data-folder.ts';
export { createLogger } from './logger.ts';
export { findRunningServer } from './running-server.ts';
export { FoundingRefusedError, foundInFolder } from './set-up/found-in-folder.ts';
export { type RunningServer, StartError, startServer, untilStopped } from './start-server.ts';
