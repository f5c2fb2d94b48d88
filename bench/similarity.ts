import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import type { Config } from '../src/config/index.js';
import { migrate } from '../src/database/index.js';
import { OnsetsRepository } from '../src/kag-snapshots/onsets.repository.js';
import { CaseOutcomesRepository } from '../src/similarity/case-outcomes.repository.js';
import { CasePools } from '../src/similarity/case-pools.js';
import { CasePool, type CaseWindow } from '../src/similarity/domain/case-pool.js';
import { BUDGET_BANDS, DEAL_STAGES, PROJECT_TYPES } from '../src/similarity/domain/context.js';
import { CHANGE_KEYS, LEVEL_KEYS } from '../src/similarity/domain/vector.js';
import { SignaturesRepository } from '../src/similarity/signatures.repository.js';
import { SimilarCases } from '../src/similarity/similar-cases.js';
import { plainTop } from '../test/support/plain-similarity.js';
import { seededRandom, type Random } from '../sandbox/random.js';
import type { Cleanups } from './cleanups.js';
import { BareDatabase, type BenchDatabase } from './database.js';
import { figure, repeat, type Figure } from './stats.js';

const PROJECTS = 1_000;
const WEEKS = 10;
const WINDOW_DAYS = 14;
const TOP_K = 5;
const QUERIES = 200;
const PLAIN_QUERIES = 10;
const ROUNDS = 5;
const BUDGET_MS = 20_000;
const EVENT_TYPES = 22;

/** Top 5 of one project among 10,000 windows of one scope: in memory, by brute force, and from the database on. */
export async function benchSimilarity(
  database: BenchDatabase,
  config: Config,
  cleanups: Cleanups,
  say: (line: string) => void,
): Promise<Figure[]> {
  say(`similar cases: ${PROJECTS * WEEKS} windows`);
  await database.renew();
  await migrate(database.url);
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  cleanups.add(() => pool.end());
  const bare = new BareDatabase(pool);
  const signatures = new SignaturesRepository(bare);
  const ids = await fill(bare, signatures);
  const [scope] = await bare.query<{ id: string }>('SELECT account_scope_id AS id FROM projects LIMIT 1');
  const windows = [...(await signatures.windowsOf([scope?.id ?? ''], WINDOW_DAYS)).values()].flatMap((each) => [
    ...each.windows,
  ]);
  const afresh = () =>
    new SimilarCases(new CasePools(signatures), new CaseOutcomesRepository(bare), new OnsetsRepository(bare), config);

  const encode: number[] = [];
  const quick: number[] = [];
  const plain: number[] = [];
  const read: number[] = [];
  const kept: number[] = [];
  const all: number[] = [];
  await repeat(ROUNDS, BUDGET_MS, async () => {
    timed(encode, () => new CasePool(windows));
  });
  const cases = new CasePool(windows);
  for (const id of ids.slice(0, QUERIES)) timed(quick, () => cases.top(id, TOP_K));
  for (const id of ids.slice(0, PLAIN_QUERIES)) {
    const expected = timed(plain, () => plainTop(windows, id, TOP_K));
    if (!isDeepStrictEqual(cases.top(id, TOP_K), expected)) throw new Error('the two ways differ');
  }
  const from = async (samples: number[], similar: SimilarCases, projects: readonly string[]) => {
    const started = performance.now();
    await similar.top(projects, WINDOW_DAYS, TOP_K);
    samples.push(performance.now() - started);
  };
  await repeat(ROUNDS * 2, BUDGET_MS, (round) => from(read, afresh(), ids.slice(round, round + 1)));
  const similar = afresh();
  await similar.top(ids.slice(0, 1), WINDOW_DAYS, TOP_K);
  await repeat(QUERIES, BUDGET_MS, (round) => from(kept, similar, ids.slice(round, round + 1)));
  await repeat(ROUNDS, BUDGET_MS, () => from(all, similar, ids));
  const group = `Similar cases: top ${TOP_K} among ${(PROJECTS * WEEKS).toLocaleString('en-US')} windows`;
  return [
    figure(group, 'laying the windows out in memory', 'ms', encode),
    figure(group, 'one project, windows laid out', 'ms', quick),
    figure(group, 'the same by brute force over sets of texts', 'ms', plain),
    figure(group, 'one project, windows read from the database', 'ms', read),
    figure(group, 'one project, windows kept and found unchanged there', 'ms', kept),
    figure(group, `${PROJECTS.toLocaleString('en-US')} projects at once, windows kept`, 'ms', all),
  ];
}

/** Ids of the projects; each has a window of every week. */
async function fill(bare: BareDatabase, signatures: SignaturesRepository): Promise<string[]> {
  const rows = await bare.query<{ id: string }>(
    `WITH scope AS (INSERT INTO account_scopes (key, name) VALUES ('bench', 'Bench') RETURNING id)
     INSERT INTO projects (account_scope_id, name) SELECT scope.id, 'Case ' || n FROM scope, generate_series(1, $1::int) AS n
     RETURNING id`,
    [PROJECTS],
  );
  const ids = rows.map(({ id }) => id);
  const random = seededRandom(11);
  for (let week = WEEKS; week > 0; week--) {
    const window_end = new Date(Date.UTC(2026, 2, 2) - week * 7 * 86_400_000).toISOString().slice(0, 10);
    await signatures.save(
      ids.map((project_id, i) => ({
        ...madeUp(random, project_id, window_end),
        window_days: WINDOW_DAYS,
        snapshots: WINDOW_DAYS,
        hash: `${week}-${i}`,
      })),
    );
  }
  await bare.query('ANALYZE case_signatures');
  return ids;
}

/** A window such as a busy project has: a third of its numbers at rest, some forty of the possible pairs. */
function madeUp(random: Random, project_id: string, window_end: string): CaseWindow {
  const eventType = () => `kind_of_event_${Math.floor(random.next() ** 2 * EVENT_TYPES)}`;
  return {
    project_id,
    window_end,
    vector: [
      ...LEVEL_KEYS.map(() => Math.max(0, random.next() * 1.5 - 0.5)),
      ...CHANGE_KEYS.map(() => random.next() * 0.6 - 0.3),
    ],
    pairs: [...new Set(Array.from({ length: random.int(20, 70) }, () => `${eventType()}>${eventType()}`))].sort(),
    context: {
      project_type: random.pick(PROJECT_TYPES),
      budget_band: random.pick(BUDGET_BANDS),
      deal_stage: random.pick(DEAL_STAGES),
    },
  };
}

function timed<T>(samples: number[], work: () => T): T {
  const started = performance.now();
  const result = work();
  samples.push(performance.now() - started);
  return result;
}
