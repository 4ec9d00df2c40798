/**
 * The server's own routes as a table; the web apps are added by `web-apps.ts`. Access is part of each entry:
 * a route that does not say `public` answers 401 (see build-app.ts).
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { landingPage } from './landing-page.ts';
import type { PracticeHost } from './practice-host.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Absent: nobody gets in. */
    access?: 'public';
  }
}

export interface Route {
  readonly method: 'GET';
  readonly url: string;
  readonly access: 'public';
  handler(request: FastifyRequest, reply: FastifyReply): unknown;
}

export interface RouteInput {
  readonly practice: PracticeHost;
  /** Random name of this process, so that commands know which server answers. */
  readonly instance: string;
}

export function serverRoutes({ practice, instance }: RouteInput): Route[] {
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

function robots(reply: FastifyReply): unknown {
  return reply.type('text/plain').send('User-agent: *\nDisallow: /\n');
}
