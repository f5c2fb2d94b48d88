import { isRecord } from '../http/exchange.js';
import { valuesTest } from './conditions.js';
import { badFilter } from './problems.js';
import { readValues } from './read-values.js';
import type { AttributeDef } from './attributes.js';
import type { StoredValue, ValueRow } from './records.js';
import type { Owner } from './schema.js';
import type { AttioWorld } from './world.js';

export type RowTest = (row: ValueRow) => boolean;

/**
 * @param filter attributes with conditions, all of which must hold; $and, $or, $not; or a path to a related record
 * @returns the test it stands for
 * @throws 400 filter_error
 */
export function rowTest(world: AttioWorld, owner: Owner, filter: unknown): RowTest {
  if (!isRecord(filter)) throw badFilter('A filter must be an object.');
  if ('path' in filter) return pathTest(world, owner, filter);
  const nested = (value: unknown): RowTest => rowTest(world, owner, value);
  const tests = Object.entries(filter).map(([key, value]): RowTest => {
    if (key === '$not') {
      const test = nested(value);
      return (row) => !test(row);
    }
    if (key === '$and' || key === '$or') {
      if (!Array.isArray(value)) throw badFilter(`${key} takes a list of filters.`);
      const parts = value.map(nested);
      return key === '$and' ? (row) => parts.every((test) => test(row)) : (row) => parts.some((test) => test(row));
    }
    if (key.startsWith('$')) throw badFilter(`Unknown operator ${key}.`);
    const def = attributeOf(world, owner, key);
    const test = valuesTest(def, value);
    return (row) => test(readValues(world, row, def));
  });
  return (row) => tests.every((test) => test(row));
}

function attributeOf(world: AttioWorld, owner: Owner, name: string): AttributeDef {
  const def = world.schema.attribute(owner, name);
  if (!def || def.archived) throw badFilter(`Unknown attribute slug "${name}".`);
  return def;
}

function pathTest(world: AttioWorld, owner: Owner, filter: Record<string, unknown>): RowTest {
  const { steps, last } = readPath(world, owner, filter['path']);
  const test = valuesTest(last, filter['constraints']);
  return (row) => test(valuesAtPath(world, row, steps, last));
}

export interface Path {
  steps: AttributeDef[];
  last: AttributeDef;
}

/** @throws 400 filter_error when the path does not begin at the owner or leaves its references */
export function readPath(world: AttioWorld, owner: Owner, path: unknown): Path {
  const segments = Array.isArray(path) ? (path as unknown[]) : [];
  const defs: AttributeDef[] = [];
  let here: Owner | undefined = owner;
  for (const segment of segments) {
    const [place, name]: unknown[] = Array.isArray(segment) ? segment : [];
    if (typeof place !== 'string' || typeof name !== 'string') break;
    if (!here || (here.slug !== place && here.id !== place)) throw badFilter(`The path does not lead to "${place}".`);
    const def: AttributeDef = attributeOf(world, here, name);
    defs.push(def);
    here = def.target === null ? undefined : world.schema.object(def.target);
  }
  const last = defs.pop();
  if (!last || defs.length + 1 !== segments.length) throw badFilter('A path is a list of [object, attribute] pairs.');
  return { steps: defs, last };
}

export function valuesAtPath(
  world: AttioWorld,
  row: ValueRow,
  steps: AttributeDef[],
  last: AttributeDef,
): StoredValue[] {
  let rows: ValueRow[] = [row];
  for (const def of steps) {
    rows = rows.flatMap((each) =>
      readValues(world, each, def).flatMap((value) => {
        const target = world.tables.records.get(String(value.body['target_record_id']));
        return target ? [target] : [];
      }),
    );
  }
  return rows.flatMap((each) => readValues(world, each, last));
}
