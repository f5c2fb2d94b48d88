import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import type { Database } from '../database/index.js';
import { ScopeActivityRepository } from './scope-activity.repository.js';

const NOW = Date.parse('2026-03-31T12:00:00.000Z');
const DAY = 86_400_000;

let db: TestDatabase;
let statements = 0;
let scopes: ScopeActivityRepository;

beforeAll(async () => {
  db = await openTestDatabase();
  const counting = Object.create(db.database) as Database;
  counting.query = (text: string, parameters?: unknown[]) => {
    statements++;
    return db.database.query(text, parameters);
  };
  scopes = new ScopeActivityRepository(counting);
});
afterAll(() => db.close());

/** A scope with so many projects. */
async function newScope(projects: number): Promise<string[]> {
  const rows = await db.database.query<{ id: string }>(
    `WITH scope AS (INSERT INTO account_scopes (key, name) VALUES ($1, $1) RETURNING id)
     INSERT INTO projects (account_scope_id, name) SELECT id, $1 || n FROM scope, generate_series(1, $2::int) n RETURNING id`,
    [randomUUID(), projects],
  );
  return rows.map(({ id }) => id);
}

const happened = (project: string, daysAgo: readonly number[], type = 'note_logged', actor = 'team') =>
  db.database.run(
    `INSERT INTO kag_event_log (project_id, event_type, occurred_at, actor, source, payload_json, evidence_refs, dedupe_key)
     SELECT $1, $2, at, $3, 'attio', '{}', '[]', gen_random_uuid()::text FROM unnest($4::timestamptz[]) at`,
    [project, type, actor, daysAgo.map((days) => new Date(NOW - days * DAY))],
  );

/** An event a day, so many each, from one day ago back to another. */
const daily = (from: number, to: number, each = 1): number[] =>
  Array.from({ length: to - from }, (_, n) => Array<number>(each).fill(from + n + 0.5)).flat();

describe('the activity of a scope', () => {
  let mine: string;
  let others: string[];

  beforeEach(async () => {
    const projects = await newScope(3);
    [mine, ...others] = projects as [string, string, string];
    const [stranger] = await newScope(1);
    await happened(mine, daily(0, 35, 5));
    await happened(others[0]!, daily(0, 7));
    await happened(others[0]!, daily(7, 35, 2));
    await happened(others[1]!, daily(7, 35));
    await happened(stranger!, daily(0, 35, 9));
    await happened(others[1]!, daily(0, 35, 3), 'process_started', 'system');
    await happened(others[1]!, daily(0, 35, 3), 'client_silent_started', 'system');
  });

  it('is what the other projects of the scope did, without what the system notes', async () => {
    const of = await scopes.of([mine], [NOW]);
    expect(of(mine, NOW)).toEqual({ last_week: 7, usual_week: 7 * 3 });
  });

  it('is each project’s own others’, whichever are asked for together', async () => {
    const of = await scopes.of([mine, ...others], [NOW]);
    expect([mine, ...others].map((id) => of(id, NOW))).toEqual([
      { last_week: 7, usual_week: 21 },
      { last_week: 35, usual_week: 7 * (5 + 1) },
      { last_week: 42, usual_week: 7 * (5 + 2) },
    ]);
    expect((await scopes.of([others[1]!], [NOW]))(others[1]!, NOW)).toEqual({ last_week: 42, usual_week: 49 });
  });

  it('tells any moment as it was, and nothing later', async () => {
    const moments = [NOW - 14 * DAY, NOW - 7 * DAY, NOW - 6.9 * DAY, NOW];
    const of = await scopes.of([mine], moments);
    for (const moment of moments) expect(of(mine, moment)).toEqual((await scopes.of([mine], [moment]))(mine, moment));
    expect(of(mine, NOW - 7 * DAY)).toEqual({ last_week: 21, usual_week: (21 * 3) / 4 });
    const before = { ...of(mine, NOW - 7 * DAY) };
    await happened(others[1]!, [6.99]);
    expect((await scopes.of([mine], moments))(mine, NOW - 7 * DAY)).toEqual(before);
    await happened(others[1]!, [7]);
    expect((await scopes.of([mine], moments))(mine, NOW - 7 * DAY).last_week).toBe(before.last_week + 1);
  });

  it('costs one statement, however many projects and days', async () => {
    const projects = await newScope(60);
    statements = 0;
    await scopes.of([mine, ...projects], [NOW]);
    expect(statements).toBe(1);
    await scopes.of(
      [mine, ...projects],
      Array.from({ length: 60 }, (_, day) => NOW - day * DAY),
    );
    expect(statements).toBe(2);
  });

  it('is none of a project that is alone', async () => {
    const [alone] = await newScope(1);
    await happened(alone!, daily(0, 35));
    expect((await scopes.of([alone!], [NOW]))(alone!, NOW)).toEqual({ last_week: 0, usual_week: 0 });
  });
});
