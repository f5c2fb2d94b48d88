import { type Exchange, ok, type Reply } from '../http/exchange.js';
import { pageFromQuery, slice, uuidParam } from './paging.js';
import { presentEntry, presentRecord, presentValue } from './present-record.js';
import { invalid, merging, notFound } from './problems.js';
import type { RowQuery } from './query-rows.js';
import { readValues } from './read-values.js';
import type { ValueRow } from './records.js';
import type { AttioRoute } from './attio-route.js';
import { listOf, objectOf } from './schema-routes.js';
import type { AttioWorld } from './world.js';

export function recordRoutes(world: AttioWorld, query: RowQuery): AttioRoute[] {
  const list = (exchange: Exchange): Reply => {
    const owner = objectOf(world, exchange);
    const visible = world.tables.recordsOf(owner.slug).filter((row) => !world.isMerging(row.id));
    const { rows, offset } = query.run(owner, visible, exchange);
    const reply = ok({ data: rows.map((row) => presentRecord(world, row)) });
    world.afterPage?.({ route: `${owner.slug}/records`, offset });
    return reply;
  };

  const show = (exchange: Exchange): Reply => ok({ data: presentRecord(world, recordOf(world, exchange)) });

  const values = (exchange: Exchange): Reply => {
    const owner = objectOf(world, exchange);
    const row = recordOf(world, exchange);
    const def = world.schema.attribute(owner, exchange.params['attribute'] ?? '');
    if (!def) throw notFound(`Attribute "${exchange.params['attribute'] ?? ''}"`);
    const historic = exchange.query.get('show_historic') === 'true';
    if (historic && def.intelligence) throw invalid(`"${def.slug}" keeps no history.`);
    const page = pageFromQuery(exchange.query, { fallback: 500, max: 500 });
    const found = slice(readValues(world, row, def, historic), page);
    return ok({ data: found.map((value) => presentValue(world.schema, owner, def, value)) });
  };

  const entries = (exchange: Exchange): Reply => {
    const row = recordOf(world, exchange);
    const page = pageFromQuery(exchange.query, { fallback: 100, max: 1000 });
    const found = [...world.tables.entries.values()].filter((entry) => entry.parent?.record_id === row.id);
    const data = slice(found, page).map((entry) => {
      const list = world.schema.owner(entry.owner);
      const { created_at } = entry;
      return { list_id: list.id, list_api_slug: list.slug, entry_id: entry.id, created_at };
    });
    return ok({ data });
  };

  const record = '/objects/:object/records/:record';
  const scope = 'record_permission:read';
  return [
    { method: 'POST', template: '/objects/:object/records/query', scope, handle: list },
    { method: 'GET', template: record, scope, handle: show },
    { method: 'GET', template: `${record}/attributes/:attribute/values`, scope, handle: values },
    { method: 'GET', template: `${record}/entries`, scope: 'list_entry:read', handle: entries },
  ];
}

export function entryRoutes(world: AttioWorld, query: RowQuery): AttioRoute[] {
  const list = (exchange: Exchange): Reply => {
    const owner = listOf(world, exchange);
    const all = [...world.tables.entries.values()].filter((row) => row.owner === owner.slug);
    const { rows, offset } = query.run(owner, all, exchange);
    const reply = ok({ data: rows.map((row) => presentEntry(world, row)) });
    world.afterPage?.({ route: `${owner.slug}/entries`, offset });
    return reply;
  };

  const show = (exchange: Exchange): Reply => {
    const owner = listOf(world, exchange);
    const id = uuidParam(exchange, 'entry');
    const row = world.tables.entries.get(id);
    if (!row || row.owner !== owner.slug) throw notFound(`Entry "${id}"`);
    return ok({ data: presentEntry(world, row) });
  };

  const scope = 'list_entry:read';
  return [
    { method: 'POST', template: '/lists/:list/entries/query', scope, handle: list },
    { method: 'GET', template: '/lists/:list/entries/:entry', scope, handle: show },
  ];
}

function recordOf(world: AttioWorld, exchange: Exchange): ValueRow {
  const owner = objectOf(world, exchange);
  const id = uuidParam(exchange, 'record');
  if (world.isMerging(id)) throw merging();
  const row = world.tables.records.get(id);
  if (!row || row.owner !== owner.slug) throw notFound(`Record with ID "${id}"`);
  return row;
}
