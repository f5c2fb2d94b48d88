import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { known, messageRef } from '../../test/builders/recommendations.js';
import { actionsOn, recommendationsOn } from '../../test/support/recommending.js';
import { newProject } from '../../test/support/search-parts.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { SystemClock } from '../common/clock.js';
import type { SignalKey } from '../kag-signals/index.js';
import { versionOf } from './domain/decided.js';
import { mayMove, STATUSES, type Status } from './domain/lifecycle.js';
import type { Category } from './domain/recommendation.js';
import type { Recommendation } from './recommendation.entity.js';
import type { RecommendationReach } from './reached-recommendations.repository.js';
import type { RecommendationActions } from './recommendation-actions.service.js';
import type { RecommendationsService } from './recommendations.service.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Of reasons that can hold one without the other: the signal that brings each about, and where it opens. */
const CONDITIONS = {
  waiting_on_client: ['waiting_on_client_days', 2],
  answer_the_client: ['waiting_on_us_hours', 16],
  delivery_risk: ['stage_overdue', 2.5],
} satisfies Partial<Record<Category, [SignalKey, number]>>;
type Condition = keyof typeof CONDITIONS;
const CATEGORIES = Object.keys(CONDITIONS) as Condition[];

let db: TestDatabase;
let now: Date;
let refreshes: RecommendationsService;
let actions: RecommendationActions;

beforeAll(async () => {
  db = await openTestDatabase();
  refreshes = recommendationsOn(db.database);
  actions = actionsOn(db.database, Object.assign(new SystemClock(), { now: () => now }));
});
afterAll(() => db.close());

/** What is known while these reasons hold, as strongly as ever, with figures that are never twice the same. */
const knownWhile = (holding: readonly Condition[], figure: number) =>
  known({
    signals: {
      ...Object.fromEntries(holding.map((category) => [CONDITIONS[category][0], CONDITIONS[category][1]])),
      response_time_median: figure,
    },
    evidence: Object.fromEntries(
      holding.map((category) => [CONDITIONS[category][0], [messageRef(figure), messageRef(figure + 1)]]),
    ),
  });

const stored = (projectId: string): Promise<Recommendation[]> =>
  db.database.query<Recommendation>(
    `SELECT *, to_char(due_date, 'YYYY-MM-DD') AS due_date, to_char(snoozed_until, 'YYYY-MM-DD') AS snoozed_until
     FROM recommendations_v2 WHERE project_id = $1 ORDER BY created_at, category`,
    [projectId],
  );

/** What belongs to an episode or to people: a refresh changes it only where it opens what was put away. */
const kept = ({ id, category, created_at, episode_started_at, helpful_feedback, ...row }: Recommendation) => ({
  ...{ id, category, created_at, episode_started_at, helpful_feedback },
  ...{ acknowledged_at: row.acknowledged_at, assignee: row.assignee },
});

/** A refresh may begin, go on with, pause and end episodes, wake what slept long enough, and nothing else. */
function expectRefreshed(
  before: readonly Recommendation[],
  after: readonly Recommendation[],
  holding: readonly Condition[],
) {
  const rows = new Map(after.map((row) => [row.id, row]));
  const today = now.toISOString().slice(0, 10);
  for (const was of before) {
    const is = rows.get(was.id);
    if (!is || was.episode_ended_at !== null) {
      expect(is).toEqual(was);
      continue;
    }
    expect(kept(is)).toEqual(kept(was));
    const isOver = was.condition_gone_since !== null && now.getTime() - was.condition_gone_since.getTime() >= 2 * DAY;
    expect(is.episode_ended_at !== null).toBe(isOver);
    const wakes = was.status === 'snoozed' && (was.snoozed_until ?? '') <= today && holds(was, holding);
    const expires = isOver && ['new', 'snoozed'].includes(was.status);
    expect(is.status).toBe(expires ? 'expired' : wakes && !isOver ? 'new' : was.status);
    expect(is.reopened_reason).toBe(wakes && !isOver ? 'snooze_over' : was.reopened_reason);
    if (is.due_date !== was.due_date) expect([wakes, is.due_date > was.due_date]).toEqual([true, true]);
  }
  const begun = after.filter(({ id }) => before.every((was) => was.id !== id));
  for (const { status, category, episode_ended_at } of begun)
    expect([status, episode_ended_at, holding.includes(category as Condition)]).toEqual(['new', null, true]);
  const open = after.filter(({ episode_ended_at }) => episode_ended_at === null);
  expect(new Set(open.map(({ category }) => category)).size).toBe(open.length);
  const held = open.filter(({ condition_gone_since }) => condition_gone_since === null).map(({ category }) => category);
  const resting = (category: Condition) =>
    after.some((one) => one.category === category && now.getTime() - (one.episode_ended_at?.getTime() ?? 0) < 7 * DAY);
  expect(held.sort()).toEqual(holding.filter((category) => held.includes(category) || !resting(category)).sort());
}

