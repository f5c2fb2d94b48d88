import type { Route } from '../http/exchange.js';

export interface AttioRoute extends Route {
  /** What the token has to be allowed. */
  scope: string;
}
