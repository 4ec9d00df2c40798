/**
 * Service agents: programs on the practice's server. The server makes and keeps their keys; what they read is decided
 * here, by the charter and its grants, as for anybody on the staff. Two places, so each step can be made again: an
 * agent that is in one of them only is shown as unfinished.
 */
import { createHttpAuth, parseNpub } from '@keychart/nostr';
import { charterInForce, compartmentsOf, isAdmin, type Member, serviceScopes } from '@keychart/protocol';
import type { ServiceAgent, ServiceChange, StaffOutcome } from '../../api/chart.ts';
import { type Refusal, refusal } from '../../record/compose-record.ts';
import type { EngineContext } from '../state/context.ts';
import type { Staffing } from './staffing.ts';

export interface Services {
  list(): Promise<{ readonly ok: true; readonly agents: readonly ServiceAgent[] } | Refusal>;
  change(change: ServiceChange): Promise<StaffOutcome>;
}

/** As the server tells it. */
interface ServerAgent {
  readonly id: string;
  readonly service: ServiceAgent['service'];
  readonly name: string;
  readonly npub: string;
  readonly createdAt: string;
  readonly replaces?: string;
}

const DONE: StaffOutcome = { ok: true, renewed: [], granted: 0 };

export function openServices(
  context: EngineContext,
  relayUrl: string,
  staffing: Pick<Staffing, 'change'>,
): Services {
  const { governance, signer, now, me } = context;

  const isAdminNow = () => {
    const { chain } = governance;
    return chain !== undefined && isAdmin(charterInForce(chain), me);
  };

  async function ask<T>(method: string, path: string, input?: object): Promise<T | Refusal> {
    if (!isAdminNow()) return refusal('only an administrator of the practice looks after its services');
    const url = new URL(path, relayUrl.replace(/^ws/, 'http')).href;
    const body = input === undefined ? undefined : JSON.stringify(input);
    const authorization = await createHttpAuth({ url, method, body }, signer, now());
    let answer: Response;
    try {
      answer = await fetch(url, {
        method,
        headers: { authorization, ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { body }),
      });
    } catch {
      return refusal('the server cannot be reached: services are changed while it can');
    }
    const json = (await answer.json().catch(() => ({}))) as T & { error?: string };
    return answer.ok ? json : refusal(json.error ?? `the server answered with ${answer.status}`);
  }

  const memberOf = (npub: string | undefined): Member | undefined => {
    const pk = npub === undefined ? undefined : parseNpub(npub);
    return governance.charter?.roster.find((member) => member.pk === pk);
  };

  function view(agent: ServerAgent): ServiceAgent {
    const { id, service, name, npub, createdAt } = agent;
    const member = memberOf(npub);
    const scope = serviceScopes[service];
    return {
      id,
      service,
      name,
      npub,
      createdAt,
      compartments: member ? compartmentsOf(member) : scope.compartments,
      noHistory: member ? member.noHistory === true : scope.noHistory === true,
      state: member && !memberOf(agent.replaces) ? 'active' : 'unfinished',
    };
  }

  async function agents(): Promise<readonly ServerAgent[] | Refusal> {
    const answer = await ask<{ agents: readonly ServerAgent[] }>('GET', '/api/agents');
    return 'agents' in answer ? answer.agents : answer;
  }

  /** Puts the agent's present key into the charter: in the place of the one before, where that is still there. */
  async function letIn({ npub, name, service, replaces }: ServerAgent): Promise<StaffOutcome> {
    if (memberOf(npub)) return DONE;
    const old = memberOf(replaces);
    if (old && replaces !== undefined) return staffing.change({ kind: 'replace', npub: replaces, by: npub });
    const { permissions, compartments, noHistory } = serviceScopes[service];
    return staffing.change({
      kind: 'add',
      npub,
      name,
      role: 'agent',
      permissions,
      compartments,
      ...(noHistory && { noHistory }),
    });
  }

  async function change(wanted: ServiceChange): Promise<StaffOutcome> {
    if (wanted.kind === 'add') {
      const { service, name } = wanted;
      if (name.trim() === '')
        return refusal('a service needs a name, so that everybody knows what it is for');
      const answer = await ask<{ agent: ServerAgent }>('POST', '/api/agents', { service, name: name.trim() });
      return 'agent' in answer ? letIn(answer.agent) : answer;
    }
    const list = await agents();
    if ('ok' in list) return list;
    const agent = list.find(({ id }) => id === wanted.id);
    if (!agent) return refusal('this service is gone already');
    if (wanted.kind === 'finish') return letIn(agent);
    if (wanted.kind === 'rotate') {
      const answer = await ask<{ agent: ServerAgent }>('POST', `/api/agents/${agent.id}/rotate`, {});
      return 'agent' in answer ? letIn(answer.agent) : answer;
    }
    // The practice lets go of it first: a key that opens nothing may lie on a server a while longer.
    const named = [agent.npub, agent.replaces].find((npub) => memberOf(npub) !== undefined);
    const released = named === undefined ? DONE : await staffing.change({ kind: 'remove', npub: named });
    if (!released.ok) return released;
    const removed = await ask<{ removed: true }>('DELETE', `/api/agents/${agent.id}`);
    return 'removed' in removed ? released : removed;
  }

  return {
    list: async () => {
      const list = await agents();
      return 'ok' in list ? list : { ok: true, agents: list.map(view) };
    },
    change,
  };
}
