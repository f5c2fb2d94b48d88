import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AREA_TABLES } from '../../generate/contract/areas.js';
import { jobDefinitions } from '../../generate/jobs.js';
import { dayOf } from '../../src/common/day.js';
import { Database, withinProjects } from '../../src/database/index.js';
import { AREAS, JobRegistry } from '../../src/jobs/index.js';
import type { AnyJobDefinition, JobContext } from '../../src/jobs/job-definition.js';
import { ProjectsRemovalRepository } from '../../src/removal/projects-removal.repository.js';
import { contextOf } from '../support/job-context.js';
import { statementsOf } from '../support/statements.js';
import { syncedApp } from '../support/synced-app.js';

const REPOSITORY = 'acme/site';
const app = syncedApp(['chatwoot', 'linear', 'attio', 'github'], { GITHUB_REPOSITORIES: REPOSITORY });
const DAY_MS = 86_400_000;
const PAYLOADS: Readonly<Record<string, Record<string, unknown>>> = {
  kag_snapshots_refresh: { from: dayOf(new Date(Date.now() - 7 * DAY_MS)) },
  chatwoot_reread: { refs: ['conversation:1', 'contact:1', 'inboxes'] },
};

const registry = () => app.server.app.get(JobRegistry, { strict: false });

/** In the order in which one finds what another leaves. */
const ORDER = ['_sync', 'embeddings', 'signals', 'daily_pipeline', 'snapshots', 'backfill', 'signatures', 'forecast'];
const placeOf = ({ type }: AnyJobDefinition) => {
  const place = ORDER.findIndex((part) => type.includes(part));
  return place === -1 ? ORDER.length : place;
};
const inOrder = () => jobDefinitions().sort((a, b) => placeOf(a) - placeOf(b));

interface Seen {
  reads: string[];
  writes: string[];
  starts: string[];
}

beforeAll(() => {
  app.sandbox.github.addRepository(REPOSITORY);
  app.sandbox.github.addIssue(REPOSITORY, { title: 'The page is slow' });
});

describe('jobs', () => {
  const measured = new Map<string, Seen>();

  beforeEach(async () => {
    if (measured.size > 0) return;
    for (const { type } of inOrder()) measured.set(type, await measure(registry().get(type)));
  }, 120_000);

  it('are those that docs/contract/jobs.md tells of, as they are declared', () => {
    const facts = ({ type, title, cadenceSeconds, timeoutSeconds, reads, writes, feature }: AnyJobDefinition) =>
      [type, title, cadenceSeconds, timeoutSeconds, [...reads].sort(), [...writes].sort(), feature ?? null] as const;
    const byType = (all: AnyJobDefinition[]) => new Map(all.map((job) => [job.type, facts(job)]));
    expect(byType(registry().all())).toEqual(byType(jobDefinitions()));
  });

  it.each(jobDefinitions().map(({ type }) => [type]))('%s touches nothing but its areas', (type) => {
    const { reads, writes, starts } = measured.get(type)!;
    const job = registry().get(type);
    expect({ type, reads: areasOf(reads).filter((area) => ![...job.reads, ...job.writes].includes(area)) }).toEqual({
      type,
      reads: [],
    });
    expect({ type, writes: areasOf(writes).filter((area) => !job.writes.includes(area)) }).toEqual({
      type,
      writes: [],
    });
    const declared = [...(job.followUps ?? []), ...(job.starts ?? [])];
    expect({ type, starts: starts.filter((one) => !declared.includes(one)) }).toEqual({ type, starts: [] });
  });

  it('do what they declare, the more of them the more there is to do', () => {
    const idle = [...measured].filter(([, { reads, writes }]) => reads.length + writes.length === 0);
    expect(idle.map(([type]) => type)).toEqual(['kag_recommendations_phrasing', 'kag_second_opinions']);
    expect(areasOf([...measured.values()].flatMap(({ writes }) => writes)).length).toBeGreaterThan(12);
  });
});

describe('areas', () => {
  it('have each table of projects in one place, and none that is not there', async () => {
    const tables = AREAS.flatMap((area) => [...AREA_TABLES[area]]);
    expect(tables.filter((table, at) => tables.indexOf(table) !== at)).toEqual([]);
    const { database } = app.server.db;
    const tenants = await new ProjectsRemovalRepository(database).tables();
    expect(tenants.filter((table) => !tables.includes(table))).toEqual([]);
    const names = await tableNames();
    expect(tables.filter((table) => !names.includes(table))).toEqual([]);
  });
});

const areasOf = (tables: readonly string[]) =>
  AREAS.filter((area) => AREA_TABLES[area].some((one) => tables.includes(one)));

async function tableNames(): Promise<string[]> {
  const rows = await app.server.app.get(Database).query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace
         AND relkind IN ('r', 'p') AND NOT relispartition`,
  );
  return rows.map(({ name }) => name);
}

/** Does the job for the project by itself, without the queue. */
async function measure(job: AnyJobDefinition): Promise<Seen> {
  const starts: string[] = [];
  const context: JobContext = {
    ...contextOf(app.projectId),
    payload: PAYLOADS[job.type] ?? {},
    followUp: (type) => void starts.push(type),
    runChild: async (type) => {
      starts.push(type);
      return { runId: 'none', ok: true, result: {} };
    },
  };
  const statements = await statementsOf(() =>
    withinProjects([app.projectId], async () => {
      const result = job.runTogether ? (await job.runTogether([context])).get(app.projectId) : await job.run(context);
      if (result instanceof Error) throw result;
    }),
  );
  const names = await tableNames();
  const named = (pattern: RegExp) =>
    [
      ...new Set(
        kept(statements).flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name!.toLowerCase())),
      ),
    ].filter((name) => names.includes(name));
  return {
    reads: named(/\b(?:FROM|JOIN|USING)\s+(\w+)/gi),
    writes: named(/\b(?:INSERT INTO|DELETE FROM|UPDATE)\s+(\w+)/gi),
    starts,
  };
}

/** Without what was taken back. */
function kept(statements: readonly string[]): string[] {
  const left: string[] = [];
  let begun = 0;
  for (const text of statements) {
    if (/^(BEGIN|START TRANSACTION)/i.test(text)) begun = left.length;
    if (/^ROLLBACK/i.test(text)) left.splice(begun);
    else left.push(text);
  }
  return left;
}
