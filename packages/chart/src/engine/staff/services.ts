/**
 * Service agents: programs on the practice's server. The server makes and keeps their keys; what they read is decided
 * here, by the charter and its grants, as for anybody on the staff. Two places, so each step can be made again: an
 * agent that is in one of them only is shown as unfinished.
 */
import { createHttpAuth, parseNpub } from '@keychart/nostr';
import {
  charterInForce,
  compartmentsOf,
  isAdmin,
  type Member,
  namedServices,
  serviceScopes,
} from '@keychart/protocol';
import type { PatientId, ServiceAgent, ServiceChange, StaffOutcome } from '../../api/chart.ts';
import { type Refusal, refusal } from '../../record/compose-record.ts';
import type { NamedAccess } from '../lent/named-access.ts';
import type { EngineContext } from '../state/context.ts';
import { answered } from '../writing/answered.ts';
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
  /** For some patients only; the server knows that, not which. */
  readonly named?: boolean;
  /** Every key it had before, the first first. */
  readonly replaces?: readonly string[];
}

const DONE: StaffOutcome = { ok: true, renewed: [], granted: 0 };

export function openServices(
  context: EngineContext,
  relayUrl: string,
  staffing: Pick<Staffing, 'change'>,
  named: Pick<NamedAccess, 'lentTo' | 'setPatients'>,
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

  /** A key before the present one that the charter still names. */
  const formerOnList = ({ replaces = [] }: ServerAgent) =>
    replaces.find((npub) => memberOf(npub) !== undefined);

  function view(agent: ServerAgent): ServiceAgent {
    const { id, service, name, npub, createdAt, replaces = [] } = agent;
    // Of a key before, until its patients have come along to this one.
    const patients = [...new Set([npub, ...replaces].flatMap(named.lentTo))];
    const member = memberOf(npub);
    const scope = serviceScopes[service];
    const some = member ? member.named === true : agent.named === true;
    return {
      id,
      service,
      name,
      npub,
      createdAt,
      compartments: member ? compartmentsOf(member) : scope.compartments,
      noHistory: member ? member.noHistory === true : scope.noHistory === true && !some,
      ...(some && { patients: member ? patients : [] }),
      state: member && formerOnList(agent) === undefined ? 'active' : 'unfinished',
    };
  }

  async function agents(): Promise<readonly ServerAgent[] | Refusal> {
    const answer = await ask<{ agents: readonly ServerAgent[] }>('GET', '/api/agents');
    return 'agents' in answer ? answer.agents : answer;
  }

  /** Puts the agent's present key into the charter: in the place of the one before, where that is still there. */
  async function letIn(
    agent: ServerAgent,
    patients: readonly PatientId[] | undefined = agent.named ? [] : undefined,
  ): Promise<StaffOutcome> {
    const { npub, name, service } = agent;
    const old = formerOnList(agent);
    if (memberOf(npub)) return old === undefined ? DONE : staffing.change({ kind: 'remove', npub: old });
    if (old !== undefined) return staffing.change({ kind: 'replace', npub: old, by: npub });
    const { permissions, compartments, noHistory } = serviceScopes[service];
    return staffing.change({
      kind: 'add',
      npub,
      name,
      role: 'agent',
      permissions,
      compartments,
      // Of named patients it reads what was before as well: their keys are handed over one by one.
      ...(patients ? { patients } : noHistory && { noHistory }),
    });
  }

  async function add(wanted: Extract<ServiceChange, { kind: 'add' }>): Promise<StaffOutcome> {
    const { service, patients } = wanted;
    const name = wanted.name.trim();
    if (name === '') return refusal('a service needs a name, so that everybody knows what it is for');
    if (patients && !namedServices.includes(service))
      return refusal('a service of this kind is not for single patients');
    if (patients?.length === 0) return refusal('no patient was named');
    const input = { service, name, ...(patients && { named: true }) };
    const answer = await ask<{ agent: ServerAgent }>('POST', '/api/agents', input);
    // What it opens is what was chosen here, whatever the server answers beside the key.
    return 'agent' in answer ? letIn({ ...answer.agent, service, name }, patients) : answer;
  }

  async function setPatients({ npub }: ServerAgent, patients: readonly PatientId[]): Promise<StaffOutcome> {
    const member = memberOf(npub);
    if (!member) return refusal('this service is not let in yet');
    if (member.named !== true)
      return refusal('this service reads all patients: revoke it, and make one for some of them');
    const outcome = await answered(() => named.setPatients(npub, patients));
    return outcome.ok ? DONE : outcome;
  }

  async function change(wanted: ServiceChange): Promise<StaffOutcome> {
    if (wanted.kind === 'add') return add(wanted);
    const list = await agents();
    if ('ok' in list) return list;
    const agent = list.find(({ id }) => id === wanted.id);
    if (!agent) return refusal('this service is gone already');
    if (wanted.kind === 'patients') return setPatients(agent, wanted.patients);
    if (wanted.kind === 'finish') return letIn(agent);
    if (wanted.kind === 'rotate') {
      const answer = await ask<{ agent: ServerAgent }>('POST', `/api/agents/${agent.id}/rotate`, {});
      return 'agent' in answer ? letIn(answer.agent) : answer;
    }
    // The practice lets go of it first: a key that opens nothing may lie on a server a while longer.
    const listed = memberOf(agent.npub) ? agent.npub : formerOnList(agent);
    const released = listed === undefined ? DONE : await staffing.change({ kind: 'remove', npub: listed });
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
