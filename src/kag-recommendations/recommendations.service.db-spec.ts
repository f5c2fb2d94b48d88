import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { forecast, known, messageRef, settled, troubled, waiting } from '../../test/builders/recommendations.js';
import { recommendationsOn } from '../../test/support/recommending.js';
import { newProject } from '../../test/support/search-parts.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { until } from '../../test/support/until.js';
import { type Config, readConfig } from '../config/index.js';
import { Database } from '../database/index.js';
import type { Category } from './domain/recommendation.js';
import type { Known } from './domain/situation-of.js';
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
  db.database.run(
    `UPDATE recommendations_v2 SET status = $2, settled_strength = strength WHERE project_id = $1 AND episode_ended_at IS NULL`,
    [projectId, status],
  );
const configWith = (more: Record<string, string>): Config =>
  readConfig({ NODE_ENV: 'test', WORKING_DAYS: 'mon-sun', WORKING_HOURS: '00:00-24:00', ...more });
const waitsForLock = async (): Promise<boolean> => {
  const waiting = await db.database.query(
    `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return waiting.length > 0;
};
const said = (row: Recommendation) => render(row, 'en');
/** Categories of `troubled`. */
const TROUBLES: Category[] = [
  'answer_the_client',
  'delivery_risk',
  'finance_risk',
  'scope_creep_change_request',
  'unhappy_client',
  'waiting_on_client',
];

describe('a refresh', () => {
  const NONE = { created: 0, updated: 0, reopened: 0, ended: 0, expired: 0, hidden: [] };

  it('stores what is to be done, with its words, evidence and what it was made of', async () => {
    const given = { ...waiting(3.7), forecasts: { client_risk: forecast('client_risk', { p14: 0.37 }) } };
    expect(await refresh(given, 0)).toEqual({ ...NONE, created: 1 });
    expect(await only()).toMatchObject({
      category: 'waiting_on_client',
      cause: 'client_silent',
      priority: 4,
      due_date: '2026-04-01',
      owner_role: 'pm',
      status: 'new',
      figures: {
        causes: [{ cause: 'client_silent', reason: 'condition' }],
        waiting_days: 3,
        chance: { p14: 37, usual: 4 },
      },
      strength: 1.85,
      suggested_template_key: 'waiting_on_client_follow_up',
      evidence_refs: [messageRef(1), messageRef(2), messageRef(3)],
      links: [1, 2, 3].map((n) => ({
        url: `https://chat.example.org/messages/${n}`,
        occurred_at: '2026-03-30T10:00:00.000Z',
      })),
      signal_snapshot: { waiting_on_client_days: { known: true, value: 3.7 } },
      forecast_snapshot: { risk_type: 'client_risk', p14: 0.37, model: 'hazard-v1' },
      evidence_count: 3,
      evidence_gate_status: 'shown',
      evidence_gate_reason: null,
      helpful_feedback: null,
      shown_count: 0,
      assignee: null,
      resolution: null,
      episode_started_at: NOW,
      condition_gone_since: null,
      episode_ended_at: null,
    });
    expect(said(await only()).title).toBe('Follow up: 3 working days without an answer');
  });

  it('links to ten pages at most, each once', async () => {
    const refs = Array.from({ length: 30 }, (_, n) => ({ ...messageRef(n), url: messageRef(Math.floor(n / 2)).url! }));
    await refresh(waiting(3, refs), 0);
    const { links, evidence_count } = await only();
    expect([links.length, new Set(links.map(({ url }) => url)).size, evidence_count]).toEqual([10, 10, 30]);
  });

  it('rests on the evidence of its causes, the strongest first, and on no other', async () => {
    const [blocked, late, other] = [messageRef(1), messageRef(2), messageRef(3)];
    const given = known({
      signals: { blockers_age: 3, stage_overdue: 9 },
      details: { blockers_age: { open_blockers: 2 } },
      evidence: { blockers_age: [blocked], stage_overdue: [late, blocked], waiting_on_client_days: [other] },
    });
    await refresh(given, 0);
    expect(await only()).toMatchObject({ cause: 'stage_late', evidence_refs: [late, blocked] });
  });

  it('needs no forecast', async () => {
    await refresh({ ...waiting(3), forecasts: {} }, 0);
    expect(await only()).toMatchObject({ forecast_snapshot: null, evidence_gate_status: 'shown' });
  });

  it('opens by a forecast above the scope’s threshold, and says how likely it is', async () => {
    const drivers = [{ key: 'waiting', value: 0.5, points: { p7: 9, p14: 20, p30: 30 }, figures: {} }];
    const soon = (p14: number) => ({
      ...waiting(1),
      forecasts: { client_risk: forecast('client_risk', { p14, drivers }) },
      thresholds: { client_risk: 0.2 },
    });
    expect(await refresh(soon(0.19), 0)).toMatchObject({ created: 0 });
    expect(await refresh(soon(0.24), 1)).toMatchObject({ created: 1 });
    const row = await only();
    expect(row).toMatchObject({ cause: 'client_silent', priority: 3, strength: 0.24 / 0.2 });
    expect(said(row)).toMatchObject({
      title: 'Follow up soon: 1 working day without an answer',
      rationale: expect.stringContaining('within two weeks: 24 %; 4 % is usual.'),
    });
  });

  it('writes nothing where nothing is new', async () => {
    await refresh(troubled(), 0);
    const versions = () =>
      db.database.query('SELECT id, updated_at, xmin::text FROM recommendations_v2 WHERE project_id = $1 ORDER BY id', [
        projectId,
      ]);
    const before = await versions();
    expect(before).toHaveLength(TROUBLES.length);
    expect(await refresh(troubled(), 5)).toMatchObject({ created: 0, updated: TROUBLES.length });
    expect(await versions()).toEqual(before);
  });

  it('costs as many statements for fifty projects as for one', async () => {
    const counted = async (projects: number) => {
      const ids = await Promise.all(Array.from({ length: projects }, () => newProject(db)));
      let statements = 0;
      const counting = Object.create(db.database) as Database;
      counting.query = (...given: Parameters<Database['query']>) =>
        (statements++, db.database.query(...given)) as never;
      counting.transaction = (work) =>
        db.database.transaction((tx) =>
          work({
            ...tx,
            query: (...given) => (statements++, tx.query(...given)),
            run: (...given) => (statements++, tx.run(...given)),
          }),
        );
      const own = recommendationsOn(counting);
      const all = (state: Known) => new Map(ids.map((id) => [id, state]));
      await own.refresh(all(troubled()), NOW);
      await own.refresh(all(waiting(3)), inHours(1));
      await own.refresh(all(waiting(3)), inHours(50));
      await own.refresh(all(troubled()), inHours(300));
      for (const id of ids) expect(await stored(id)).toHaveLength(11);
      return statements;
    };
    expect(await counted(50)).toBe(await counted(1));
  });
});

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
    service = recommendationsOn(db.database, configWith({ RECOMMENDATIONS_EVIDENCE_MIN_QUALITY: '0.9' }));
    await refresh(waiting(3), 0);
    expect(await only()).toMatchObject({
      evidence_gate_status: 'hidden',
      evidence_gate_reason: 'low_quality: evidence quality 0.64, at least 0.9 is needed',
      evidence_quality_score: expect.closeTo(0.5 * 0.75 + 0.35 / 3 + 0.15, 9),
    });
  });

  it('takes one record for enough where it states the reason itself', async () => {
    const given = known({ signals: { stage_overdue: 4 }, evidence: { stage_overdue: [messageRef(1)] } });
    await refresh(given, 0);
    expect(await only()).toMatchObject({ category: 'delivery_risk', evidence_gate_status: 'shown' });
  });

  it('is asked anew at each refresh', async () => {
    await refresh(waiting(3, [messageRef(1)]), 0);
    expect(await refresh(waiting(3), 1)).toMatchObject({ updated: 1, hidden: [] });
    expect(await only()).toMatchObject({ evidence_gate_status: 'shown', evidence_gate_reason: null });
  });

  it('shows nothing that has no evidence at all', async () => {
    expect(await refresh(waiting(9, []), 0)).toMatchObject({ created: 1, hidden: [{ category: 'waiting_on_client' }] });
    expect(await only()).toMatchObject({ evidence_gate_status: 'hidden' });
  });
});
