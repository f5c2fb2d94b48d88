import { isDeepStrictEqual } from 'node:util';
import { DAY_MS } from '../../src/common/time-units.js';
import { migrate } from '../../src/database/index.js';
import { OnsetsRepository } from '../../src/kag-snapshots/onsets.repository.js';
import { CaseOutcomesRepository } from '../../src/similarity/case-outcomes.repository.js';
import { CasePools } from '../../src/similarity/case-pools.js';
import { CasePool, type CaseWindow } from '../../src/similarity/domain/case-pool.js';
import { BUDGET_BANDS, DEAL_STAGES, PROJECT_TYPES } from '../../src/similarity/domain/context.js';
import { CHANGE_KEYS, LEVEL_KEYS } from '../../src/similarity/domain/vector.js';
import { SignaturesRepository } from '../../src/similarity/signatures.repository.js';
import { SimilarCases } from '../../src/similarity/similar-cases.js';
import { plainTop } from '../../test/support/plain-similarity.js';
import { seededRandom, type Random } from '../../sandbox/random.js';
import { sizesOf, told, type Bench, type Measured } from '../bench.js';
import { figure } from '../figures/figure.js';
import { type BareDatabase, openBare } from '../servers/database.js';
import { repeat, timed } from '../timing.js';

const SIZES = {
  full: { projects: 1_000, queries: 200, plain: 10, rounds: 5, budgetMs: 20_000 },
  quick: { projects: 60, queries: 20, plain: 10, rounds: 2, budgetMs: 2_000 },
};
const WEEKS = 10;
const WINDOW_DAYS = 14;
const TOP_K = 5;
const EVENT_TYPES = 22;

/** Top 5 of one project among all windows of one scope: in memory, by brute force, and from the database on. */
export async function benchSimilarity(bench: Bench): Promise<Measured> {
  const { database, config, cleanups, say } = bench;
  const sizes = sizesOf(bench, SIZES);
  say(`similar cases: ${sizes.projects * WEEKS} windows`);
  await database.renew();
  await migrate(database.url);
  const bare = openBare(database, cleanups, 2);
  const signatures = new SignaturesRepository(bare);
  const ids = await fill(bare, signatures, sizes.projects);
  const [scope] = await bare.query<{ id: string }>('SELECT account_scope_id AS id FROM projects LIMIT 1');
  const windows = [...(await signatures.windowsOf([scope?.id ?? ''], WINDOW_DAYS)).values()].flatMap((each) => [
    ...each.windows,
  ]);
  const afresh = () =>
    new SimilarCases(new CasePools(signatures), new CaseOutcomesRepository(bare), new OnsetsRepository(bare), config);

  const layout: number[] = [];
  await repeat(sizes.rounds, sizes.budgetMs, () => timed(layout, async () => void new CasePool(windows)));
  const { quick, plain, differing } = await besidePlain(windows, ids, sizes);
  const read: number[] = [];
  const kept: number[] = [];
  const all: number[] = [];
  const top = (samples: number[], similar: SimilarCases, projects: readonly string[]) =>
    timed(samples, async () => void (await similar.top(projects, WINDOW_DAYS, TOP_K)));
  await repeat(sizes.rounds * 2, sizes.budgetMs, (round) => top(read, afresh(), ids.slice(round, round + 1)));
  const similar = afresh();
  await similar.top(ids.slice(0, 1), WINDOW_DAYS, TOP_K);
  await repeat(sizes.queries, sizes.budgetMs, (round) => top(kept, similar, ids.slice(round, round + 1)));
  await repeat(sizes.rounds, sizes.budgetMs, () => top(all, similar, ids));
  return {
    figures: [
      figure('similarity.layout', layout),
      figure('similarity.top', quick, { floor: plain }),
      figure('similarity.differing', [differing]),
      figure('similarity.read', read),
      figure('similarity.kept', kept),
      figure('similarity.all', all),
    ],
    facts: [['similar cases', `top ${TOP_K} among ${told(windows.length)} windows of ${told(ids.length)} projects`]],
  };
}

/** Milliseconds of both ways, and how many of the projects that both were asked for had different answers. */
async function besidePlain(
  windows: readonly CaseWindow[],
  ids: readonly string[],
  { queries, plain: compared }: { queries: number; plain: number },
) {
  const cases = new CasePool(windows);
  const [quick, plain]: [number[], number[]] = [[], []];
  for (const id of ids.slice(0, queries)) await timed(quick, async () => cases.top(id, TOP_K));
  let differing = 0;
  for (const id of ids.slice(0, compared)) {
    const expected = await timed(plain, async () => plainTop(windows, id, TOP_K));
    if (!isDeepStrictEqual(cases.top(id, TOP_K), expected)) differing++;
  }
  return { quick, plain, differing };
}

/** Ids of the projects; each has a window of every week. */
async function fill(bare: BareDatabase, signatures: SignaturesRepository, projects: number): Promise<string[]> {
  const rows = await bare.query<{ id: string }>(
    `WITH scope AS (INSERT INTO account_scopes (key, name) VALUES ('bench', 'Bench') RETURNING id)
     INSERT INTO projects (account_scope_id, name) SELECT scope.id, 'Case ' || n FROM scope, generate_series(1, $1::int) AS n
     RETURNING id`,
    [projects],
  );
  const ids = rows.map(({ id }) => id);
  const random = seededRandom(11);
  for (let week = WEEKS; week > 0; week--) {
    const window_end = new Date(Date.UTC(2026, 2, 2) - week * 7 * DAY_MS).toISOString().slice(0, 10);
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
