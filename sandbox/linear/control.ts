import { HttpProblem, isRecord, jsonObject, ok, type Route } from '../http/exchange.js';
import { MissingEntity } from './tables.js';
import type { LinearWorld } from './world.js';

/** The mutations another process may ask for by name. */
const OPERATIONS = [
  'addTeam',
  'addState',
  'addUser',
  'addLabel',
  'addProject',
  'editProject',
  'addProjectUpdate',
  'addCycle',
  'completeCycle',
  'addIssue',
  'editIssue',
  'moveToState',
  'moveToTeam',
  'relate',
  'block',
  'unblock',
  'removeRelation',
  'addComment',
  'editComment',
  'deleteComment',
  'archive',
  'trash',
  'restore',
  'purge',
  'edit',
] as const;

/** Steering the workspace from another process: mutations by name, churn, quirks and limits. */
export function linearControlRoutes(world: LinearWorld): Route[] {
  const route = (path: string, handle: (body: Record<string, unknown>) => unknown): Route => ({
    method: 'POST',
    template: `/__sandbox/linear/${path}`,
    handle: (exchange) => {
      const body = jsonObject(exchange);
      if (!body) throw new HttpProblem(400, { error: 'the body must be a JSON object' });
      return ok(handle(body) ?? { ok: true });
    },
  });
  return [
    route('mutate', (body) => mutate(world, body)),
    route('churn', (body) => world.churn(body)),
    route('quirks', ({ limits, ...quirks }) => {
      Object.assign(world.quirks, quirks);
      if (isRecord(limits)) Object.assign(world.limits, limits);
    }),
  ];
}

function mutate(world: LinearWorld, body: Record<string, unknown>): unknown {
  const operation = OPERATIONS.find((name) => name === body['op']);
  if (!operation) throw new HttpProblem(400, { error: `op must be one of ${OPERATIONS.join(', ')}` });
  const args: unknown[] = Array.isArray(body['args']) ? body['args'] : [body['args']];
  const method = world[operation] as (this: LinearWorld, ...given: unknown[]) => unknown;
  try {
    return method.apply(world, args);
  } catch (error) {
    throw new HttpProblem(error instanceof MissingEntity ? 404 : 400, { error: (error as Error).message });
  }
}
