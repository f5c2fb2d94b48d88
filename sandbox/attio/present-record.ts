import type { AttributeDef, ChoiceDef } from './attributes.js';
import { choiceOf, readValues } from './read-values.js';
import type { StoredValue, ValueRow } from './records.js';
import type { Owner, Schema } from './schema.js';
import type { AttioWorld } from './world.js';

type Json = Record<string, unknown>;

export function presentRecord(world: AttioWorld, row: ValueRow): Json {
  const { schema } = world;
  const owner = schema.owner(row.owner);
  return {
    id: { ...schema.idsOf(owner), record_id: row.id },
    created_at: row.created_at,
    web_url: `https://app.attio.com/${schema.workspaceSlug}/${owner.slug}/record/${row.id}`,
    values: presentValues(world, row, owner),
  };
}

export function presentEntry(world: AttioWorld, row: ValueRow): Json {
  const { schema } = world;
  const owner = schema.owner(row.owner);
  return {
    id: { ...schema.idsOf(owner), entry_id: row.id },
    parent_record_id: row.parent?.record_id,
    parent_object: row.parent?.object,
    created_at: row.created_at,
    entry_values: presentValues(world, row, owner),
  };
}

function presentValues(world: AttioWorld, row: ValueRow, owner: Owner): Json {
  return Object.fromEntries(
    owner.attributes
      .filter((def) => !def.archived)
      .map((def) => [
        def.slug,
        readValues(world, row, def).map((value) => presentValue(world.schema, owner, def, value)),
      ]),
  );
}

export function presentValue(schema: Schema, owner: Owner, def: AttributeDef, value: StoredValue): Json {
  return {
    active_from: value.active_from,
    active_until: value.active_until,
    created_by_actor: value.actor,
    ...presentBody(schema, owner, def, value),
    attribute_type: def.type,
  };
}

function presentBody(schema: Schema, owner: Owner, def: AttributeDef, { body }: StoredValue): Json {
  const choice = choiceOf(def, body);
  if (def.type === 'status') return { status: choice ? presentChoice(schema, owner, def, choice) : null };
  if (def.type === 'select') return { option: choice ? presentChoice(schema, owner, def, choice) : null };
  return body;
}

export function presentChoice(schema: Schema, owner: Owner, def: AttributeDef, choice: ChoiceDef): Json {
  const status = def.type === 'status';
  const ids = { ...schema.idsOf(owner), attribute_id: def.id, [status ? 'status_id' : 'option_id']: choice.id };
  const { title, is_archived, celebration_enabled = false } = choice;
  return status
    ? { id: ids, title, is_archived, celebration_enabled, target_time_in_status: null }
    : { id: ids, title, is_archived };
}

export function presentAttribute(schema: Schema, owner: Owner, def: AttributeDef): Json {
  const inverse = def.inverse && schema.owner(def.inverse.object);
  return {
    id: { ...schema.idsOf(owner), attribute_id: def.id },
    title: def.title,
    description: null,
    api_slug: def.slug,
    type: def.type,
    is_system_attribute: def.system,
    is_writable: def.writable,
    is_required: def.required,
    is_unique: def.unique,
    is_multiselect: def.multi,
    is_default_value_enabled: false,
    is_archived: def.archived,
    default_value: null,
    relationship: inverse &&
      def.inverse && {
        id: { ...schema.idsOf(inverse), attribute_id: schema.column(inverse.slug, def.inverse.attribute).id },
      },
    created_at: CREATED_AT,
    config: {
      currency: { default_currency_code: def.type === 'currency' ? 'EUR' : null, display_type: null },
      record_reference: { allowed_object_ids: def.target === null ? null : [schema.objectId(def.target)] },
    },
  };
}

/** The workspace's own parts are older than anything in it. */
const CREATED_AT = '2024-01-15T08:00:00.000000000Z';

export function presentObject(schema: Schema, owner: Owner): Json {
  const [singular_noun, plural_noun] = owner.nouns;
  return { id: schema.idsOf(owner), api_slug: owner.slug, singular_noun, plural_noun, created_at: CREATED_AT };
}

export function presentList(schema: Schema, owner: Owner): Json {
  return {
    id: schema.idsOf(owner),
    api_slug: owner.slug,
    name: owner.nouns[0],
    parent_object: [owner.parent],
    workspace_access: 'full-access',
    workspace_member_access: [],
    created_by_actor: { type: 'system', id: null },
    created_at: CREATED_AT,
  };
}
