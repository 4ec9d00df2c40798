/** One route of the server, and who gets in: the access is part of it (see build-app.ts). */
import type { FastifyReply, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** The JSON body as it came, for the authorization that names its hash. */
    text?: string;
    /** Who has signed the NIP-98 authorization. */
    provenKey?: string;
  }
  interface FastifyContextConfig {
    /**
     * Absent: nobody gets in. `set-up`: who has the set-up code, while there is no practice. `admin`: with a NIP-98
     * authorization of an administrator of the practice.
     */
    access?: 'public' | 'set-up' | 'admin';
  }
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly access: 'public' | 'set-up' | 'admin';
  handler(request: FastifyRequest, reply: FastifyReply): unknown;
}
