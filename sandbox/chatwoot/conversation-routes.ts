import { type Exchange, isRecord, jsonObject, ok, type Reply, type Route } from '../http/exchange.js';
import { conversationFilter } from './conversation-filter.js';
import { countsOf, findConversations } from './conversation-finder.js';
import { ConversationOrders } from './conversation-order.js';
import { presentConversation } from './present-conversation.js';
import { notFound, unprocessable } from './problems.js';
import { intParam, pageOf } from './query.js';
import type { ConversationRow } from './records.js';
import type { ChatwootWorld } from './world.js';

/** Chatwoot's default page, which clients can not change. */
const PER_PAGE = 25;

export function conversationRoutes(world: ChatwootWorld, options: { updatedWithin: boolean }): Route[] {
  const orders = new ConversationOrders(world);
  const rows = (list: readonly ConversationRow[]): unknown[] => list.map((row) => presentConversation(world, row));
  const find = (exchange: Exchange) =>
    findConversations(world, orders.by(exchange.query.get('sort_by')), exchange.query);

  const list = (exchange: Exchange): Reply => {
    const { rows: found, counts } = find(exchange);
    const window = options.updatedWithin ? intParam(exchange.query, 'updated_within') : undefined;
    const shown =
      window === undefined
        ? pageOf(found, intParam(exchange.query, 'page'), world.pageLength ?? PER_PAGE)
        : found.filter((row) => row.updated_at > world.now() / 1000 - window);
    return ok({ data: { meta: counts, payload: rows(shown) } });
  };

  const filter = (exchange: Exchange): Reply => {
    const body = jsonObject(exchange);
    if (!isRecord(body)) throw unprocessable('Invalid query');
    const all = orders.by(exchange.query.get('sort_by'));
    const customKeys = new Set(all.flatMap((row) => Object.keys(row.custom_attributes)));
    const found = all.filter(conversationFilter(body['payload'], { nowMs: world.now(), customKeys }));
    const counts = countsOf(found, world.tables.agents[0]?.id);
    // Unlike the list, this one has no `data` around it.
    return ok({
      meta: counts,
      payload: rows(pageOf(found, intParam(exchange.query, 'page'), world.pageLength ?? PER_PAGE)),
    });
  };

  const show = (exchange: Exchange): Reply => ok(presentConversation(world, conversationOf(world, exchange)));

  return [
    { method: 'GET', template: '/conversations', handle: list },
    { method: 'GET', template: '/conversations/meta', handle: (exchange) => ok({ meta: find(exchange).counts }) },
    { method: 'POST', template: '/conversations/filter', handle: filter },
    { method: 'GET', template: '/conversations/:id', handle: show },
  ];
}

/**
 * @returns the conversation the path names
 * @throws 404
 */
export function conversationOf(world: ChatwootWorld, exchange: Exchange): ConversationRow {
  const row = world.tables.conversations.get(Number(exchange.params['id']));
  if (!row) throw notFound();
  return row;
}
