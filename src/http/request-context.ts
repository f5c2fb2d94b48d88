import { AsyncLocalStorage } from 'node:async_hooks';
import type { Membership } from './roles.js';

/** Who is asking, as the session says and the database confirms on every request. */
export interface Principal {
  id: string;
  username: string;
  /** The oldest first. */
  memberships: Membership[];
}

/**
 * What an account misses before it is good for anything: a password of its own, or a second factor that a scope asks
 * for.
 */
export type Unready = 'password' | 'second_factor';

/** What somebody asks with, and what that allows beside their role. */
export interface Credential {
  kind: 'session' | 'token';
  /** What must be done before anything else; null for nothing. */
  unready: Unready | null;
  /** The only project, or the only account scope, that a token is good for; null: all that its user reaches. */
  limit: { project_id: string | null; account_scope_id: string | null } | null;
  /** Asks the database again: whether it still holds, with the same role. */
  holds(): Promise<boolean>;
}

/** The project a request is about, already checked to be one that the user may see. */
export interface ActiveProject {
  id: string;
  name: string;
  account_scope_id: string;
}

/** What is known of the request being served; guards fill it in as they learn it. */
export interface RequestContext {
  requestId: string;
  method: string;
  /** Path without the query and without the `/v1` alias. */
  path: string;
  address: string;
  user: Principal | null;
  credential: Credential | null;
  project: ActiveProject | null;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs `next` with this context for everything it calls, however late. */
export function runInContext<T>(context: RequestContext, next: () => T): T {
  return storage.run(context, next);
}

/** The context of the request being served, or null outside of one (jobs, start). */
export function currentContext(): RequestContext | null {
  return storage.getStore() ?? null;
}

/**
 * The context of the request being served.
 * @throws Error outside of one.
 */
export function requestContext(): RequestContext {
  const context = storage.getStore();
  if (!context) throw new Error('no request is being served here');
  return context;
}

/**
 * The user of the request.
 * @throws Error when the route lets anybody in.
 */
export function requestUser(): Principal {
  const { user } = requestContext();
  if (!user) throw new Error('this route has no user: mark it with @Access');
  return user;
}

/** Whether the request comes with a token that is good for one project only: it is told of no other. */
export function knowsOneProject(): boolean {
  return (currentContext()?.credential?.limit?.project_id ?? null) !== null;
}

/**
 * The active project of the request.
 * @throws Error when the route is not marked @ProjectScoped.
 */
export function requestProject(): ActiveProject {
  const { project } = requestContext();
  if (!project) throw new Error('this route has no project: mark it with @ProjectScoped');
  return project;
}
