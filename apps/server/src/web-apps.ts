/**
 * The built web apps under `/ehr/` and `/portal/`: hashed files for ever, everything else asked for again,
 * unknown paths inside an app answered with its page (the app's router knows them).
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

export interface WebApp {
  /** `ehr`: served under `/ehr/`. */
  readonly name: string;
  /** Absolute folder of the build. */
  readonly folder: string;
}

const HASHED = /\/assets\/[^/]+-[\w-]{8,}\.\w+(\.\w+)?$/;

export async function serveWebApps(app: FastifyInstance, webApps: readonly WebApp[]): Promise<void> {
  for (const { name, folder } of webApps) {
    app.get(`/${name}`, { config: { access: 'public' } }, (_, reply) => reply.redirect(`/${name}/`, 308));
    if (!existsSync(join(folder, 'index.html'))) {
      app.get(`/${name}/*`, { config: { access: 'public' } }, (_, reply) => notBuilt(name, reply));
      continue;
    }
    await app.register(async (scope) => {
      // The plugin makes its own routes: this is the one place where they are declared public.
      scope.addHook('onRoute', (route) => {
        route.config = { ...route.config, access: 'public' };
      });
      await scope.register(fastifyStatic, {
        root: folder,
        prefix: `/${name}/`,
        decorateReply: false,
        preCompressed: true,
        cacheControl: false,
        dotfiles: 'deny',
        setHeaders: (reply, path) => {
          const forever = HASHED.test(path.replaceAll('\\', '/'));
          void reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
        },
      });
    });
  }
}

/** The app whose page answers an address that is no file; undefined where a plain 404 is right. */
export function pageFor(request: FastifyRequest, webApps: readonly WebApp[]): WebApp | undefined {
  const path = request.url.split('?', 1)[0] ?? '';
  if (request.method !== 'GET' || /\.\w+$/.test(path)) return undefined;
  return webApps.find(
    ({ name, folder }) => path.startsWith(`/${name}/`) && existsSync(join(folder, 'index.html')),
  );
}

export async function sendPage({ folder }: WebApp, reply: FastifyReply): Promise<FastifyReply> {
  const page = await readFile(join(folder, 'index.html'));
  return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page);
}

function notBuilt(name: string, reply: FastifyReply): unknown {
  void reply.code(503).type('text/plain; charset=utf-8');
  return `The ${name} app has not been built. Run "npm run build" and load this page again.\n`;
}
