import { HttpProblem, isRecord, jsonObject, ok, type Route } from '../http/exchange.js';
import { NoSuchRow } from './tables.js';
import type { AttioWorld } from './world.js';

/** The mutations another process may ask for by name. */
const OPERATIONS = [
  'addCompany',
  'addPerson',
  'addDeal',
  'setValues',
  'setStage',
  'setValue',
  'setBudget',
  'setCost',
  'rename',
  'renameStage',
  'archiveStage',
  'addEntry',
  'deleteEntry',
  'addNote',
  'editNote',
  'deleteNote',
  'addTask',
  'completeTask',
  'reopenTask',
  'deleteTask',
  'addMeeting',
  'deleteMeeting',
  'deleteRecord',
  'mergeRecords',
  'finishMerges',
  'takeEvents',
  'churn',
] as const;

/** Steering from another process. `args` is the list of arguments, or the one argument. */
export function attioControlRoutes(world: AttioWorld): Route[] {
  const route = (path: string, act: (body: Record<string, unknown>) => unknown): Route => ({
    method: 'POST',
    template: `/__sandbox/attio/${path}`,
    handle: (exchange) => {
      const body = jsonObject(exchange);
      if (!body) throw new HttpProblem(400, { error: 'the body must be a JSON object' });
      return ok(act(body) ?? { ok: true });
    },
  });
  return [
    route('mutate', (body) => mutate(world, body)),
    route('quirks', ({ limits, ...quirks }) => {
      Object.assign(world.quirks, quirks);
      if (isRecord(limits)) Object.assign(world.limits, limits);
      return { ...world.quirks, limits: world.limits };
    }),
  ];
}

function mutate(world: AttioWorld, body: Record<string, unknown>): unknown {
  const operation = OPERATIONS.find((name) => name === body['op']);
  if (!operation) throw new HttpProblem(400, { error: `op must be one of ${OPERATIONS.join(', ')}` });
  const given = body['args'];
  const args: unknown[] = Array.isArray(given) ? given : given === undefined ? [] : [given];
  const method = world[operation] as (this: AttioWorld, ...args: unknown[]) => unknown;
  try {
    return method.apply(world, args);
  } catch (error) {
    throw new HttpProblem(error instanceof NoSuchRow ? 404 : 400, { error: String((error as Error).message) });
  }
}
