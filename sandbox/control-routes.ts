import { MissingRow } from './chatwoot/tables.js';
import type { ChatwootWorld } from './chatwoot/world.js';
import type { FaultController } from './faults/controller.js';
import type { FaultRule } from './faults/rule.js';
import { type Exchange, HttpProblem, jsonObject, ok, type Route } from './http/exchange.js';
import type { RequestLog } from './http/request-log.js';

/** The mutations another process may ask for by name. */
const OPERATIONS = [
  'addContact',
  'addConversation',
  'addMessage',
  'editMessage',
  'deleteMessage',
  'setStatus',
  'renameContact',
  'deleteConversation',
  'mergeContacts',
] as const;

/** Steering from another process. Never counted, never subject to faults. */
export function controlRoutes(
  world: ChatwootWorld,
  faults: FaultController,
  log: RequestLog,
  others: Record<string, { snapshot(): unknown }> = {},
): Route[] {
  const route = (method: string, path: string, handle: (exchange: Exchange) => unknown): Route => ({
    method,
    template: `/__sandbox/${path}`,
    handle: (exchange) => ok(handle(exchange) ?? { ok: true }),
  });
  return [
    route('GET', 'state', () => {
      const states = Object.entries(others).map(([vendor, other]) => [vendor, other.snapshot()] as const);
      return { ...world.snapshot(), ...Object.fromEntries(states) };
    }),
    route('GET', 'requests', () => log.toJSON()),
    route('POST', 'requests/reset', () => log.reset()),
    route('GET', 'faults', () => ({ faults: faults.list() })),
    route('POST', 'faults', (exchange) => void refuse(() => faults.add(faultOf(bodyOf(exchange))))),
    route('DELETE', 'faults', () => faults.clear()),
    route('POST', 'churn', (exchange) => world.churn(bodyOf(exchange))),
    route('POST', 'mutate', (exchange) => mutate(world, bodyOf(exchange))),
  ];
}

function bodyOf(exchange: Exchange): Record<string, unknown> {
  const body = jsonObject(exchange);
  if (!body) throw new HttpProblem(400, { error: 'the body must be a JSON object' });
  return body;
}

/** JSON has no expressions: `regex` stands for one. */
function faultOf(body: Record<string, unknown>): FaultRule {
  const { regex, ...rule } = body;
  return (typeof regex === 'string' ? { ...rule, match: new RegExp(regex) } : rule) as unknown as FaultRule;
}

/**
 * `args` is the list of arguments, or the one argument.
 * @returns what the mutation returns
 */
function mutate(world: ChatwootWorld, body: Record<string, unknown>): unknown {
  const operation = OPERATIONS.find((name) => name === body['op']);
  if (!operation) throw new HttpProblem(400, { error: `op must be one of ${OPERATIONS.join(', ')}` });
  const args: unknown[] = Array.isArray(body['args']) ? body['args'] : [body['args']];
  const method = world[operation] as (this: ChatwootWorld, ...given: unknown[]) => unknown;
  return refuse(() => method.apply(world, args));
}

function refuse<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new HttpProblem(error instanceof MissingRow ? 404 : 400, { error: String((error as Error).message) });
  }
}
