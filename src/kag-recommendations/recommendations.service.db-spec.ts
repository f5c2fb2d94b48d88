import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { known, messageRef, settled, waiting } from '../../test/builders/recommendations.js';
import { newProject } from '../../test/support/search-parts.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { until } from '../../test/support/until.js';
import type { Config } from '../config/index.js';
import { Database } from '../database/index.js';
import { CATEGORIES } from './domain/recommendation.js';
import type { Known } from './domain/situation.js';
import { RecommendationsRepository } from './recommendations.repository.js';
import type { Recommendation } from './recommendation.entity.js';
import { RecommendationsService } from './recommendations.service.js';

const NOW = new Date('2026-03-31T12:00:00.000Z');
const HOUR = 3_600_000;
const inHours = (hours: number) => new Date(NOW.getTime() + hours * HOUR);
const CONFIG = {
  RECOMMENDATIONS_EVIDENCE_MIN_COUNT: 2,
  RECOMMENDATIONS_EVIDENCE_MIN_QUALITY: 0.35,
  RECOMMENDATIONS_EVIDENCE_ALLOW_SECONDARY_ONLY: false,
  RECOMMENDATIONS_LOCALE: 'en',
} as Config;

let db: TestDatabase;
let service: RecommendationsService;
let projectId: string;

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  service = new RecommendationsService(new RecommendationsRepository(), db.database, CONFIG);
  projectId = await newProject(db);
});

const refresh = async (state: Known, hours: number) =>
  (await service.refresh(new Map([[projectId, state]]), inHours(hours))).get(projectId);
const stored = (id = projectId): Promise<Recommendation[]> =>
  db.database.query<Recommendation>(
    `SELECT *, to_char(due_date, 'YYYY-MM-DD') AS due_date FROM recommendations_v2 WHERE project_id = $1 ORDER BY created_at, category`,
    [id],
  );
const only = async (): Promise<Recommendation> => {
  const rows = await stored();
  expect(rows).toHaveLength(1);
  return rows[0]!;
};
const asPerson = (status: string) =>
  db.database.run(`UPDATE recommendations_v2 SET status = $2 WHERE project_id = $1 AND episode_ended_at IS NULL`, [
    projectId,
    status,
  ]);
const waitsForLock = async (): Promise<boolean> => {
  const waiting = await db.database.query(
    `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return waiting.length > 0;
};
const everything = (p7: number): Known =>
  known({
    signals: { waiting_on_client_days: 3 },
    upsell: 70,
    clientsLeft: true,
    forecasts: Object.fromEntries(
      ['delivery_risk', 'finance_risk', 'client_risk', 'scope_risk'].map((type) => [
        type,
        { p7, p14: 0.7, p30: 0.72, evidence_refs: [messageRef(1), messageRef(2), messageRef(3)] },
      ]),
    ),
  });

describe('a refresh', () => {
  it('stores what is to be done, with its words, evidence and what it was made of', async () => {
    expect(await refresh(waiting(3.7), 0)).toEqual({ created: 1, updated: 0, ended: 0, expired: 0, hidden: [] });
    expect(await only()).toMatchObject({
      category: 'waiting_on_client',
      priority: 4,
      due_date: '2026-04-01',
      owner_role: 'pm',
      status: 'new',
      title: 'Follow up: 3 working days without an answer',
      rationale: expect.stringContaining('within a week is 37 %'),
      suggested_template_key: 'waiting_on_client_follow_up',
      evidence_refs: [messageRef(1), messageRef(2), messageRef(3)],
      links: [1, 2, 3].map((n) => ({
        url: `https://chat.example.org/messages/${n}`,
        occurred_at: '2026-03-30T10:00:00.000Z',
      })),
      signal_snapshot: { waiting_on_client_days: { value: 3.7 } },
      forecast_snapshot: { risk_type: 'client_risk', p7: 0.37, model: 'rules-v1' },
      evidence_count: 3,
      evidence_gate_status: 'shown',
      evidence_gate_reason: null,
      helpful_feedback: null,
      shown_count: 0,
      episode_started_at: NOW,
      condition_gone_since: null,
      episode_ended_at: null,
    });
  });

  it('links to ten pages at most, each once', async () => {
    const refs = Array.from({ length: 30 }, (_, n) => messageRef(Math.floor(n / 2)));
    await refresh(waiting(3, refs), 0);
    const { links, evidence_count } = await only();
    expect([links.length, new Set(links.map(({ url }) => url)).size, evidence_count]).toEqual([10, 10, 30]);
  });

  it('speaks the configured language', async () => {
    const config = { ...CONFIG, RECOMMENDATIONS_LOCALE: 'ru' } as Config;
    service = new RecommendationsService(new RecommendationsRepository(), db.database, config);
    await refresh(waiting(2), 0);
    expect((await only()).title).toBe('Напомнить о себе: 2 рабочих дня без ответа');
  });

  it('costs as many statements for fifty projects as for one', async () => {
    const counted = async (projects: number) => {
      const ids = await Promise.all(Array.from({ length: projects }, () => newProject(db)));
      let statements = 0;
      const counting = Object.create(db.database) as Database;
      counting.transaction = (work) =>
        db.database.transaction((tx) =>
          work({
            ...tx,
            query: (...given) => (statements++, tx.query(...given)),
            run: (...given) => (statements++, tx.run(...given)),
          }),
        );
      const own = new RecommendationsService(new RecommendationsRepository(), counting, CONFIG);
      const all = (state: Known) => new Map(ids.map((id) => [id, state]));
      await own.refresh(all(everything(0.5)), NOW);
      await own.refresh(all(waiting(3)), inHours(1));
      await own.refresh(all(everything(0.5)), inHours(30));
      for (const id of ids) expect(await stored(id)).toHaveLength(11);
      return statements;
    };
    expect(await counted(50)).toBe(await counted(1));
  });
});