const holds = ({ category }: Recommendation, holding: readonly Condition[]) => holding.includes(category as Condition);

/** A person's move changes that one recommendation, with the time of the move, or nothing at all. */
function expectMoved(
  before: readonly Recommendation[],
  after: readonly Recommendation[],
  { id }: Recommendation,
  to: Status,
  until: string | null,
) {
  expect(after).toHaveLength(before.length);
  for (const [n, was] of before.entries()) {
    const is = after[n];
    if (was.id !== id || !mayMove(was.status, to, was.episode_ended_at !== null)) {
      expect(is).toEqual(was);
      continue;
    }
    expect(is).toEqual({
      ...was,
      status: to,
      updated_at: now,
      acknowledged_at: to === 'acknowledged' ? now : was.acknowledged_at,
      completed_at: to === 'done' ? now : null,
      dismissed_at: to === 'dismissed' ? now : null,
      snoozed_until: until,
      settled_strength: to === 'acknowledged' ? null : was.strength,
      resolution: to === 'done' ? 'prevented' : null,
      replaced: {
        was: expect.objectContaining({ status: was.status, due_date: was.due_date }),
        became: versionOf(is!),
      },
    });
  }
}

type Act = { hours: number; holding: Condition[] } | { which: number; to: Status };

const BEGUN_AND_OVER: Act[] = [
  { hours: 1, holding: ['waiting_on_client'] },
  { hours: 1, holding: [] },
  { hours: 48, holding: [] },
];
/** An untouched episode, looked at when it was over, while the next one goes on. */
const EXPIRED_AND_TAKEN_UP: Act[] = [
  ...BEGUN_AND_OVER,
  { hours: 1, holding: ['waiting_on_client'] },
  { hours: 170, holding: ['waiting_on_client'] },
  ...(['done', 'new', 'acknowledged', 'expired', 'snoozed', 'done', 'dismissed'] as const).map((to) => ({
    which: 0,
    to,
  })),
  { hours: 1, holding: ['waiting_on_client'] },
  { which: 1, to: 'dismissed' },
];
/** An episode that ends as a person has left it, and is opened again after that. */
const DONE_AND_OVER: Act[] = [
  ...BEGUN_AND_OVER.slice(0, 1),
  { which: 0, to: 'done' },
  ...BEGUN_AND_OVER,
  { which: 0, to: 'dismissed' },
  { which: 0, to: 'acknowledged' },
  { hours: 30, holding: ['waiting_on_client'] },
  { which: 0, to: 'dismissed' },
];
/** One that sleeps, and wakes when its day has come. */
const SNOOZED: Act[] = [
  ...BEGUN_AND_OVER.slice(0, 1),
  { which: 0, to: 'snoozed' },
  { hours: 23, holding: ['waiting_on_client'] },
  { hours: 30, holding: ['waiting_on_client'] },
];

it('keeps to its moves, whatever people and refreshes do', async () => {
  const refresh = fc.record({
    hours: fc.constantFrom(1, 5, 23, 24, 30, 60, 200),
    holding: fc.subarray(CATEGORIES),
  });
  const move = fc.record({ which: fc.nat(), to: fc.constantFrom(...STATUSES) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof<fc.Arbitrary<Act>[]>(refresh, move), { minLength: 10, maxLength: 20 }),
      async (story) => {
        now = new Date('2026-03-31T12:00:00.000Z');
        const projectId = await newProject(db);
        const [scope] = await db.database.query<{ account_scope_id: string }>(
          'SELECT account_scope_id FROM projects WHERE id = $1',
          [projectId],
        );
        const reach: RecommendationReach = { account_scope_ids: [scope!.account_scope_id], project_id: projectId };
        for (const [step, act] of story.entries()) {
          const before = await stored(projectId);
          if ('holding' in act) {
            now = new Date(now.getTime() + act.hours * HOUR);
            await refreshes.refresh(new Map([[projectId, knownWhile(act.holding, step)]]), now);
            expectRefreshed(before, await stored(projectId), act.holding);
            continue;
          }
          const chosen = before[act.which % Math.max(1, before.length)];
          if (!chosen) continue;
          const until = act.to === 'snoozed' ? new Date(now.getTime() + 2 * DAY).toISOString().slice(0, 10) : null;
          const wanted = {
            status: act.to,
            until,
            resolution: act.to === 'done' ? ('prevented' as const) : null,
            note: null,
          };
          const moving = actions.move(reach, chosen.id, { id: projectId }, wanted);
          if (mayMove(chosen.status, act.to, chosen.episode_ended_at !== null)) await moving;
          else await expect(moving).rejects.toMatchObject({ code: 'invalid_transition' });
          expectMoved(before, await stored(projectId), chosen, act.to, until);
        }
      },
    ),
    { numRuns: 20, examples: [[EXPIRED_AND_TAKEN_UP], [DONE_AND_OVER], [SNOOZED]] },
  );
});
