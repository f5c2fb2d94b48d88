import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { newScope } from '../../test/support/case-rows.js';
import { onsetsOn } from '../../test/support/onsets.js';
import { messageRef } from '../../test/support/readings.js';
import { newProject } from '../../test/support/search-parts.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { daysIn } from '../common/day.js';
import { OnsetsRepository } from './onsets.repository.js';
import type { OnsetsService } from './onsets.service.js';
import { OutcomesRepository } from './outcomes.repository.js';
import { RiskReportsRepository } from './risk-reports.repository.js';

const NOW = new Date('2026-03-02T12:00:00Z');

let db: TestDatabase;
let service: OnsetsService;
let mine: string;

beforeAll(async () => {
  db = await openTestDatabase();
  service = onsetsOn(db.database, 'mon-fri');
});
afterAll(() => db.close());
beforeEach(async () => {
  mine = await newProject(db);
});

/** Keeps days from Monday, 2 February 2026 on; a letter each: w is a day on which a client has long been waited for. */
async function keep(letters: string, project = mine): Promise<void> {
  const days = daysIn('2026-02-02', '2026-12-31').slice(0, letters.length);
  for (const [at, day] of days.entries()) {
    const waits = letters[at] === 'w';
    await db.database.run(
      `INSERT INTO project_snapshots (project_id, snapshot_date, as_of, signals_json, scores_json, aggregates_json, measures_json, evidence_refs, publishable)
       VALUES ($1, $2::date, $2::date, '{}', '{}', '{}', $3, '[]', true)`,
      [project, day, JSON.stringify({ waiting_days: waits ? 4 : 0 })],
    );
    if (waits)
      await db.database.transaction((tx) =>
        new OutcomesRepository(db.database).replace(
          tx,
          [],
          [
            {
              project_id: project,
              occurred_on: day,
              outcome_type: 'client_risk',
              severity: 4,
              reason: [],
              evidence_refs: [messageRef(`waits on ${day}`)],
            },
          ],
        ),
      );
  }
}

const lost = (at: string, to = 'Lost') =>
  db.database.run(
    `INSERT INTO kag_event_log (project_id, event_type, occurred_at, actor, source, payload_json, evidence_refs, dedupe_key)
     VALUES ($1, 'deal_stage_changed', $2, 'team', 'attio', $3, $4, $5)`,
    [mine, at, JSON.stringify({ from: null, to }), JSON.stringify([messageRef('deal')]), randomUUID()],
  );

async function onsets() {
  await service.refresh([mine], NOW);
  const all = await new OnsetsRepository(db.database).list(mine, undefined, 50, null);
  return all.map(({ risk_type, began, ended, source, evidence_refs }) =>
    [risk_type, began, ended ?? '…', source, ...evidence_refs.map(({ source_pk }) => source_pk)].join(' '),
  );
}

describe('the onsets of a project', () => {
  it('are what its days tell, with the evidence of the day on which they began', async () => {
    await keep('.ww....ww');
    expect(await onsets()).toEqual(['client_risk 2026-02-03 … rule waits on 2026-02-03']);
    await db.database.run(`UPDATE project_snapshots SET measures_json = '{}' WHERE snapshot_date > '2026-02-04'`);
    expect(await onsets()).toEqual(['client_risk 2026-02-03 2026-02-05 rule waits on 2026-02-03']);
  });

  it('are by the project’s own calendar', async () => {
    await keep('....ww...');
    expect(await onsets()).toEqual([]);
    await db.database.run(`UPDATE projects SET working_days = '["fri", "sat"]' WHERE id = $1`, [mine]);
    expect(await onsets()).toEqual(['client_risk 2026-02-06 … rule waits on 2026-02-06']);
  });

  it('begin on the day on which a deal was lost, though that is before the first day that is kept', async () => {
    await lost('2026-01-12T23:59:59.999Z');
    await lost('2026-01-20T10:00:00Z', 'Won');
    await keep('.....');
    expect(await onsets()).toEqual(['client_risk 2026-01-12 2026-01-19 deal deal']);
  });

  it('begin where a person says that it happened, and not where they say anything else', async () => {
    const reports = new RiskReportsRepository(db.database);
    const report = { project_id: mine, risk_type: 'scope_risk', note: null, reported_by: randomUUID() } as const;
    await db.database.transaction(async (tx) => {
      const [first, second] = [randomUUID(), randomUUID()];
      await reports.put(tx, { ...report, recommendation_id: first, reported_on: '2026-02-04', resolution: 'happened' });
      await reports.put(tx, {
        ...report,
        recommendation_id: second,
        reported_on: '2026-02-20',
        resolution: 'prevented',
      });
    });
    await keep('..........................');
    expect(await onsets()).toEqual(['scope_risk 2026-02-04 2026-02-11 person']);
  });

  it('end with the project, whose days from then on are no longer kept', async () => {
    await keep('.wwwwwwwwwwww');
    await db.database.run(`UPDATE projects SET ended_on = '2026-02-10', ended_by = 'person' WHERE id = $1`, [mine]);
    expect(await onsets()).toEqual(['client_risk 2026-02-03 2026-02-10 rule waits on 2026-02-03']);
    for (const [table, column] of [
      ['project_snapshots', 'snapshot_date'],
      ['past_case_outcomes', 'occurred_on'],
    ] as const) {
      const [last] = await db.database.query(`SELECT max(${column})::text AS day FROM ${table} WHERE project_id = $1`, [
        mine,
      ]);
      expect([table, last]).toEqual([table, { day: '2026-02-09' }]);
    }
  });

  it('go on while an end is planned', async () => {
    await keep('.wwwwwwwwwwww');
    await db.database.run(`UPDATE projects SET ended_on = '2026-03-03', ended_by = 'person' WHERE id = $1`, [mine]);
    expect(await onsets()).toEqual(['client_risk 2026-02-03 … rule waits on 2026-02-03']);
    await service.refresh([mine], new Date('2026-03-03T00:00:00Z'));
    const [onset] = await new OnsetsRepository(db.database).list(mine, undefined, 50, null);
    expect(onset?.ended).toBe('2026-03-03');
  });

  it('are written where they differ only, and by as many statements for two hundred projects as for one', async () => {
    const many = await newScope(db.database, ...Array.from({ length: 199 }, (_, i) => `Project ${i}`));
    await keep('.ww', many[0]);
    expect(await service.refresh(many, NOW)).toBe(1);
    expect(await service.refresh(many, NOW)).toBe(0);
    const transactions = jest.spyOn(db.database, 'transaction');
    await service.refresh([...many, mine], NOW);
    expect(transactions).toHaveBeenCalledTimes(1);
    transactions.mockRestore();
  });
});