describe('an episode', () => {
  it('keeps one recommendation for each category over a hundred refreshes, and what a person said of it', async () => {
    await refresh(everything(0.5), 0);
    const before = await stored();
    expect(before.map(({ category }) => category).sort()).toEqual([...CATEGORIES].sort());
    await db.database.run(
      `UPDATE recommendations_v2 SET status = 'dismissed', dismissed_at = now(), helpful_feedback = false, feedback_note = 'no'
       WHERE project_id = $1 AND category = 'winback'`,
      [projectId],
    );
    for (let n = 1; n <= 100; n++)
      expect(await refresh(everything(0.5 + n / 400), n)).toMatchObject({ created: 0, updated: 6, ended: 0 });
    const after = await stored();
    const kept = (rows: Recommendation[]) => rows.map(({ id, due_date, created_at }) => [id, due_date, created_at]);
    expect(kept(after)).toEqual(kept(before));
    for (const row of after) {
      const untouched = row.category !== 'winback';
      expect([row.status, row.helpful_feedback, row.feedback_note]).toEqual(
        untouched ? ['new', null, null] : ['dismissed', false, 'no'],
      );
      expect([row.forecast_snapshot.p7, row.updated_at]).toEqual([0.75, inHours(100)]);
    }
    expect(after.find(({ category }) => category === 'delivery_risk')?.priority).toBe(5);
  });

  it.each(['acknowledged', 'done', 'dismissed'])('never resets what a person has made %s', async (status) => {
    await refresh(waiting(3), 0);
    await asPerson(status);
    await refresh(waiting(4), 1);
    expect(await only()).toMatchObject({ status, title: 'Follow up: 4 working days without an answer' });
    await refresh(settled(), 2);
    await refresh(waiting(3), 3);
    expect((await only()).status).toBe(status);
    await refresh(settled(), 4);
    expect(await refresh(settled(), 28)).toMatchObject({ ended: 1, expired: 0 });
    expect(await only()).toMatchObject({ status, episode_ended_at: inHours(28) });
  });

  it('keeps a model’s words for as long as the rules say what they were made of', async () => {
    await refresh(waiting(3), 0);
    await db.database.run(`UPDATE recommendations_v2 SET phrasing = '{"model": "m"}' WHERE project_id = $1`, [
      projectId,
    ]);
    await refresh(waiting(3), 1);
    expect((await only()).phrasing).toEqual({ model: 'm' });
    await refresh(waiting(4), 2);
    expect((await only()).phrasing).toBeNull();
  });

  it('goes on when its condition is back within 24 h', async () => {
    await refresh(waiting(3), 0);
    const { id } = await only();
    expect(await refresh(settled(), 1)).toEqual({ created: 0, updated: 0, ended: 0, expired: 0, hidden: [] });
    expect((await only()).condition_gone_since).toEqual(inHours(1));
    await refresh(settled(), 20);
    expect((await only()).condition_gone_since).toEqual(inHours(1));
    expect(await refresh(waiting(3), 24.9)).toMatchObject({ created: 0, updated: 1, ended: 0 });
    expect(await only()).toMatchObject({ id, status: 'new', condition_gone_since: null, episode_ended_at: null });
    // Gone again: the day counts from now.
    await refresh(settled(), 30);
    expect(await refresh(settled(), 53)).toMatchObject({ ended: 0 });
  });

  it('is over when its condition has been gone for 24 h, and the next one has a recommendation of its own', async () => {
    await refresh(waiting(3), 0);
    const { id } = await only();
    await refresh(settled(), 1);
    expect(await refresh(settled(), 25)).toMatchObject({ ended: 1, expired: 1 });
    expect(await only()).toMatchObject({ id, status: 'expired', episode_ended_at: inHours(25) });
    expect(await refresh(waiting(2), 26)).toMatchObject({ created: 1, updated: 0, ended: 0 });
    const [first, second] = await stored();
    expect(first).toMatchObject({ id, status: 'expired' });
    expect(second).toMatchObject({ status: 'new', due_date: '2026-04-02', episode_started_at: inHours(26) });
    expect(second?.id).not.toBe(id);
  });

  it('is over too when nobody looked while its condition was gone', async () => {
    await refresh(waiting(3), 0);
    await refresh(settled(), 1);
    expect(await refresh(waiting(3), 40)).toMatchObject({ created: 1, updated: 0, ended: 1, expired: 1 });
    expect((await stored()).map(({ status }) => status)).toEqual(['expired', 'new']);
  });

  it('does not expire under the hands of a person who is taking it up', async () => {
    await refresh(waiting(3), 0);
    await refresh(settled(), 1);
    const { refreshed } = await db.database.transaction(async (tx) => {
      await tx.run(`UPDATE recommendations_v2 SET status = 'acknowledged' WHERE project_id = $1`, [projectId]);
      const refreshed = refresh(settled(), 25);
      // The embedded database has one session: there, the refresh has not begun.
      if (!db.embedded) await until('the refresh waits for the person', waitsForLock);
      return { refreshed };
    });
    expect(await refreshed).toMatchObject({ ended: 1, expired: 0 });
    expect(await only()).toMatchObject({ status: 'acknowledged', episode_ended_at: inHours(25) });
  });

  it('is begun once by refreshes at the same time', async () => {
    const other = await newProject(db);
    const both = new Map([projectId, other].map((id) => [id, everything(0.5)]));
    const backwards = new Map([...both].reverse());
    const done = await Promise.all(Array.from({ length: 6 }, (_, n) => service.refresh(n % 2 ? both : backwards, NOW)));
    expect(done.reduce((sum, one) => sum + (one.get(projectId)?.created ?? 0), 0)).toBe(6);
    expect([await stored(), await stored(other)].map((rows) => rows.length)).toEqual([6, 6]);
    // And ended once, with one successor.
    const gone = new Map([...both.keys()].map((id) => [id, settled()]));
    await service.refresh(gone, inHours(1));
    await Promise.all(Array.from({ length: 6 }, (_, n) => service.refresh(n % 2 ? both : backwards, inHours(30))));
    const after = await stored();
    expect(after.filter(({ status }) => status === 'expired')).toHaveLength(6);
    expect(after.filter(({ episode_ended_at }) => episode_ended_at === null)).toHaveLength(6);
  });
});

