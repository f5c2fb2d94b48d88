import { AsyncLocalStorage } from 'node:async_hooks';

/** The projects whose rows work may touch. */
export interface Reach {
  readonly projects: readonly string[];
  /** Account scopes, each with all of its projects. */
  readonly scopes: readonly string[];
  /** Whether `projects` bring the account scopes that they belong to. */
  readonly beside: boolean;
}

const reaches = new AsyncLocalStorage<Reach | null>();

/** Does work that touches rows of these projects only: the database itself keeps all others from its statements. */
export function withinProjects<T>(projects: readonly string[], work: () => T): T {
  return reaches.run({ projects, scopes: [], beside: false }, work);
}

/** Does work that touches rows of all projects of these account scopes, and of no others. */
export function withinScopes<T>(scopes: readonly string[], work: () => T): T {
  return reaches.run({ projects: [], scopes, beside: false }, work);
}

/** Does work that compares the projects within reach with the others of their account scopes, and reaches those too. */
export function withinWholeScopes<T>(work: () => T): T {
  const reach = currentReach();
  return reaches.run(reach && { ...reach, beside: true }, work);
}

/** Does the server's own work, which looks at all projects, however it began. */
export function overAllProjects<T>(work: () => T): T {
  return reaches.run(null, work);
}

/** What the work that is under way may touch; null: all projects. */
export function currentReach(): Reach | null {
  return reaches.getStore() ?? null;
}
