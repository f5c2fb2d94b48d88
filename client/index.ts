import createFetchClient, { type Client } from 'openapi-fetch';
import { follow, type FollowOptions, type ResultOf, type Started } from './follow.js';
import type { paths } from './schema.js';
import { sessionFetch, type SessionOptions } from './session.js';

export { answer, ApiProblem, type Called, type ProblemCode } from './problem.js';
export type { FollowOptions, ResultOf, Started } from './follow.js';
export type { Fetch, SessionOptions } from './session.js';
export type * from './schema.js';

export interface ApiOptions extends SessionOptions {
  /** Where the server is, without a slash at the end; '' on a page that the server's own address serves. */
  baseUrl: string;
}

/** Every route of the server as a typed call, and `follow` for triggers. */
export interface Api extends Client<paths> {
  /**
   * The result of a job that a trigger started, with its progress.
   * @throws ApiProblem with the run's failure.
   */
  follow<T extends Started>(started: T | Promise<T>, options?: FollowOptions): Promise<ResultOf<T>>;
}

/** A client with a session of its own: log in with `POST /auth/login`. */
export function createClient({ baseUrl, ...session }: ApiOptions): Api {
  const client = createFetchClient<paths>({ baseUrl, fetch: sessionFetch(session) });
  return Object.assign(client, {
    follow: <T extends Started>(started: T | Promise<T>, options?: FollowOptions) => follow(client, started, options),
  });
}
