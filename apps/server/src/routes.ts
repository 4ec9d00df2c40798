/**
 * The server's own routes as a table; the web apps are added by `web-apps.ts`. Access is part of each entry:
 * a route that says neither `public` nor `set-up` answers 401 (see build-app.ts).
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { agentRoutes } from './agents/agent-routes.ts';
import type { AgentShelf } from './agents/agent-shelf.ts';
import { landingPage } from './landing-page.ts';
import type { PracticeHost } from './practice-host.ts';
import type { Route } from './route.ts';
import type { SetUp } from './set-up/set-up.ts';

export interface RouteInput {
  readonly practice: PracticeHost;
  readonly setUp: SetUp;
  readonly agents: AgentShelf;
  /** Random name of this process, so that commands know which server answers. */
  readonly instance: string;
}

export function serverRoutes({ practice, setUp, agents, instance }: RouteInput): Route[] {
  return [
    {
      method: 'GET',
      url: '/',
      access: 'public',
      handler: (request, reply) => front(practice, request, reply),
    },
    { method: 'GET', url: '/healthz', access: 'public', handler: () => ({ status: 'ok', instance }) },
    { method: 'GET', url: '/readyz', access: 'public', handler: (_, reply) => readiness(practice, reply) },
    { method: 'GET', url: '/robots.txt', access: 'public', handler: (_, reply) => robots(reply) },
    {
      method: 'POST',
      url: '/api/setup/code',
      access: 'set-up',
      handler: (_, reply) => reply.code(204).send(),
    },
    {
      method: 'POST',
      url: '/api/setup',
      access: 'set-up',
      handler: (request, reply) => found(setUp, request, reply),
    },
    ...agentRoutes(agents),
  ];
}

/** One address, two faces: NIP-11 for Nostr software, a page for people. */
function front(practice: PracticeHost, request: FastifyRequest, reply: FastifyReply): unknown {
  const open = practice.current();
  void reply.header('vary', 'accept').header('cache-control', 'no-cache');
  if (request.headers.accept?.includes('application/nostr+json')) {
    void reply
      .header('access-control-allow-origin', '*')
      .header('access-control-allow-headers', '*')
      .header('access-control-allow-methods', 'GET')
      .header('cross-origin-resource-policy', 'cross-origin')
      .type('application/nostr+json');
    if (open) return JSON.stringify(open.info());
    void reply.code(503);
    return JSON.stringify({ name: 'Keychart', description: 'There is no practice on this server yet.' });
  }
  const landing = open && { ...open.settings, connection: practice.connection() ?? '' };
  return reply.type('text/html; charset=utf-8').send(landingPage(landing));
}

function readiness(practice: PracticeHost, reply: FastifyReply): unknown {
  const open = practice.current();
  if (!open) {
    void reply.code(503);
    return { status: 'no practice yet' };
  }
  // Throws where the database cannot be read: the error handler answers 500.
  open.probe();
  return { status: 'ready' };
}

function found(setUp: SetUp, request: FastifyRequest, reply: FastifyReply): unknown {
  const answer = setUp.found(request.body);
  if (answer.ok) return reply.code(201).send({ connection: answer.connection });
  return reply.code(answer.status).send({ error: answer.reason });
}

function robots(reply: FastifyReply): unknown {
  return reply.type('text/plain').send('User-agent: *\nDisallow: /\n');
}
