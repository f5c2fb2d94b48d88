import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { declaredRecords } from '../../test/support/declared-records.js';
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
    get(target, name: 'query' | 'distributed') {
      if (name !== 'distributed') statements += 1;
      return target[name].bind(target);
    },
  });
  signatures = new Signatures(
    new SnapshotsRepository(counting),
    new WindowFactsRepository(counting, declaredRecords()),
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
}
const kept = (projectId: string) =>
  db.database.query<Stored>(
    `SELECT window_days, window_end::text, vector, pairs, context, snapshots FROM case_signatures
     WHERE project_id = $1 ORDER BY window_days, window_end`,
    [projectId],
  );
/** Those of the windows that end today. */
const stored = async (projectId: string) =>
  (await kept(projectId)).filter(({ window_end }) => window_end === NOW.toISOString().slice(0, 10));
/** Whatever is kept was taken long after the snapshots it is made of. */
const settle = () => db.database.run(`UPDATE case_signatures SET computed_at = now() + interval '1 hour'`);
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
    await addSnapshot(db.database, ours, '2026-02-20', { measures: { blockers_age: 6 } });
    await addSnapshot(db.database, ours, '2026-03-01', {
      measures: { waiting_days: 3, scope_requests_7d: 5, sentiment_level: -0.1 },
    });
    await addSnapshot(db.database, ours, '2026-03-11', {
      measures: { stage_overdue: 5, burn: 2, margin: 0.3, activity_drop: 1 },
      events_7d: 14,
      events_30d: 30,
      pipeline_amount: 60_000,
    });
    await addSnapshot(db.database, ours, '2026-03-12', { measures: { blockers_age: 6 } });
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

    expect(statements).toBe(6);
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
      { stage: 1, burn: 1, margin: expect.closeTo(0.5, 12), activity: 1, busy: 0.5 },
      {
        waiting: 0.25,
        stage: 0.5,
        scope: 0.5,
        burn: expect.closeTo(0.9375, 12),
        margin: expect.closeTo(0.25, 12),
        mood: expect.closeTo(0.1, 12),
        activity: 0.5,
        busy: 0.5,
        waiting_change: -0.5,
        scope_change: -1,
      },
      expect.objectContaining({ blockers_age: expect.closeTo(1 / 3, 12), waiting: expect.closeTo(1 / 6, 12) }),
    ]);
    expect(await stored(theirs)).toMatchObject([
      {
        window_days: 7,
        snapshots: 1,
        pairs: [],
        context: { project_type: 'support', budget_band: null, deal_stage: 'discovery' },
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
      past_windows: 6,
      without_snapshots: [],
    });
  });

  it('says which windows had no snapshots, and of those takes none', async () => {
    await addSnapshot(db.database, ours, '2026-02-20');
    const refreshed = await signatures.refresh([ours, theirs], [7, 30], NOW);
    expect(refreshed.get(ours)).toMatchObject({ signatures: [{ window_days: 30 }], without_snapshots: [7] });
    expect(refreshed.get(theirs)).toEqual({ signatures: [], past_windows: 0, without_snapshots: [7, 30] });
    expect(await stored(theirs)).toEqual([]);
  });

  it('tells what differs', async () => {
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

  it('ends with its project: the last window is that of its last days', async () => {
    for (const day of ['2026-02-25', '2026-03-04', '2026-03-11']) await addSnapshot(db.database, ours, day);
    await signatures.refresh([ours], [7], NOW);
    await db.database.run(`UPDATE projects SET ended_on = '2026-03-06' WHERE id = $1`, [ours]);
    await db.database.run(`DELETE FROM project_snapshots WHERE project_id = $1 AND snapshot_date = '2026-03-11'`, [
      ours,
    ]);
    const refreshed = await signatures.refresh([ours], [7], NOW);
    expect((await kept(ours)).map(({ window_end }) => window_end)).toEqual(['2026-03-01', '2026-03-05']);
    expect(refreshed.get(ours)).toMatchObject({
      signatures: [{ window_end: '2026-03-05', snapshots: 1 }],
      without_snapshots: [],
    });
    const again = await signatures.refresh([ours], [7], daysLater(30));
    expect(again.get(ours)).toMatchObject({ signatures: [{ window_end: '2026-03-05', changed: false }] });
    expect((await kept(ours)).map(({ window_end }) => window_end)).toEqual(['2026-03-01', '2026-03-05']);
  });

  it('takes no day of which no measures are kept', async () => {
    await addSnapshot(db.database, ours, '2026-03-10');
    await db.database.run('UPDATE project_snapshots SET measures_json = NULL WHERE project_id = $1', [ours]);
    expect((await signatures.refresh([ours], [7], NOW)).get(ours)).toMatchObject({ without_snapshots: [7] });
  });

  it('keeps a window of every week for 400 days, however often it is taken', async () => {
    for (const days of [-407, -399, -393, -7, -2, -1, 0, 4, 5]) {
      const now = daysLater(days);
      await addSnapshot(db.database, ours, now.toISOString().slice(0, 10));
      await signatures.refresh([ours], [7], now);
    }
    expect((await kept(ours)).map(({ window_end }) => window_end)).toEqual([
      // Of 2025-01-28 nothing is left: 400 days before the last day are 2025-02-09, which is the Sunday of the next
      // week.
      '2025-02-09',
      '2025-02-16',
      '2026-03-08',
      '2026-03-15',
      '2026-03-16',
    ]);
  });
});

