import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { declaredRecords } from '../../test/support/declared-records.js';
import { messageRef, reading, StandInReadings, type ReadingParts } from '../../test/support/readings.js';
import { newScope } from '../../test/support/case-rows.js';
import { onsetsOn } from '../../test/support/onsets.js';
import { newProject } from '../../test/support/search-parts.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import type { ReadingsService } from '../kag-signals/index.js';
import { DayCountsRepository } from './day-counts.repository.js';
import { OutcomesRepository } from './outcomes.repository.js';
import { SnapshotsRepository } from './snapshots.repository.js';
import { SnapshotsService } from './snapshots.service.js';
import { StageChangesRepository } from './stage-changes.repository.js';

const NOW = new Date('2026-02-03T10:11:12.345Z');
const TODAY = '2026-02-03';

let db: TestDatabase;
let snapshots: SnapshotsRepository;
let outcomes: OutcomesRepository;
let readings: StandInReadings;
let service: SnapshotsService;
let mine: string;
let theirs: string;

/** What the readings say of every project, by day. */
let days: Record<string, Omit<ReadingParts, 'project_id' | 'as_of'>>;
const EVIDENCE = { activity_drop: [messageRef('m1')] };

beforeAll(async () => {
  db = await openTestDatabase();
  snapshots = new SnapshotsRepository(db.database);
  outcomes = new OutcomesRepository(db.database);
});
afterAll(() => db.close());
beforeEach(async () => {
  days = {};
  readings = new StandInReadings((project_id, as_of) =>
    reading({ project_id, as_of, evidence: EVIDENCE, ...days[as_of.toISOString().slice(0, 10)] }),
  );
  const standIn: unknown = readings;
  service = new SnapshotsService(
    standIn as ReadingsService,
    new DayCountsRepository(db.database, declaredRecords()),
    new StageChangesRepository(db.database),
    snapshots,
    outcomes,
    onsetsOn(db.database),
    db.database,
  );
  mine = await newProject(db);
  theirs = await newProject(db);
});

const stored = (projectId = mine) => snapshots.list({ projectId }, { include_unpublished: true }, 500, null);
const storedDays = async (projectId = mine) => (await stored(projectId)).map((one) => one.snapshot_date);
const storedOutcomes = async (projectId = mine) =>
  (await outcomes.list(projectId, undefined, 500, null)).map(
    (one) => `${one.occurred_on} ${one.outcome_type} ${one.severity}`,
  );

async function stageChanged(at: string, to: string | null, projectId = mine): Promise<void> {
  await db.database.run(
    `INSERT INTO kag_event_log (project_id, event_type, occurred_at, actor, source, payload_json, evidence_refs, dedupe_key)
     VALUES ($1, 'deal_stage_changed', $2, 'team', 'attio', $3, $4, $5)`,
    [projectId, at, JSON.stringify({ from: 'Lead', to }), JSON.stringify([messageRef(`deal ${at}`)]), randomUUID()],
  );
}

