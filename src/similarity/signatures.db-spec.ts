import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addEvents, addSnapshot, newScope } from '../../test/support/case-rows.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { SnapshotsRepository } from '../kag-snapshots/index.js';
import { FEATURES } from './domain/vector.js';
import { Signatures } from './signatures.service.js';
import { SignaturesRepository } from './signatures.repository.js';
import { WindowFactsRepository } from './window-facts.repository.js';

const NOW = new Date('2026-03-11T12:00:00Z'); // a Wednesday
const daysLater = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

let db: TestDatabase;
let signatures: Signatures;
let statements: number;
let ours: string;
let theirs: string;

beforeAll(async () => {
  db = await openTestDatabase();
  const counting = new Proxy(db.database, {
    get(target, name: 'query') {
      statements += 1;
      return target[name].bind(target);
    },
  });
  signatures = new Signatures(
    new SnapshotsRepository(counting),
    new WindowFactsRepository(counting),
    new SignaturesRepository(counting),
  );
});
afterAll(() => db.close());
beforeEach(async () => {
  [ours, theirs] = (await newScope(db.database, 'Acme migration', 'Borealis')) as [string, string];
  statements = 0;
});

interface Stored {
  window_days: number;
  window_end: string;
  vector: number[];
  pairs: string[];
  context: unknown;
  snapshots: number;
  computed_at: Date;
}
const stored = (projectId: string) =>
  db.database.query<Stored>(
    `SELECT window_days, window_end::text, vector, pairs, context, snapshots, computed_at FROM case_signatures
     WHERE project_id = $1 ORDER BY window_days, window_end`,
    [projectId],
  );
const numbersOf = ({ vector }: Stored) =>
  Object.fromEntries(FEATURES.map((key, i) => [key, vector[i]]).filter(([, value]) => value !== 0));

const deal = (projectId: string, id: string, title: string, since: string | null, deletedAt: string | null = null) =>
  db.database.run(
    `INSERT INTO attio_opportunities_raw (project_id, record_id, stage_title, stage_status, stage_since, won,
       person_record_ids, vendor_created_at, vendor_created_at_text, content_hash, data, deleted_at)
     VALUES ($1, $2, $3, 'open', $4, false, '[]', '2026-01-01', '', '', '{}', $5)`,
    [projectId, id, title, since, deletedAt],
  );
const linearProject = (projectId: string, name: string) =>
  db.database.run(
    `INSERT INTO linear_projects_raw (project_id, id, workspace_id, name, team_ids, vendor_created_at, vendor_updated_at, data)
     VALUES ($1, $2, 'w', $2, '[]', now(), '', '{}')`,
    [projectId, name],
  );

