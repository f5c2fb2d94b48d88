import { type Exchange, ok, type Reply } from '../http/exchange.js';
import type { AttributeDef } from './attributes.js';
import { pageFromQuery, slice } from './paging.js';
import { presentAttribute, presentChoice, presentList, presentObject } from './present-record.js';
import { presentMember } from './present-work.js';
import { invalid, notFound } from './problems.js';
import type { AttioRoute } from './attio-route.js';
import type { Owner } from './schema.js';
import type { AttioWorld } from './world.js';

/** Objects, lists, their attributes, members: what a workspace is made of. */
export function schemaRoutes(world: AttioWorld): AttioRoute[] {
  const { schema } = world;
  const ownerOf = (exchange: Exchange): Owner => {
    if (exchange.params['object'] !== undefined) return objectOf(world, exchange);
    return listOf(world, exchange);
  };

  const attributes = (exchange: Exchange): Reply => {
    const owner = ownerOf(exchange);
    const archived = exchange.query.get('show_archived') === 'true';
    const found = owner.attributes.filter((def) => archived || !def.archived);
    const page = pageFromQuery(exchange.query, { fallback: found.length || 1, max: 500 });
    return ok({ data: slice(found, page).map((def) => presentAttribute(schema, owner, def)) });
  };

  const attribute = (exchange: Exchange): Reply => {
    const owner = ownerOf(exchange);
    return ok({ data: presentAttribute(schema, owner, attributeOf(world, owner, exchange)) });
  };

  const choices =
    (type: AttributeDef['type']) =>
    (exchange: Exchange): Reply => {
      const owner = ownerOf(exchange);
      const def = attributeOf(world, owner, exchange);
      if (def.type !== type) throw invalid(`"${def.slug}" is a ${def.type} attribute.`);
      const archived = exchange.query.get('show_archived') === 'true';
      const found = def.choices.filter((each) => archived || !each.is_archived);
      return ok({ data: found.map((each) => presentChoice(schema, owner, def, each)) });
    };

  const member = (exchange: Exchange): Reply => {
    const found = world.tables.members.find((each) => each.id === exchange.params['member']);
    if (!found) throw notFound('The workspace member');
    return ok({ data: presentMember(world, found) });
  };

  const underOwner = (base: string, scope: string): AttioRoute[] => [
    { method: 'GET', template: `${base}/attributes`, scope, handle: attributes },
    { method: 'GET', template: `${base}/attributes/:attribute`, scope, handle: attribute },
    { method: 'GET', template: `${base}/attributes/:attribute/statuses`, scope, handle: choices('status') },
    { method: 'GET', template: `${base}/attributes/:attribute/options`, scope, handle: choices('select') },
  ];
  const objectScope = 'object_configuration:read';
  const listScope = 'list_configuration:read';
  const memberScope = 'user_management:read';
  const get = (template: string, scope: string, handle: (exchange: Exchange) => unknown): AttioRoute => ({
    method: 'GET',
    template,
    scope,
    handle: (exchange) => ok({ data: handle(exchange) }),
  });
  return [
    get('/objects', objectScope, () => schema.objects.map((owner) => presentObject(schema, owner))),
    get('/objects/:object', objectScope, (exchange) => presentObject(schema, objectOf(world, exchange))),
    ...underOwner('/objects/:object', objectScope),
    get('/lists', listScope, () => schema.lists.map((owner) => presentList(schema, owner))),
    get('/lists/:list', listScope, (exchange) => presentList(schema, listOf(world, exchange))),
    ...underOwner('/lists/:list', listScope),
    get('/workspace_members', memberScope, () => world.tables.members.map((each) => presentMember(world, each))),
    { method: 'GET', template: '/workspace_members/:member', scope: memberScope, handle: member },
  ];
}

/** @throws 404 */
export function objectOf(world: AttioWorld, exchange: Exchange): Owner {
  const name = exchange.params['object'] ?? '';
  const owner = world.schema.object(name);
  if (!owner) throw notFound(`Object with slug/ID "${name}"`);
  return owner;
}

/** @throws 404 */
export function listOf(world: AttioWorld, exchange: Exchange): Owner {
  const name = exchange.params['list'] ?? '';
  const owner = world.schema.list(name);
  if (!owner) throw notFound(`List with slug/ID "${name}"`);
  return owner;
}

function attributeOf(world: AttioWorld, owner: Owner, exchange: Exchange): AttributeDef {
  const name = exchange.params['attribute'] ?? '';
  const def = world.schema.attribute(owner, name);
  if (!def) throw notFound(`Attribute with slug/ID "${name}"`);
  return def;
}
