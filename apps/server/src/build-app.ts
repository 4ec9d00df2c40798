/**
 * The HTTP side of a server: routes, headers, refusals. Everything with a life of its own (practice, log) comes
 * in as an argument. Deny by default: a route that does not say who may use it answers 401.
 */
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  LogController,
} from 'fastify';
import type { Addresses } from './addresses.ts';
import { adminAccess } from './admin-access.ts';
import type { AgentShelf } from './agents/agent-shelf.ts';
import { shortAddress } from './logger.ts';
import type { PracticeHost } from './practice-host.ts';
import { serverRoutes } from './routes.ts';
import { securityHeaders } from './security-headers.ts';
import type { SetUp } from './set-up/set-up.ts';
import { pageFor, sendPage, serveWebApps, type WebApp } from './web-apps.ts';

export interface AppDeps {
  readonly practice: PracticeHost;
  readonly setUp: SetUp;
  readonly agents: AgentShelf;
  readonly webApps: readonly WebApp[];
  readonly log: FastifyBaseLogger;
  readonly instance: string;
  /** Asked at each request: the port may be known late. */
  readonly addresses: () => Addresses;
  /** Believe the forwarded address of a proxy on this machine. */
  readonly behindProxy: boolean;
  /** Told of every route as it is added, for the test that walks them. */
  readonly onRoute?: (route: { url: string; method: string | string[] }) => void;
}

export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: deps.log,
    // Its own lines hold the whole address; logAnswers writes ours.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: deps.behindProxy ? 'loopback' : false,
    bodyLimit: 65_536,
    forceCloseConnections: true,
    // An address that cannot be decoded is answered before any hook runs.
    frameworkErrors: (_, __, reply: FastifyReply) => {
      void reply.headers(headersOf(deps)).code(400).send({ error: 'this address is not right' });
    },
  });
  if (deps.onRoute) app.addHook('onRoute', deps.onRoute);
  addHeaders(app, deps);
  denyByDefault(app, deps);
  admitAdmins(app, deps);
  auditAdmins(app, deps);
  logAnswers(app);
  for (const { access, ...route } of serverRoutes(deps)) app.route({ ...route, config: { access } });
  await serveWebApps(app, deps.webApps);

  app.setNotFoundHandler({ preHandler: [] }, (request, reply) => {
    const webApp = pageFor(request, deps.webApps);
    if (!webApp) return reply.code(404).send({ error: 'there is nothing at this address' });
    return sendPage(webApp, reply);
  });
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode !== undefined && error.statusCode < 500 ? error.statusCode : 500;
    if (status === 500) request.log.error({ err: error }, 'a request failed');
    // What went wrong inside is for the log.
    const text =
      status === 500 ? 'the server could not answer; its log says why' : 'this request is not right';
    return reply.code(status).send({ error: text });
  });
  app.server.on('upgrade', (request, socket, head) => {
    if (request.url?.split('?', 1)[0] === '/') return deps.practice.handleUpgrade(request, socket, head);
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
  });
  return app;
}

function headersOf({ addresses }: AppDeps): Record<string, string> {
  const { url, relayUrls, signerRelays = [] } = addresses();
  return securityHeaders({ sockets: [...relayUrls, ...signerRelays], https: url.startsWith('https:') });
}

function addHeaders(app: FastifyInstance, deps: AppDeps): void {
  app.addHook('onRequest', async (_, reply) => {
    void reply.headers(headersOf(deps));
  });
}

function denyByDefault(app: FastifyInstance, { setUp }: AppDeps): void {
  app.addHook('onRequest', async (request, reply) => {
    const { access } = request.routeOptions.config;
    // Who is an administrator is asked when the body is here, which the authorization names.
    if (request.is404 || access === 'public' || access === 'admin') return;
    if (access !== 'set-up') return reply.code(401).send({ error: 'this address is not public' });
    // Before the body is read: nobody without the code makes us parse anything.
    const refusal = setUp.whyNot(request.headers.authorization, request.ip);
    if (refusal === undefined) return;
    if (refusal.retryAfter !== undefined) void reply.header('retry-after', refusal.retryAfter);
    return reply.code(refusal.status).send({ error: refusal.reason });
  });
}

/** The authorization names the body, so it is asked for when that has been read, and before anything is done. */
function admitAdmins(app: FastifyInstance, { practice, addresses }: AppDeps): void {
  const mayEnter = adminAccess(addresses, () => practice.current()?.admins() ?? []);
  app.decorateRequest('text');
  app.decorateRequest('provenKey');
  // No body that the authorization would not be held against.
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) => {
    request.text = String(text);
    try {
      done(null, JSON.parse(request.text));
    } catch {
      done(Object.assign(new Error('not JSON'), { statusCode: 400 }));
    }
  });
  app.addHook('preHandler', async (request, reply) => {
    if (request.is404 || request.routeOptions.config.access !== 'admin') return;
    const answer = mayEnter({
      path: request.url,
      method: request.method,
      authorization: request.headers.authorization,
      body: request.text,
    });
    void reply.header('cache-control', 'no-store');
    if ('pubkey' in answer) request.provenKey = answer.pubkey;
    if (!answer.ok) await reply.code(answer.status).send({ error: answer.reason });
  });
}

/** Into the log of the practice: what administrators did here, and whom they would not be. */
function auditAdmins(app: FastifyInstance, { practice }: AppDeps): void {
  app.addHook('onResponse', async (request, reply) => {
    const { provenKey: key, method } = request;
    if (key === undefined) return;
    const audit = practice.current()?.audit;
    const route = request.routeOptions.url ?? '';
    const status = reply.statusCode;
    if (status === 403) {
      const reason = `${method} ${route}: only for administrators`;
      audit?.note({ what: 'refused', connection: 0, keys: [key], how: 'HTTP', reason });
    } else if (method !== 'GET') audit?.administered({ key, method, route, status });
  });
}

function logAnswers(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    // The route, not the address: addresses can carry identifiers.
    const route = request.is404 ? 'unknown' : request.routeOptions.url;
    const { method, ip } = request;
    const ms = Math.round(reply.elapsedTime);
    request.log.info({ method, route, status: reply.statusCode, ms, from: shortAddress(ip) }, 'answered');
  });
}
