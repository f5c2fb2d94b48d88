import { isRecord } from '../http/exchange.js';
import { hashText } from '../random.js';
import type { AttributeDef } from './attributes.js';
import { type Path, readPath, valuesAtPath } from './filter.js';
import { invalid } from './problems.js';
import { readValues } from './read-values.js';
import type { StoredValue, ValueRow } from './records.js';
import type { Owner } from './schema.js';
import type { AttioWorld } from './world.js';

type Key = string | number | undefined;

interface Sort {
  sign: 1 | -1;
  key: (row: ValueRow) => Key;
}

/**
 * @param fingerprint what the order without a sort depends on
 * @param tie what the order of rows with equal keys depends on
 */
export function sortRows(
  world: AttioWorld,
  owner: Owner,
  rows: ValueRow[],
  sorts: unknown,
  shuffle: { fingerprint: string; tie: string },
): ValueRow[] {
  const plan = readSorts(world, owner, sorts);
  const salt = plan.length === 0 ? shuffle.fingerprint : shuffle.tie;
  const keyed = rows.map((row) => ({ row, keys: plan.map((sort) => sort.key(row)), last: hashText(row.id + salt) }));
  keyed.sort((a, b) => {
    for (const [index, { sign }] of plan.entries()) {
      const [left, right] = [a.keys[index], b.keys[index]];
      if (left === right) continue;
      // Rows without a value come last in either direction.
      if (left === undefined) return 1;
      if (right === undefined) return -1;
      return left < right ? -sign : sign;
    }
    return a.last - b.last;
  });
  return keyed.map((each) => each.row);
}

function readSorts(world: AttioWorld, owner: Owner, sorts: unknown): Sort[] {
  if (sorts === undefined || sorts === null) return [];
  if (!Array.isArray(sorts)) throw invalid('sorts must be a list.');
  return sorts.map((sort: unknown): Sort => {
    if (!isRecord(sort)) throw invalid('A sort must be an object.');
    const { direction, attribute, field } = sort;
    if (direction !== 'asc' && direction !== 'desc') throw invalid('A sort needs a direction, asc or desc.');
    const { steps, last } = pathOf(world, owner, sort['path'], attribute);
    const values = (row: ValueRow): StoredValue[] =>
      steps.length === 0 ? readValues(world, row, last) : valuesAtPath(world, row, steps, last);
    return { sign: direction === 'asc' ? 1 : -1, key: (row) => keyOf(last, values(row)[0], field) };
  });
}

function pathOf(world: AttioWorld, owner: Owner, path: unknown, attribute: unknown): Path {
  if (path !== undefined) return readPath(world, owner, path);
  const def = typeof attribute === 'string' ? world.schema.attribute(owner, attribute) : undefined;
  if (!def || def.archived) throw invalid(`Unknown attribute ${JSON.stringify(attribute)} in sorts.`);
  return { steps: [], last: def };
}

const USUAL: Partial<Record<AttributeDef['type'], string>> = {
  currency: 'currency_value',
  'personal-name': 'full_name',
  'email-address': 'email_address',
  'phone-number': 'phone_number',
  domain: 'domain',
  location: 'locality',
  'record-reference': 'target_record_id',
  'actor-reference': 'referenced_actor_id',
  interaction: 'interacted_at',
};

function keyOf(def: AttributeDef, value: StoredValue | undefined, field: unknown): Key {
  if (!value) return undefined;
  // Statuses and options sort as they stand in their pipeline.
  if (def.choices.length > 0) return def.choices.findIndex((each) => each.id === value.body['choice_id']);
  const key = value.body[typeof field === 'string' ? field : (USUAL[def.type] ?? 'value')];
  if (typeof key === 'string') return key.toLowerCase();
  return typeof key === 'number' ? key : typeof key === 'boolean' ? Number(key) : undefined;
}
