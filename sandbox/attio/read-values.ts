import type { AttributeDef, ChoiceDef } from './attributes.js';
import type { StoredValue, ValueBody, ValueRow } from './records.js';
import { isActive } from './record-store.js';
import type { AttioWorld } from './world.js';

/**
 * @returns an attribute's values, wherever they are kept: with the row, on the other side of a relationship, in the row
 * itself
 */
export function readValues(world: AttioWorld, row: ValueRow, def: AttributeDef, historic = false): StoredValue[] {
  const values = stored(world, row, def);
  return historic ? [...values] : values.filter(isActive);
}

function stored(world: AttioWorld, row: ValueRow, def: AttributeDef): readonly StoredValue[] {
  const once = (body: ValueBody): StoredValue[] => [
    { active_from: row.created_at, active_until: null, actor: row.created_by, body },
  ];
  if (def.inverse) return world.tables.pointingAt(row.id, def.inverse.object, def.inverse.attribute);
  switch (def.slug) {
    case 'record_id':
    case 'entry_id':
      return once({ value: row.id });
    case 'created_at':
      return once({ value: row.created_at });
    case 'created_by':
      return once({ referenced_actor_type: row.created_by.type, referenced_actor_id: row.created_by.id });
    case 'parent_record':
      return row.parent ? once({ target_object: row.parent.object, target_record_id: row.parent.record_id }) : [];
    default:
      return row.values[def.slug] ?? [];
  }
}

export function choiceOf(def: AttributeDef, body: ValueBody): ChoiceDef | undefined {
  return def.choices.find((each) => each.id === body['choice_id']);
}
