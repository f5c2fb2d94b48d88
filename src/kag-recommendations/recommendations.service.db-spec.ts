import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { forecast, known, messageRef, TROUBLES, troubled, waiting } from '../../test/builders/recommendations.js';
import { recommendationsOn, storedRecommendations } from '../../test/support/recommending.js';
import { newProject } from '../../test/support/search-parts.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { type Config, readConfig } from '../config/index.js';
import { Database } from '../database/index.js';
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
const configWith = (more: Record<string, string>): Config =>
  readConfig({ NODE_ENV: 'test', WORKING_DAYS: 'mon-sun', WORKING_HOURS: '00:00-24:00', ...more });
const said = (row: Recommendation) => render(row, 'en');

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
      const all = (state: KnownProject) => new Map(ids.map((id) => [id, state]));
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
