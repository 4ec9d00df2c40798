/** What administrators ask of the service agents' keys. Secrets never leave; npubs do, to be put into the charter. */
import { namedServices, services } from '@keychart/protocol';
import * as z from 'zod';
import type { Route } from '../route.ts';
import type { AgentShelf } from './agent-shelf.ts';

const newAgent = z
  .strictObject({
    service: z.enum(services),
    name: z.string().trim().min(1).max(80),
    named: z.literal(true).optional(),
  })
  .refine(({ service, named }) => named === undefined || namedServices.includes(service));

export function agentRoutes(shelf: AgentShelf): Route[] {
  const unknown = { error: 'there is no such service agent; look at the list again' };
  const idOf = (params: unknown) => (params as { id: string }).id;
  return [
    { method: 'GET', url: '/api/agents', access: 'admin', handler: () => ({ agents: shelf.list() }) },
    {
      method: 'POST',
      url: '/api/agents',
      access: 'admin',
      handler: (request, reply) => {
        const input = newAgent.safeParse(request.body);
        if (input.success) return reply.code(201).send({ agent: shelf.create(input.data) });
        return reply.code(400).send({
          error: `an agent needs a name of at most 80 letters and a service: ${services.join(', ')}; for named patients: ${namedServices.join(', ')}`,
        });
      },
    },
    {
      method: 'POST',
      url: '/api/agents/:id/rotate',
      access: 'admin',
      handler: ({ params }, reply) => {
        const agent = shelf.rotate(idOf(params));
        return agent ? { agent } : reply.code(404).send(unknown);
      },
    },
    {
      method: 'DELETE',
      url: '/api/agents/:id',
      access: 'admin',
      handler: ({ params }, reply) =>
        shelf.remove(idOf(params)) ? { removed: true } : reply.code(404).send(unknown),
    },
  ];
}