describe('refresh', () => {
  it('stores today as of now, with what the reading and the tables tell', async () => {
    days[TODAY] = {
      values: { blockers_age: 6, risk: 40 },
      open_blockers: 3,
      evidence: { blockers_age: [messageRef('b')] },
    };
    await stageChanged('2026-02-01T09:00:00Z', 'Won');
    expect(await service.refresh([mine], { day: TODAY }, NOW)).toEqual(
      new Map([[mine, { snapshots: 1, outcomes: 1, hidden: [] }]]),
    );
    const [snapshot] = await stored();
    expect(snapshot).toEqual({
      project_id: mine,
      snapshot_date: TODAY,
      as_of: NOW,
      signals_json: expect.objectContaining({
        blockers_age: { known: true, value: 6, status: 'critical', details: { open_blockers: 3 }, risk: 1 },
        margin_risk: { known: true, value: 0, status: 'ok', details: {}, risk: 0 },
      }),
      scores_json: expect.objectContaining({ risk: { known: true, value: 40, band: 'low' } }),
      aggregates_json: {
        events_7d: 1,
        events_14d: 1,
        events_30d: 1,
        events_by_source_14d: { chatwoot: 0, linear: 0, attio: 1, github: 0 },
        open_issues: 0,
        blocked_issues: 3,
        overdue_issues: 0,
        pipeline_amount: 0,
        pipeline_count: 0,
      },
      evidence_refs: [messageRef('b')],
      publishable: true,
      computed_at: expect.any(Date),
    });
    expect(await outcomes.list(mine, undefined, 10, null)).toEqual([
      {
        project_id: mine,
        occurred_on: TODAY,
        outcome_type: 'delivery_risk',
        severity: 5,
        reason: [
          { key: 'open_blockers', value: 3, limit: 2 },
          { key: 'blockers_age', value: 6, limit: 3 },
        ],
        evidence_refs: [messageRef('b')],
        source: 'snapshot',
        computed_at: expect.any(Date),
      },
    ]);
  });

  it('takes 60 days in one call: the past as of its days’ ends, by replay, and today as of now', async () => {
    const refreshed = await service.refresh([mine], { from: '2025-12-06', to: TODAY }, NOW);
    expect(refreshed.get(mine)).toEqual({ snapshots: 60, outcomes: 0, hidden: [] });
    const all = await stored();
    expect(all).toHaveLength(60);
    expect([all[0]?.as_of, all[1]?.as_of, all.at(-1)?.as_of]).toEqual([
      NOW,
      new Date('2026-02-02T23:59:59.999Z'),
      new Date('2025-12-06T23:59:59.999Z'),
    ]);
    expect(readings.replayed.map((moments) => moments.length)).toEqual([59]);
    expect(readings.replayed[0]).toEqual([...readings.replayed[0]!].sort((a, b) => a.getTime() - b.getTime()));
    expect(readings.refreshed).toEqual([NOW]);
  });

  it('tells how far it is: batch by batch of one project’s days, or of some projects with all of theirs', async () => {
    const calls: [number, number][] = [];
    const progress = (...done: [number, number]) => calls.push(done);
    await service.refresh([mine], { from: '2025-07-01', to: TODAY }, NOW, { progress });
    await service.refresh([mine, theirs], { from: '2025-11-01', to: TODAY }, NOW, { progress });
    await service.refresh([mine, theirs], { from: '2025-10-01', to: TODAY }, NOW, { progress });
    expect(calls).toEqual([
      [200, 218],
      [218, 218],
      [190, 190],
      [126, 252],
      [252, 252],
    ]);
  });

  it('finds silences before it counts days, though only days of the past are wanted: they are events of these', async () => {
    await service.refresh([mine], { from: '2026-01-01', to: '2026-01-03' }, NOW);
    expect(await storedDays()).toEqual(['2026-01-03', '2026-01-02', '2026-01-01']);
    expect([readings.order, readings.refreshed]).toEqual([['refresh', 'at'], [NOW]]);
  });

  it('counts the other projects at now as well, since today is read whatever days are wanted', async () => {
    const [end, from] = [new Date('2026-02-02T23:59:59.999Z'), '2026-02-02'];
    await service.refresh([mine], { day: from }, NOW);
    await service.refresh([mine], { from, to: TODAY }, NOW);
    expect(readings.counted).toEqual([
      [end, NOW],
      [end, NOW],
    ]);
  });

  it('replaces a day that is computed again, outcomes that no longer hold included, and no other', async () => {
    for (const day of ['2026-02-01', '2026-02-02', TODAY])
      days[day] = { values: { waiting_on_client_days: 5, budget_burn_rate: 1.4, risk: 10 } };
    await service.refresh([mine, theirs], { from: '2026-02-01', to: TODAY }, NOW);
    const before = [await stored(theirs), await outcomes.list(theirs, undefined, 99, null)];
    days['2026-02-02'] = { values: { waiting_on_client_days: 7, risk: 20 } };
    const later = new Date(NOW.getTime() + 3_600_000);
    const refreshed = await service.refresh([mine], { day: '2026-02-02' }, later);
    expect(refreshed.get(mine)).toMatchObject({ snapshots: 1, outcomes: 1 });
    expect(await storedOutcomes()).toEqual([
      '2026-02-03 finance_risk 5',
      '2026-02-03 client_risk 4',
      '2026-02-02 client_risk 5',
      '2026-02-01 finance_risk 5',
      '2026-02-01 client_risk 4',
    ]);
    expect((await stored()).map((one) => one.scores_json.risk.value)).toEqual([10, 20, 10]);
    expect([await stored(theirs), await outcomes.list(theirs, undefined, 99, null)]).toEqual(before);

    await service.refresh([mine], { day: TODAY }, later);
    expect((await stored())[0]?.as_of).toEqual(later);
  });

  it('finds the outcome of a deal that came to an ending stage, on the very day', async () => {
    await stageChanged('2026-02-01T23:59:59.9995Z', 'Lost');
    await stageChanged('2026-02-02T00:00:00Z', 'Lost');
    await stageChanged('2026-02-02T12:00:00Z', 'Заморожена');
    await stageChanged('2026-02-02T13:00:00Z', 'Won');
    await stageChanged('2026-02-02T14:00:00Z', null);
    await stageChanged('2026-02-03T10:11:12.346Z', 'Lost');
    await service.refresh([mine, theirs], { from: '2026-01-31', to: TODAY }, NOW);
    expect(await storedOutcomes()).toEqual(['2026-02-02 client_risk 4', '2026-02-01 client_risk 4']);
    expect((await outcomes.list(mine, undefined, 9, null))[0]).toMatchObject({
      reason: [
        { key: 'deal_stage_changed', value: 'Заморожена', limit: null },
        { key: 'deal_stage_changed', value: 'Lost', limit: null },
      ],
      evidence_refs: [messageRef('deal 2026-02-02T12:00:00Z'), messageRef('deal 2026-02-02T00:00:00Z')],
    });
    expect(await storedOutcomes(theirs)).toEqual([]);
  });

  it('keeps no day on which the project was over, also where one was kept of it', async () => {
    const span = { from: '2026-01-31', to: TODAY };
    for (const day of ['2026-01-31', '2026-02-01', '2026-02-02', TODAY])
      days[day] = { values: { waiting_on_client_days: 5 } };
    await service.refresh([mine], span, NOW);
    const before = (await stored()).slice(2);
    for (const day of ['2026-02-02', TODAY]) days[day] = { ended_on: '2026-02-02', values: { stage_overdue: 9 } };
    const refreshed = await service.refresh([mine], span, NOW);
    expect(refreshed.get(mine)).toEqual({ snapshots: 2, outcomes: 2, hidden: [] });
    expect((await stored()).map(({ computed_at: _at, ...one }) => one)).toEqual(
      before.map(({ computed_at: _at, ...one }) => one),
    );
    expect(await storedOutcomes()).toEqual(['2026-02-01 client_risk 4', '2026-01-31 client_risk 4']);
  });

  it('hides what has no evidence, and says which', async () => {
    days['2026-02-02'] = { values: { stage_overdue: 9 }, evidence: {} };
    const each = { snapshots: 3, outcomes: 1, hidden: ['2026-02-02'] };
    expect(await service.refresh([mine, theirs], { from: '2026-02-01', to: TODAY }, NOW)).toEqual(
      new Map([
        [mine, each],
        [theirs, each],
      ]),
    );
    const shown = await snapshots.list({ projectId: mine }, { include_unpublished: false }, 10, null);
    expect(shown.map((one) => one.snapshot_date)).toEqual([TODAY, '2026-02-01']);
    expect(await storedDays()).toEqual([TODAY, '2026-02-02', '2026-02-01']);
  });

  it('refuses days after today, and takes none and nobody for nothing', async () => {
    await expect(service.refresh([mine], { day: '2026-02-04' }, NOW)).rejects.toThrow('after today, 2026-02-03');
    await expect(service.refresh([mine], { from: TODAY, to: '2026-02-04' }, NOW)).rejects.toThrow('after today');
    expect(await service.refresh([], { day: TODAY }, NOW)).toEqual(new Map());
    expect(await stored()).toEqual([]);
  });

  it('stops between two batches when it is told to, and keeps what it has by then', async () => {
    const stop = new AbortController();
    const work = service.refresh([mine], { from: '2025-06-01', to: '2025-12-31' }, NOW, {
      signal: stop.signal,
      progress: () => stop.abort(new Error('enough')),
    });
    await expect(work).rejects.toThrow('enough');
    expect(await stored()).toHaveLength(200);
  });

  it('stores a batch wholly or not at all', async () => {
    days[TODAY] = { values: { waiting_on_client_days: 5 } };
    await service.refresh([mine], { day: TODAY }, NOW);
    const before = [await stored(), await outcomes.list(mine, undefined, 9, null)];
    days[TODAY] = {};
    // The outcomes come last: a failure there must take the snapshots back.
    jest.spyOn(outcomes, 'replace').mockRejectedValueOnce(new Error('away'));
    await expect(service.refresh([mine], { day: TODAY }, NOW)).rejects.toThrow('away');
    expect([await stored(), await outcomes.list(mine, undefined, 9, null)]).toEqual(before);
  });

  it('takes as many statements for two hundred projects as for one', async () => {
    const many = await newScope(db.database, ...Array.from({ length: 200 }, (_, i) => `Project ${i}`));
    days[TODAY] = { values: { waiting_on_client_days: 5 } };
    const outside = jest.spyOn(db.database, 'query');
    const inside = jest.spyOn(db.database, 'transaction');
    const statements = async (projectIds: string[]) => {
      outside.mockClear();
      inside.mockClear();
      const refreshed = await service.refresh(projectIds, { day: TODAY }, NOW);
      expect(projectIds.map((id) => refreshed.get(id)?.outcomes)).toEqual(projectIds.map(() => 1));
      return [outside.mock.calls.length, inside.mock.calls.length];
    };
    try {
      expect(await statements([mine])).toEqual([5, 2]);
      expect(await statements(many)).toEqual([5, 2]);
      expect(await statements([...many, mine])).toEqual([10, 4]);
    } finally {
      outside.mockRestore();
      inside.mockRestore();
    }
  });

  it('comes to the same when several runs do the same days at once', async () => {
    for (const day of ['2026-02-01', '2026-02-02', TODAY]) days[day] = { values: { waiting_on_client_days: 5 } };
    const span = { from: '2026-02-01', to: TODAY };
    await Promise.all(
      Array.from({ length: 6 }, (_, i) => service.refresh(i % 2 ? [mine, theirs] : [theirs, mine], span, NOW)),
    );
    for (const id of [mine, theirs]) {
      expect(await storedDays(id)).toEqual([TODAY, '2026-02-02', '2026-02-01']);
      expect(await storedOutcomes(id)).toHaveLength(3);
    }
  });
});

