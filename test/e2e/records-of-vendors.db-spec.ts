import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { declaredRecords } from '../support/declared-records.js';
import { newProject } from '../support/search-parts.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { IssuesRepository } from '../../src/connectors/issues/issues.repository.js';
import type { Database } from '../../src/database/index.js';
import { ProjectEndsRepository } from '../../src/kag-signals/project-ends.repository.js';
import { DayCountsRepository } from '../../src/kag-snapshots/day-counts.repository.js';
import { WindowFactsRepository } from '../../src/similarity/window-facts.repository.js';

const NOW = new Date('2026-02-10T00:00:00Z');

let db: TestDatabase;
let projects: string[];
/** Keeps how PostgreSQL goes about each statement, and sends none. */
let plans: string[];
let explained: Database;

beforeAll(async () => {
  db = await openTestDatabase();
  const explain = async (sql: string, parameters: unknown[]) => {
    const rows = await db.database.query<Record<string, string>>(`EXPLAIN ${sql}`, parameters);
    plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
    return [];
  };
  explained = { query: explain, distributed: () => Promise.resolve(false) } as unknown as Database;
  projects = [];
  for (let n = 0; n < 40; n++) projects.push(await newProject(db));
  for (const table of ['linear_issues_raw', 'github_issues_raw', 'attio_opportunities_raw']) await fill(table);
});
afterAll(() => db.close());

/** Three hundred rows of each project, by what the table asks for. */
async function fill(table: string): Promise<void> {
  const needed = await db.database.query<{ name: string; type: string }>(
    `SELECT column_name AS name, data_type AS type FROM information_schema.columns
     WHERE table_name = $1 AND is_nullable = 'NO' AND column_default IS NULL AND column_name <> 'project_id'`,
    [table],
  );
  const values: Record<string, string> = {
    text: `n::text`,
    integer: 'n',
    boolean: 'false',
    jsonb: `'[]'`,
    'timestamp with time zone': `timestamptz '2026-01-01' + n * interval '1 minute'`,
  };
  await db.database.run(
    `INSERT INTO ${table} (project_id, ${needed.map(({ name }) => name).join()})
     SELECT p, ${needed.map(({ type }) => values[type]).join()} FROM unnest($1::uuid[]) p, generate_series(1, 300) n`,
    [projects],
  );
  await db.database.run(`ANALYZE ${table}`);
}

const planOf = async (ask: () => Promise<unknown>): Promise<string> => {
  plans = [];
  await ask();
  return plans.join('\n');
};

it('a page of issues is taken from the indexes of all vendors, in their order', async () => {
  const issues = new IssuesRepository(explained, declaredRecords());
  const all = { state: 'all', overdue: false, blocked: false } as const;
  for (const after of [null, '7']) {
    const plan = await planOf(() => issues.list(projects[0] ?? '', all, '2026-02-10', 20, after));
    expect(plan).toContain('Merge Append');
    expect(plan).toContain('ix_linear_issues_raw_listed');
    expect(plan).toContain('ix_github_issues_raw_listed');
    expect(plan).not.toContain('Seq Scan');
  }
});

it('what is counted or looked up of a few projects is found by their indexes', async () => {
  const records = declaredRecords();
  const project_id = projects[0] ?? '';
  const days = [{ project_id, day: '2026-02-10', as_of: NOW }];
  for (const ask of [
    () => new IssuesRepository(explained, records).counts(project_id, '2026-02-10'),
    () => new DayCountsRepository(explained, records).of(days),
    () => new ProjectEndsRepository(explained, records).at([project_id], [NOW]),
    () => new WindowFactsRepository(explained, records).circumstances([{ project_id, until: NOW }]),
  ]) {
    const plan = await planOf(ask);
    expect(plan).not.toMatch(/Seq Scan on (linear|github|attio)_/);
    expect(plan).toMatch(/Index (Only )?Scan|Bitmap/);
  }
});