describe('refreshing signatures', () => {
  it('takes each window’s snapshots, pairs and circumstances, of each project its own', async () => {
    await addSnapshot(db.database, ours, '2026-02-20', { signals: { blockers_age: 7 }, scores: { risk: 20 } });
    await addSnapshot(db.database, ours, '2026-03-01', {
      signals: { waiting_on_client_days: 3.5, scope_creep_rate: 0.5, sentiment_trend: -0.1 },
      scores: { risk: 40, project_health: 50 },
    });
    await addSnapshot(db.database, ours, '2026-03-11', {
      signals: { stage_overdue: 5, budget_burn_rate: 2, margin_risk: 0.5, activity_drop: 1 },
      scores: { risk: 60 },
      events_7d: 50,
      pipeline_amount: 60_000,
    });
    await addSnapshot(db.database, ours, '2026-03-12', { signals: { blockers_age: 7 } });
    await addSnapshot(db.database, theirs, '2026-03-10');
    await addEvents(db.database, ours, '2026-02-27T10:00:00Z', ['issue_created', 'issue_blocked']);
    await addEvents(db.database, ours, '2026-03-10T10:00:00Z', [
      'process_started',
      'message_sent',
      'process_warning',
      'message_sent',
      'message_sent',
    ]);
    await addEvents(db.database, ours, '2026-03-11T12:00:00Z', ['note_logged', 'invoice_sent']);
    await addEvents(db.database, theirs, '2026-03-10T10:00:30Z', ['issue_created']);
    await deal(ours, 'old', 'Proposal', '2026-01-01T00:00:00.000000000Z');
    await deal(ours, 'new', 'Negotiation', '2026-02-01T00:00:00.000000000Z');
    await deal(ours, 'undated', 'Lead', null);
    await deal(ours, 'gone', 'Won', '2026-03-01T00:00:00.000000000Z', '2026-03-02');
    await linearProject(theirs, 'Support desk');

    const refreshed = await signatures.refresh([theirs, ours], [7, 14, 30], NOW);

    expect(statements).toBe(4);
    const context = { project_type: 'migration', budget_band: 'md', deal_stage: 'negotiation' };
    const recent = ['message_sent>message_sent', 'message_sent>note_logged'];
    const longer = ['issue_blocked>message_sent', 'issue_created>issue_blocked', ...recent];
    const rows = await stored(ours);
    expect(rows).toMatchObject([
      { window_days: 7, window_end: '2026-03-11', snapshots: 1, context, pairs: recent },
      { window_days: 14, window_end: '2026-03-11', snapshots: 2, context, pairs: longer },
      { window_days: 30, window_end: '2026-03-11', snapshots: 3, context, pairs: longer },
    ]);
    expect(rows.map(numbersOf)).toEqual([
      { stage: 1, burn: 1, margin: 0.5, activity: 1, risk: 0.6, events: 1 },
      {
        waiting: 0.25,
        stage: 0.5,
        scope: 0.5,
        margin: 0.25,
        activity: 0.5,
        sentiment: 0.125,
        risk: 0.5,
        health: 0.25,
        events: 0.5,
        risk_change: 0.5,
        waiting_change: -0.5,
        scope_change: -1,
      },
      expect.objectContaining({ blockers: expect.closeTo(1 / 3, 12), risk: expect.closeTo(0.4, 12), risk_change: 1 }),
    ]);
    expect(await stored(theirs)).toMatchObject([
      {
        window_days: 7,
        snapshots: 1,
        pairs: [],
        context: { project_type: 'support', budget_band: 'xs', deal_stage: 'discovery' },
      },
      { window_days: 14 },
      { window_days: 30 },
    ]);
    expect(refreshed.get(ours)).toEqual({
      signatures: [
        { window_days: 7, window_end: '2026-03-11', snapshots: 1, pairs: 2, changed: true },
        { window_days: 14, window_end: '2026-03-11', snapshots: 2, pairs: 4, changed: true },
        { window_days: 30, window_end: '2026-03-11', snapshots: 3, pairs: 4, changed: true },
      ],
      without_snapshots: [],
    });
  });

  it('says which windows had no snapshots, and of those takes none', async () => {
    await addSnapshot(db.database, ours, '2026-02-20');
    const refreshed = await signatures.refresh([ours, theirs], [7, 30], NOW);
    expect(refreshed.get(ours)).toMatchObject({ signatures: [{ window_days: 30 }], without_snapshots: [7] });
    expect(refreshed.get(theirs)).toEqual({ signatures: [], without_snapshots: [7, 30] });
    expect(await stored(theirs)).toEqual([]);
  });

  it('writes only what differs', async () => {
    await addSnapshot(db.database, ours, '2026-03-01');
    await signatures.refresh([ours], [14, 30], NOW);
    const before = await stored(ours);
    const again = await signatures.refresh([ours], [14, 30], NOW);
    expect(again.get(ours)?.signatures.map(({ changed }) => changed)).toEqual([false, false]);
    expect(await stored(ours)).toEqual(before);

    await addSnapshot(db.database, ours, '2026-02-12');
    const later = await signatures.refresh([ours], [14, 30], NOW);
    expect(later.get(ours)?.signatures.map(({ changed }) => changed)).toEqual([false, true]);
    expect((await stored(ours)).map(({ snapshots }) => snapshots)).toEqual([1, 2]);
  });

  it('keeps a window of every week for 400 days, however often it is taken', async () => {
    for (const days of [-400, -399, -393, -7, -2, -1, 0, 4, 5]) {
      const now = daysLater(days);
      await addSnapshot(db.database, ours, now.toISOString().slice(0, 10));
      await signatures.refresh([ours], [7], now);
    }
    expect((await stored(ours)).map(({ window_end }) => window_end)).toEqual([
      // Of 2025-02-04 (Tuesday) nothing is left: 400 days before the last day are 2025-02-09.
      '2025-02-11',
      '2026-03-04',
      '2026-03-15',
      '2026-03-16',
    ]);
  });
});
