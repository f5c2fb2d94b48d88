import { type Exchange, HttpProblem, ok, type Reply, type Route } from '../http/exchange.js';
import { noteRoutes, taskRoutes } from './activity-routes.js';
import { meetingRoutes } from './meeting-routes.js';
import { noScope, noToken, retryDate, TOO_FAST } from './problems.js';
import { RowQuery } from './query-rows.js';
import { entryRoutes, recordRoutes } from './record-routes.js';
import { schemaRoutes } from './schema-routes.js';
import type { AttioWorld } from './world.js';

export interface AttioOptions {
  /** The one accepted token; any non-empty one when absent. */
  token?: string | undefined;
}

/** @returns Attio's REST API as far as a mirror reads it, every route behind token, limit and scope */
export function attioRoutes(world: AttioWorld, options: AttioOptions = {}): Route[] {
  const query = new RowQuery(world);
  const limiter = new ReadLimiter();
  const routes = [
    ...schemaRoutes(world),
    ...recordRoutes(world, query),
    ...entryRoutes(world, query),
    ...noteRoutes(world),
    ...taskRoutes(world),
    ...meetingRoutes(world),
  ];
  const scopes = [...new Set(routes.map((route) => route.scope))].sort();
  const self = (exchange: Exchange): Reply => {
    const granted = scopes.filter((scope) => !isDenied(world, scope));
    // A bad token is not an error here, it is the answer.
    return ok(accepted(options.token, exchange) ? identityOf(world, granted) : { active: false });
  };
  const guarded = routes.map(({ scope, ...route }) => ({
    ...route,
    handle: (exchange: Exchange) => {
      if (!accepted(options.token, exchange)) throw noToken();
      limiter.count(world.limits.readsPerSecond);
      if (isDenied(world, scope)) throw noScope(scope);
      return route.handle(exchange);
    },
  }));
  return [{ method: 'GET', template: '/self', handle: self }, ...guarded].map((route) => ({
    ...route,
    vendor: 'attio',
    template: `/v2${route.template}`,
  }));
}

/** Who may not read may not write. */
const isDenied = ({ deniedScopes }: AttioWorld, scope: string): boolean =>
  deniedScopes.has(scope) || deniedScopes.has(scope.replace(/-write$/, ''));

/** Bearer, or Basic with the token for a name and no password. */
function accepted(token: string | undefined, exchange: Exchange): boolean {
  const [scheme = '', given = ''] = (exchange.headers.authorization ?? '').split(/\s+/);
  const basic = (): string => Buffer.from(given, 'base64').toString('utf8').replace(/:.*$/s, '');
  const presented = /^bearer$/i.test(scheme) ? given : /^basic$/i.test(scheme) ? basic() : '';
  return presented !== '' && (token === undefined || presented === token);
}

function identityOf(world: AttioWorld, scopes: string[]): Record<string, unknown> {
  const { schema, tables } = world;
  return {
    active: true,
    scope: scopes.join(' '),
    client_id: 'a1b2c3d4-0000-4000-a000-000000000001',
    token_type: 'Bearer',
    exp: null,
    iat: 1_705_305_600,
    sub: schema.workspaceId,
    aud: 'a1b2c3d4-0000-4000-a000-000000000001',
    iss: 'attio.com',
    authorized_by_workspace_member_id: tables.members[0]?.id ?? null,
    workspace_id: schema.workspaceId,
    workspace_name: schema.workspaceName,
    workspace_slug: schema.workspaceSlug,
    workspace_logo_url: null,
  };
}

/** Counts requests by the seconds of the real clock, whatever the world's own says. */
class ReadLimiter {
  private second = 0;
  private taken = 0;

  /** @throws 429 with the next second as a date */
  count(perSecond: number | null): void {
    const now = Date.now();
    const second = Math.floor(now / 1000);
    if (second !== this.second) {
      this.second = second;
      this.taken = 0;
    }
    this.taken += 1;
    if (perSecond !== null && this.taken > perSecond) {
      throw new HttpProblem(429, TOO_FAST, { 'retry-after': retryDate(now) });
    }
  }
}
