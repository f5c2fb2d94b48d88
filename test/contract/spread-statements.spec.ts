import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

/**
 * Rules for statements about projects' rows, so that these can be spread over several servers by their project
 * (docs/decisions/0005-one-postgresql-first.md). A database that spreads rows, such as Citus, refuses what breaks them.
 */
const SOURCES = join(import.meta.dirname, '../../src');
/** Tables whose rows belong to no project. */
const OF_NO_PROJECT = ['connector_rate_budgets', 'last_writes'];
/** What says something else each time that it is asked, on each server. */
const CHANGING = /\b(?:now|random|gen_random_uuid|(?:clock|statement|transaction)_timestamp)\(\)/;

interface Upsert {
  table: string;
  /** What is inserted. */
  insert: string;
  /** What is done instead, with its condition. */
  update: string;
  set: string;
}

/** The upserts of a source. */
const upsertsOf = (source: string): Upsert[] =>
  [
    ...source.matchAll(
      /INSERT INTO ([\w$.{}]+)((?:(?!INSERT INTO)[^`])*?)DO UPDATE\s+SET(([^`]*?)(?=RETURNING|\bWHERE\b|`)[^`]*?)(?=RETURNING|`)/g,
    ),
  ].map(([, table = '', insert = '', update = '', set = '']) => ({ table, insert, update, set }));

/** Tables of upserts in a source whose update calls what changes. */
const changingUpserts = (source: string): string[] =>
  upsertsOf(source)
    .filter(({ table, set }) => CHANGING.test(set) && !OF_NO_PROJECT.includes(table))
    .map(({ table }) => table);

/**
 * Tables of upserts in a source that insert what a SELECT finds and whose update takes parameters: rows that were found
 * go to the server of their project without them.
 */
const parametersAside = (source: string): string[] =>
  upsertsOf(source)
    .filter(({ insert, update }) => /\bSELECT\b/.test(insert) && /\$\d/.test(update))
    .map(({ table }) => table);

const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('spec.ts'))
  .map((path) => ({ path, text: readFileSync(join(SOURCES, path), 'utf8') }));

describe('an update in place of an insert', () => {
  it('takes times from the row that was to be inserted', () => {
    expect(sources.filter(({ text }) => text.includes('DO UPDATE')).length).toBeGreaterThan(15);
    expect(sources.flatMap(({ path, text }) => changingUpserts(text).map((table) => `${path}: ${table}`))).toEqual([]);
  });

  it('takes what it is given from that row, where rows are found by a SELECT', () => {
    expect(sources.flatMap(({ path, text }) => parametersAside(text).map((table) => `${path}: ${table}`))).toEqual([]);
  });

  it.each([
    ['`INSERT INTO a (x) VALUES ($1) ON CONFLICT (x) DO UPDATE SET y = 1, updated_at = now()`', ['a']],
    ['`INSERT INTO a (x) VALUES ($1) ON CONFLICT (x) DO UPDATE SET id = gen_random_uuid() RETURNING x`', ['a']],
    ['`INSERT INTO a (x) VALUES (now()) ON CONFLICT (x) DO UPDATE SET y = excluded.y`', []],
    ['`INSERT INTO connector_rate_budgets (x) VALUES (1) ON CONFLICT (x) DO UPDATE SET y = now()`', []],
    ['`INSERT INTO a VALUES (1) ON CONFLICT (x) DO UPDATE\n SET y = 1 WHERE z < now()`', []],
  ])('is looked at as it is written: %s', (text, found) => expect(changingUpserts(text)).toEqual(found));

  it.each([
    ['`INSERT INTO a (x) SELECT $1 ON CONFLICT (x) DO UPDATE SET y = $2`', ['a']],
    ['`INSERT INTO a (x) SELECT $1 ON CONFLICT (x) DO UPDATE SET y = excluded.y WHERE a.y = $2 RETURNING x`', ['a']],
    ['`INSERT INTO a (x) SELECT $1 ON CONFLICT (x) DO UPDATE SET y = excluded.y RETURNING x = $1`', []],
    ['`INSERT INTO a (x) VALUES ($1) ON CONFLICT (x) DO UPDATE SET y = $2`', []],
  ])('has its parameters looked for as it is written: %s', (text, found) =>
    expect(parametersAside(text)).toEqual(found),
  );
});
