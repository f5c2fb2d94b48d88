import { isRecord } from '../http/exchange.js';
import { namedType } from './graphql/ast.js';
import type { InputType, Schema } from './graphql/schema.js';
import { valueOf } from './model.js';
import type { LinearWorld } from './world.js';

type Given = Record<string, unknown>;

/** Decides whether rows fit one of the schema's filters: the filter's own type says what each of its keys means. */
export class Filter {
  constructor(
    private readonly schema: Schema,
    private readonly world: LinearWorld,
  ) {}

  /** @returns whether the row fits; `typeName` is the filter's, as IssueFilter */
  fits(typeName: string, filter: Given, row: unknown): boolean {
    const type = this.schema.get(typeName) as InputType;
    const entity = typeName.replace(/^Nullable/, '').replace(/(Collection)?Filter$/, '');
    return Object.entries(filter).every(([key, given]) => {
      if (given === undefined) return true;
      if (key === 'and') return (given as Given[]).every((each) => this.fits(typeName, each, row));
      if (key === 'or') return (given as Given[]).some((each) => this.fits(typeName, each, row));
      if (key === 'null') return (row === null) === given;
      if (row === null || !isRecord(given)) return false;
      const field = type.fields[key];
      return field !== undefined && this.value(namedType(field.type), given, valueOf(entity, key, row, this.world));
    });
  }

  private value(typeName: string, given: Given, value: unknown): boolean {
    if (typeName.endsWith('Comparator')) return compare(given, value);
    if (typeName.endsWith('CollectionFilter')) return this.list(typeName, given, value as unknown[]);
    // A row that is not there fits nothing but a question for its absence.
    return value !== null || typeName.startsWith('Nullable') ? this.fits(typeName, given, value) : false;
  }

  /** What is asked of a list without `every` has to be true of one row of it. */
  private list(typeName: string, given: Given, rows: unknown[]): boolean {
    const { every, some, length, ...rest } = given;
    const one = typeName.replace('Collection', '');
    const { and, or, ...direct } = rest;
    return (
      (!isRecord(every) || rows.every((row) => this.fits(one, every, row))) &&
      (!isRecord(some) || rows.some((row) => this.fits(one, some, row))) &&
      (!isRecord(length) || compare(length, rows.length)) &&
      (!Array.isArray(and) || and.every((each: Given) => this.list(typeName, each, rows))) &&
      (!Array.isArray(or) || or.some((each: Given) => this.list(typeName, each, rows))) &&
      (Object.keys(direct).length === 0 || rows.some((row) => this.fits(one, direct, row)))
    );
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const lower = (value: unknown): string => text(value).toLowerCase();
const below = (a: unknown, b: unknown): boolean => (a as number) < (b as number);

const TESTS: Record<string, (value: unknown, wanted: unknown) => boolean> = {
  eq: (value, wanted) => value === wanted,
  neq: (value, wanted) => value !== wanted,
  in: (value, wanted) => (wanted as unknown[]).includes(value),
  nin: (value, wanted) => !(wanted as unknown[]).includes(value),
  null: (value, wanted) => (value === null) === wanted,
  lt: (value, wanted) => value !== null && below(value, wanted),
  lte: (value, wanted) => value !== null && !below(wanted, value),
  gt: (value, wanted) => value !== null && below(wanted, value),
  gte: (value, wanted) => value !== null && !below(value, wanted),
  contains: (value, wanted) => text(value).includes(text(wanted)),
  notContains: (value, wanted) => !text(value).includes(text(wanted)),
  startsWith: (value, wanted) => text(value).startsWith(text(wanted)),
  notStartsWith: (value, wanted) => !text(value).startsWith(text(wanted)),
  endsWith: (value, wanted) => text(value).endsWith(text(wanted)),
  notEndsWith: (value, wanted) => !text(value).endsWith(text(wanted)),
  containsIgnoreCase: (value, wanted) => lower(value).includes(lower(wanted)),
  notContainsIgnoreCase: (value, wanted) => !lower(value).includes(lower(wanted)),
  startsWithIgnoreCase: (value, wanted) => lower(value).startsWith(lower(wanted)),
  eqIgnoreCase: (value, wanted) => lower(value) === lower(wanted),
  neqIgnoreCase: (value, wanted) => lower(value) !== lower(wanted),
};

/** All that is asked has to be true. A comparison with null is left out, as if it were not there. */
function compare(given: Given, value: unknown): boolean {
  return Object.entries(given).every(([name, wanted]) => {
    if (wanted === undefined || (wanted === null && name !== 'eq' && name !== 'neq')) return true;
    return TESTS[name]?.(value, wanted) ?? false;
  });
}