describe('what others ask', () => {
  beforeEach(async () => {
    for (const day of ['2026-02-01', TODAY]) days[day] = { values: { waiting_on_client_days: 5 } };
    await service.refresh([mine], { from: '2026-01-30', to: TODAY }, NOW);
    await service.refresh([theirs], { from: '2026-01-30', to: '2026-02-01' }, NOW);
  });

  it('between: the figures of the projects’ days, oldest first, without the bulk of evidence', async () => {
    const found = await snapshots.between([{ project_id: theirs, from: '2026-01-31', to: TODAY }]);
    expect(found.map((one) => one.measures.day)).toEqual(['2026-01-31', '2026-02-01']);
    expect(Object.keys(found[0]!)).not.toContain('evidence_refs');
    expect(found[1]!.measures).toMatchObject({ waiting_days: 5, burn: 0, margin: null });
    const both = await snapshots.between([
      { project_id: mine, from: '2026-01-31', to: '2026-02-02' },
      { project_id: theirs, from: '2026-02-01', to: '2026-02-01' },
    ]);
    expect(both.filter((one) => one.project_id === mine).map((one) => one.measures.day)).toEqual([
      '2026-01-31',
      '2026-02-01',
      '2026-02-02',
    ]);
    expect(both.filter((one) => one.project_id === theirs).map((one) => one.measures.day)).toEqual(['2026-02-01']);
    expect(await snapshots.between([])).toEqual([]);
  });

  it('latest: of each project that has one the newest', async () => {
    const found = await snapshots.latest([mine, theirs, randomUUID()]);
    expect([...found].map(([id, one]) => [id, one.snapshot_date]).sort()).toEqual(
      [
        [mine, TODAY],
        [theirs, '2026-02-01'],
      ].sort(),
    );
  });

  it('outcomesOf: the projects’ outcomes from a day on, newest first', async () => {
    const found = await outcomes.outcomesOf([mine], '2026-02-01');
    expect(found.map((one) => [one.project_id, one.occurred_on, one.outcome_type])).toEqual([
      [mine, TODAY, 'client_risk'],
      [mine, '2026-02-01', 'client_risk'],
    ]);
    expect(await outcomes.outcomesOf([mine, theirs], '2026-02-02')).toHaveLength(1);
  });

  it('freshness: of the newest day', async () => {
    expect(await snapshots.freshness({ projectId: mine })).toEqual({ as_of: NOW, computed_at: expect.any(Date) });
    expect(await snapshots.freshness({ projectId: randomUUID() })).toEqual({ as_of: null, computed_at: null });
  });
});