describe('past weeks', () => {
  const DAYS = Array.from({ length: 60 }, (_, i) =>
    daysLater(i - 59)
      .toISOString()
      .slice(0, 10),
  );
  const FLOW = ['message_sent', 'issue_created', 'issue_blocked', 'note_logged', 'issue_unblocked', 'invoice_sent'];
  const snapshot = (projectId: string, day: string, i: number) =>
    addSnapshot(db.database, projectId, day, {
      measures: { blockers_age: i % 7, waiting_days: i % 5, scope_requests_7d: i % 4 },
      events_7d: i,
      events_30d: 3 * i,
      pipeline_amount: i * 1000,
    });
  const event = (projectId: string, day: string, i: number) =>
    addEvents(db.database, projectId, `${day}T09:00:00Z`, [FLOW[i % 6]!, FLOW[(i * i) % 5]!]);

  it('have the windows that they would have had if they had been taken then', async () => {
    for (const [i, day] of DAYS.entries()) {
      await snapshot(theirs, day, i);
      await event(theirs, day, i);
      // On Sundays the windows of the week that is over; on the last day those of today.
      if (i % 7 === (3 + 59 - 2) % 7) await signatures.refresh([theirs], [7, 14, 30], new Date(`${day}T23:59:59.999Z`));
    }
    await signatures.refresh([theirs], [7, 14, 30], NOW);
    await db.database.run(`UPDATE projects SET name = 'Borealis migration' WHERE id = $1`, [theirs]);
    for (const [i, day] of DAYS.entries()) {
      await snapshot(ours, day, i);
      await event(ours, day, i);
    }
    statements = 0;
    const refreshed = await signatures.refresh([ours, theirs], [7, 14, 30], NOW);
    expect(statements).toBe(6);
    const ends = (await kept(ours)).flatMap(({ window_days, window_end }) => (window_days === 7 ? [window_end] : []));
    expect(ends).toEqual([
      ...['2026-01-11', '2026-01-18', '2026-01-25', '2026-02-01', '2026-02-08', '2026-02-15', '2026-02-22'],
      ...['2026-03-01', '2026-03-08', '2026-03-11'],
    ]);
    expect(refreshed.get(ours)).toMatchObject({ past_windows: 27, without_snapshots: [] });
    expect((await kept(ours)).map(({ vector, pairs, snapshots }) => ({ vector, pairs, snapshots }))).toEqual(
      (await kept(theirs)).map(({ vector, pairs, snapshots }) => ({ vector, pairs, snapshots })),
    );
    expect((await kept(ours)).every(({ pairs }) => pairs.length > 0)).toBe(true);
  });

  it('are left alone until one of their days is computed again', async () => {
    for (const [i, day] of DAYS.entries()) await snapshot(ours, day, i);
    await signatures.refresh([ours], [7, 14, 30], NOW);
    await settle();
    expect(await new SignaturesRepository(db.database).weeksDue([ours], [7, 14, 30], '2026-03-11')).toEqual([]);
    const before = await kept(ours);

    await addSnapshot(db.database, ours, '2026-01-20', { measures: { margin: 0 } });
    await db.database.run(
      `UPDATE project_snapshots SET computed_at = now() + interval '2 hours' WHERE project_id = $1 AND snapshot_date = '2026-01-20'`,
      [ours],
    );
    const refreshed = await signatures.refresh([ours], [7, 14, 30], NOW);
    const changed = (await kept(ours)).filter((one, i) => JSON.stringify(one) !== JSON.stringify(before[i]));
    expect(changed.map(({ window_days, window_end }) => `${window_end} ${window_days}`)).toEqual([
      '2026-01-25 7',
      ...['2026-01-25 14', '2026-02-01 14'],
      ...['2026-01-25 30', '2026-02-01 30', '2026-02-08 30', '2026-02-15 30'],
    ]);
    expect(refreshed.get(ours)).toMatchObject({ past_windows: 7 });
  });

  it('are taken again when their days may have been on their way while they were taken', async () => {
    await snapshot(ours, '2026-03-01', 1);
    await signatures.refresh([ours], [7], NOW);
    const due = () => new SignaturesRepository(db.database).weeksDue([ours], [7], '2026-03-11');
    await db.database.run(`UPDATE project_snapshots SET computed_at = computed_at - interval '9 minutes'`);
    expect(await due()).toEqual([{ project_id: ours, window_end: '2026-03-01' }]);
    await db.database.run(`UPDATE project_snapshots SET computed_at = computed_at - interval '2 minutes'`);
    expect(await due()).toEqual([]);
    await db.database.run(`DELETE FROM case_signatures WHERE window_days = 7`);
    expect(await due()).toHaveLength(1);
  });

  it('know of a deal what was known then', async () => {
    const stages = async () =>
      (await kept(ours)).map(({ window_end, context }) => [window_end, (context as { deal_stage: string }).deal_stage]);
    for (const day of ['2026-01-10', '2026-02-10', '2026-02-20', '2026-03-10']) await snapshot(ours, day, 1);
    await deal(ours, 'd', 'Won', '2026-02-17T10:00:00.000000000Z');
    await db.database.run(`UPDATE attio_opportunities_raw SET stage_status = 'won', vendor_created_at = '2026-01-12'`);
    await signatures.refresh([ours], [7], NOW);
    const after = [
      ['2026-02-22', 'won'],
      ['2026-03-11', 'won'],
    ];
    // It is unknown what it was before; and before it was there, it was nothing.
    expect(await stages()).toEqual([['2026-01-11', 'discovery'], ['2026-02-15', 'discovery'], ...after]);

    await db.database.run(
      `INSERT INTO kag_event_log (project_id, event_type, occurred_at, actor, source, payload_json, dedupe_key)
       VALUES ($1, 'deal_stage_changed', '2026-02-17T10:00:00Z', 'team', 'attio', '{"deal_id": "d", "from": "Negotiation", "to": "Won"}', 'd')`,
      [ours],
    );
    await signatures.refresh([ours], [7], NOW);
    expect(await stages()).toEqual([['2026-01-11', 'discovery'], ['2026-02-15', 'negotiation'], ...after]);
  });
});
