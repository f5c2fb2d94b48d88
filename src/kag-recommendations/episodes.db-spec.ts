import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { settled, TROUBLES, troubled, waiting } from '../../test/builders/recommendations.js';
import { recommendationsOn, storedRecommendations } from '../../test/support/recommending.js';
import { newProject } from '../../test/support/search-parts.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { until } from '../../test/support/until.js';
import type { KnownProject } from './domain/situation-of.js';
import { render } from './domain/texts/render.js';
import type { Recommendation } from './recommendation.entity.js';
import type { RecommendationsService } from './recommendations.service.js';

const NOW = new Date('2026-03-31T12:00:00.000Z');
const HOUR = 3_600_000;
const inHours = (hours: number) => new Date(NOW.getTime() + hours * HOUR);

let db: TestDatabase;
let service: RecommendationsService;
let projectId: string;

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  service = recommendationsOn(db.database);
  projectId = await newProject(db);
});

const refresh = async (state: KnownProject, hours: number) =>
  (await service.refresh(new Map([[projectId, state]]), inHours(hours))).get(projectId);
const stored = (id = projectId) => storedRecommendations(db.database, id);
const only = async (): Promise<Recommendation> => {
  const rows = await stored();
  expect(rows).toHaveLength(1);
  return rows[0]!;
};
const asPerson = (status: string) =>
  db.database.run(
    `UPDATE recommendations_v2 SET status = $2, settled_strength = strength WHERE project_id = $1 AND episode_ended_at IS NULL`,
    [projectId, status],
  );
