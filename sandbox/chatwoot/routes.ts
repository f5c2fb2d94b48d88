import type { Exchange, Route } from '../http/exchange.js';
import { contactRoutes } from './contact-routes.js';
import { conversationRoutes } from './conversation-routes.js';
import { messageRoutes } from './message-routes.js';
import { noToken, notAuthorized, wrongToken } from './problems.js';
import type { ChatwootWorld } from './world.js';

export interface ChatwootOptions {
  /** The one accepted token; any non-empty one when absent. */
  token?: string | undefined;
  /** Whether the conversations list knows `updated_within`, which not every server does. */
  updatedWithin: boolean;
  /** Whether messages honour `after` and `before` together. */
  rangeReads: boolean;
}

/** @returns Chatwoot's application API, every route behind its token */
export function chatwootRoutes(world: ChatwootWorld, options: ChatwootOptions): Route[] {
  const routes = [...conversationRoutes(world, options), ...messageRoutes(world, options), ...contactRoutes(world)];
  return routes.map((route) => ({
    ...route,
    vendor: 'chatwoot',
    template: `/api/v1/accounts/:account${route.template}`,
    handle: (exchange) => {
      authorize(world, options.token, exchange);
      return route.handle(exchange);
    },
  }));
}

function authorize(world: ChatwootWorld, token: string | undefined, exchange: Exchange): void {
  // Rack folds underscores and dashes into one name; here they are two headers.
  const given = exchange.headers['api_access_token'] ?? exchange.headers['api-access-token'];
  if (!given) throw noToken();
  if (token !== undefined && given !== token) throw wrongToken();
  if (exchange.params['account'] !== String(world.accountId)) throw notAuthorized();
}