describe('the evidence gate', () => {
  it.each([
    ['too_few_refs: 1 of 2 pieces of evidence', [messageRef(1)]],
    [
      'no_primary: 3 pieces of evidence, all of them text chunks and no message, issue, deal or document',
      [1, 2, 3].map((n) => ({ rag_chunk_id: `c${n}`, source_table: 'rag_chunks', source_pk: `c${n}` })),
    ],
  ])('hides with the reason “%s”', async (reason, refs) => {
    expect(await refresh(waiting(3, refs), 0)).toMatchObject({
      created: 1,
      hidden: [{ category: 'waiting_on_client', reason }],
    });
    expect(await only()).toMatchObject({ evidence_gate_status: 'hidden', evidence_gate_reason: reason });
  });

  it('hides what is too weak for the least quality', async () => {
    const config = { ...CONFIG, RECOMMENDATIONS_EVIDENCE_MIN_QUALITY: 0.9 } as Config;
    service = new RecommendationsService(new RecommendationsRepository(), db.database, config);
    await refresh(waiting(3), 0);
    expect(await only()).toMatchObject({
      evidence_gate_status: 'hidden',
      evidence_gate_reason: 'low_quality: evidence quality 0.64, at least 0.9 is needed',
      evidence_quality_score: expect.closeTo(0.5 * 0.75 + 0.35 / 3 + 0.15, 9),
    });
  });

  it('is asked anew at each refresh', async () => {
    await refresh(waiting(3, [messageRef(1)]), 0);
    expect(await refresh(waiting(3), 1)).toMatchObject({ updated: 1, hidden: [] });
    expect(await only()).toMatchObject({ evidence_gate_status: 'shown', evidence_gate_reason: null });
  });

  it('recommends nothing on forecasts without evidence', async () => {
    expect(await refresh(waiting(9, []), 0)).toMatchObject({ created: 0 });
    expect(await stored()).toEqual([]);
  });
});