const waitsForLock = async (): Promise<boolean> => {
  const waiting = await db.database.query(
    `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return waiting.length > 0;
};
const said = (row: Recommendation) => render(row, 'en');

describe('an episode', () => {
  it('keeps one recommendation for each category over a hundred refreshes, and what a person said of it', async () => {
    await refresh(troubled(), 0);
    const before = await stored();
    expect(before.map(({ category }) => category).sort()).toEqual(TROUBLES);
    await db.database.run(
      `UPDATE recommendations_v2 SET status = 'dismissed', dismissed_at = now(), settled_strength = strength,
         helpful_feedback = false, feedback_note = 'no'
       WHERE project_id = $1 AND category = 'unhappy_client'`,
      [projectId],
    );
    for (let n = 1; n <= 100; n++)
      expect(await refresh(troubled(1 + n / 400), n)).toMatchObject({ created: 0, updated: 6, reopened: 0, ended: 0 });
    const after = await stored();
    const kept = (rows: Recommendation[]) => rows.map(({ id, due_date, created_at }) => [id, due_date, created_at]);
    expect(kept(after)).toEqual(kept(before));
    for (const row of after) {
      const untouched = row.category !== 'unhappy_client';
      expect([row.status, row.helpful_feedback, row.feedback_note]).toEqual(
        untouched ? ['new', null, null] : ['dismissed', false, 'no'],
      );
      expect([row.signal_snapshot.waiting_on_client_days.value, row.updated_at]).toEqual([3.75, inHours(100)]);
    }
  });

  it.each(['acknowledged', 'done', 'dismissed'])('never resets what a person has made %s', async (status) => {
    await refresh(waiting(3), 0);
    await asPerson(status);
    await refresh(waiting(4), 1);
    const row = await only();
    expect([row.status, said(row).title]).toEqual([status, 'Follow up: 4 working days without an answer']);
    await refresh(settled(), 2);
    await refresh(waiting(3), 3);
    expect((await only()).status).toBe(status);
    await refresh(settled(), 4);
    expect(await refresh(settled(), 52)).toMatchObject({ ended: 1, expired: 0 });
    expect(await only()).toMatchObject({ status, episode_ended_at: inHours(52) });
  });

  it('is opened again when it got worse, with that reason, and due anew', async () => {
    await refresh(waiting(3), 0);
    await asPerson('done');
    expect(await refresh(waiting(4.4), 24)).toMatchObject({ reopened: 0 });
    expect(await refresh(waiting(4.6), 48)).toMatchObject({ updated: 1, reopened: 1 });
    const row = await only();
    expect(row).toMatchObject({
      status: 'new',
      reopened_reason: 'worse',
      reopened_at: inHours(48),
      settled_strength: null,
      completed_at: null,
      due_date: '2026-04-03',
    });
    expect(said(row).why_now).toMatch(/^It got worse/);
    expect(await refresh(waiting(9), 72)).toMatchObject({ reopened: 0 });
  });

  it('comes back by itself when it has slept long enough, and keeps a later due date of a person', async () => {
    await refresh(waiting(3), 0);
    await asPerson('snoozed');
    await db.database.run(
      `UPDATE recommendations_v2 SET snoozed_until = '2026-04-03', due_date = '2026-04-20' WHERE project_id = $1`,
      [projectId],
    );
    await refresh(waiting(3), 59);
    expect((await only()).status).toBe('snoozed');
    await refresh(waiting(3), 60);
    expect((await only()).status).toBe('new');
    expect(await only()).toMatchObject({ reopened_reason: 'snooze_over', snoozed_until: null, due_date: '2026-04-20' });
  });

  it('keeps a model’s words for as long as the rules say what they were made of', async () => {
    await refresh(waiting(3), 0);
    await db.database.run(`UPDATE recommendations_v2 SET phrasing = '{"model": "m"}' WHERE project_id = $1`, [
      projectId,
    ]);
    await refresh(waiting(3.2), 1);
    expect((await only()).phrasing).toEqual({ model: 'm' });
    // Whether they are of the words of today is seen when it is read.
    await refresh(waiting(4), 2);
    expect((await only()).phrasing).toEqual({ model: 'm' });
  });

  it('goes on when its condition is back within two working days', async () => {
    await refresh(waiting(3), 0);
    const { id } = await only();
    expect(await refresh(settled(), 1)).toMatchObject({ created: 0, updated: 0, ended: 0 });
    expect((await only()).condition_gone_since).toEqual(inHours(1));
    await refresh(settled(), 20);
    expect((await only()).condition_gone_since).toEqual(inHours(1));
    expect(await refresh(waiting(3), 48.9)).toMatchObject({ created: 0, updated: 1, ended: 0 });
    expect(await only()).toMatchObject({ id, status: 'new', condition_gone_since: null, episode_ended_at: null });
    // Gone again: the days count from now.
    await refresh(settled(), 60);
    expect(await refresh(settled(), 107)).toMatchObject({ ended: 0 });
  });

  it('is over when its condition has been gone for two working days, and after its rest there is another', async () => {
    await refresh(waiting(3), 0);
    const { id } = await only();
    await refresh(settled(), 1);
    expect(await refresh(settled(), 49)).toMatchObject({ ended: 1, expired: 1 });
    expect(await only()).toMatchObject({ id, status: 'expired', episode_ended_at: inHours(49) });
    expect(await refresh(waiting(3), 49 + 167)).toMatchObject({ created: 0 });
    expect(await refresh(waiting(2), 49 + 168)).toMatchObject({ created: 1, updated: 0, ended: 0 });
    const [first, second] = await stored();
    expect(first).toMatchObject({ id, status: 'expired' });
    expect(second).toMatchObject({ status: 'new', due_date: '2026-04-10', episode_started_at: inHours(217) });
    expect(second?.id).not.toBe(id);
  });

  it('does not wait for its rest when it is materially worse than it ever was', async () => {
    await refresh(waiting(3), 0);
    await refresh(settled(), 1);
    await refresh(settled(), 49);
    expect(await refresh(waiting(4.5), 50)).toMatchObject({ created: 1 });
  });

  it('is over too when nobody looked while its condition was gone', async () => {
    await refresh(waiting(3), 0);
    await refresh(settled(), 1);
    expect(await refresh(waiting(3), 60)).toMatchObject({ created: 0, updated: 0, ended: 1, expired: 1 });
    expect((await stored()).map(({ status }) => status)).toEqual(['expired']);
  });

  it('is over with its project, and none begins', async () => {
    await refresh(waiting(3), 0);
    expect(
      await refresh({ ...waiting(5), reading: { ...waiting(5).reading, ended_on: '2026-03-31' } }, 1),
    ).toMatchObject({
      created: 0,
      ended: 1,
      expired: 1,
    });
  });

  it.each([
    ['not_relevant', 3.9, 4],
    ['false_alarm', 2.4, 2.5],
  ])('that was %s needs more the next time', async (resolution, silent, opens) => {
    await refresh(waiting(2), 0);
    await asPerson('dismissed');
    await db.database.run(`UPDATE recommendations_v2 SET resolution = $2, dismissed_at = $3 WHERE project_id = $1`, [
      projectId,
      resolution,
      inHours(300),
    ]);
    await refresh(settled(), 1);
    await refresh(settled(), 50);
    expect(await refresh(waiting(silent), 300)).toMatchObject({ created: 0 });
    expect(await refresh(waiting(opens), 301)).toMatchObject({ created: 1 });
  });

  it('that was a false alarm needs more the next time, though it was opened again meanwhile', async () => {
    await refresh(waiting(2), 0);
    await asPerson('dismissed');
    await db.database.run(
      `UPDATE recommendations_v2 SET resolution = 'false_alarm', false_alarm_on = $2 WHERE project_id = $1`,
      [projectId, inHours(300)],
    );
    expect(await refresh(waiting(4), 1)).toMatchObject({ reopened: 1 });
    await refresh(settled(), 2);
    await refresh(settled(), 51);
    expect(await refresh(waiting(2.4), 300)).toMatchObject({ created: 0 });
    expect(await refresh(waiting(2.5), 301)).toMatchObject({ created: 1 });
  });

  it('wins back where a deal is lost, by the deal’s own record', async () => {
    const moved = (to: string, hours: number) =>
      db.database.run(
        `INSERT INTO kag_event_log (project_id, event_type, occurred_at, actor, source, source_ref, dedupe_key, payload_json, evidence_refs)
         VALUES ($1, 'deal_stage_changed', $2, 'team', 'attio', 'd1', $3, $4, $5)`,
        [
          projectId,
          inHours(hours),
          `deal ${hours}`,
          JSON.stringify({ deal_id: 'd1', deal_name: 'Renewal', from: null, to }),
          JSON.stringify([{ attio_record_id: 'd1', source_table: 'attio_opportunities_raw', source_pk: 'd1' }]),
        ],
      );
    await moved('Lost', -50);
    await refresh(waiting(3), 0);
    const row = await only();
    expect(row).toMatchObject({ category: 'winback', evidence_gate_status: 'shown', evidence_count: 1 });
    expect(said(row).rationale).toBe('“Renewal” moved to “Lost” on 29 Mar.');
    await moved('Negotiation', 1);
    await refresh(settled(), 2);
    expect((await only()).condition_gone_since).toEqual(inHours(2));
  });

  it('does not expire under the hands of a person who is taking it up', async () => {
    await refresh(waiting(3), 0);
    await refresh(settled(), 1);
    const { refreshed } = await db.database.transaction(async (tx) => {
      await tx.run(`UPDATE recommendations_v2 SET status = 'acknowledged' WHERE project_id = $1`, [projectId]);
      const refreshed = refresh(settled(), 49);
      // The embedded database has one session: there, the refresh has not begun.
      if (!db.embedded) await until('the refresh waits for the person', waitsForLock);
      return { refreshed };
    });
    expect(await refreshed).toMatchObject({ ended: 1, expired: 0 });
    expect(await only()).toMatchObject({ status: 'acknowledged', episode_ended_at: inHours(49) });
  });

  it('is begun once by refreshes at the same time', async () => {
    const other = await newProject(db);
    const both = new Map([projectId, other].map((id) => [id, troubled()]));
    const backwards = new Map([...both].reverse());
    const done = await Promise.all(Array.from({ length: 6 }, (_, n) => service.refresh(n % 2 ? both : backwards, NOW)));
    expect(done.reduce((sum, one) => sum + (one.get(projectId)?.created ?? 0), 0)).toBe(6);
    expect([await stored(), await stored(other)].map((rows) => rows.length)).toEqual([6, 6]);
    // And ended once, with one successor when they have rested.
    const gone = new Map([...both.keys()].map((id) => [id, settled()]));
    await service.refresh(gone, inHours(1));
    await Promise.all(Array.from({ length: 6 }, () => service.refresh(gone, inHours(50))));
    await Promise.all(Array.from({ length: 6 }, (_, n) => service.refresh(n % 2 ? both : backwards, inHours(300))));
    const after = await stored();
    expect(after.filter(({ status }) => status === 'expired')).toHaveLength(6);
    expect(after.filter(({ episode_ended_at }) => episode_ended_at === null)).toHaveLength(6);
  });
});
