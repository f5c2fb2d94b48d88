import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayOf, daysIn, startOfDay } from '../../src/common/day.js';
import type { ReadingsService } from '../../src/kag-signals/index.js';
import { DayCountsRepository } from '../../src/kag-snapshots/day-counts.repository.js';
import { OnsetsRepository } from '../../src/kag-snapshots/onsets.repository.js';
import { OutcomesRepository } from '../../src/kag-snapshots/outcomes.repository.js';
import { RiskReportsRepository } from '../../src/kag-snapshots/risk-reports.repository.js';
import { SnapshotsRepository } from '../../src/kag-snapshots/snapshots.repository.js';
import { SnapshotsService } from '../../src/kag-snapshots/snapshots.service.js';
import { StageChangesRepository } from '../../src/kag-snapshots/stage-changes.repository.js';
import { declaredRecords } from '../support/declared-records.js';
import { onsetsOn } from '../support/onsets.js';
import { messageRef, reading, StandInReadings, type ReadingParts } from '../support/readings.js';
import { newProject } from '../support/search-parts.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const DAYS = daysIn('2026-02-20', '2026-04-05');
const ZONES = ['UTC', 'Pacific/Auckland', 'America/New_York'];

/** A project's life: what is read of each day, when deals ended, what people said, and when it was over. */
interface Life {
  days: ReadingParts[];
  lost: string[];
  reported: string[];
  ended_on: string | null;
}

const day = fc.constantFrom(...DAYS);
const lives: fc.Arbitrary<Life> = fc.record({
  days: fc
    .array(
      fc.record({
        waiting: fc.constantFrom(0, 0, 4, 4, 7),
        burn: fc.constantFrom(0.5, 0.5, 1.25),
        again: fc.integer({ min: 1, max: 6 }),
      }),
      { minLength: DAYS.length, maxLength: DAYS.length },
    )
    .map((parts) =>
      parts
        .flatMap(({ waiting, burn, again }) => {
          const evidence = { waiting_on_client_days: [messageRef(`waits ${waiting}`)] };
          const one = { values: { waiting_on_client_days: waiting, budget_burn_rate: burn }, evidence };
          return Array.from({ length: again }, () => one);
        })
        .slice(0, DAYS.length),
    ),
  lost: fc.array(day, { maxLength: 2 }),
  reported: fc.array(day, { maxLength: 2 }),
  ended_on: fc.option(day),
});

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

describe('onsets', () => {
  it.each(ZONES)('are the same, to the byte, day by day and all at once, for people in %s', async (zone) => {
    await fc.assert(
      fc.asyncProperty(lives, async (life) => {
        const [daily, atOnce] = [await born(life, zone), await born(life, zone)];
        const snapshots = snapshotsOf(life);
        for (const today of DAYS) {
          const noon = new Date(startOfDay(today).getTime() + 12 * 3_600_000);
          await snapshots.refresh([daily], { from: dayBefore(today), to: today }, noon);
        }
        const end = new Date(`${DAYS.at(-1) ?? ''}T12:00:00Z`);
        await snapshots.refresh([atOnce], { from: dayBefore(DAYS[0] ?? ''), to: dayOf(end) }, end);
        await over(daily, life);
        await over(atOnce, life);
        const onsets = onsetsOn(db.database, 'mon-fri');
        await onsets.refresh([daily, atOnce], end);
        expect(await listed(daily)).toBe(await listed(atOnce));
        expect(await onsets.refresh([daily, atOnce], end)).toBe(0);
      }),
      { numRuns: 6 },
    );
  });
});

function snapshotsOf({ days }: Life): SnapshotsService {
  const byDay = new Map(DAYS.map((one, nth) => [one, days[nth]]));
  const readings: unknown = new StandInReadings((project_id, as_of) =>
    reading({ ...byDay.get(dayOf(as_of)), project_id, as_of }),
  );
  const { database } = db;
  return new SnapshotsService(
    readings as ReadingsService,
    new DayCountsRepository(database, declaredRecords()),
    new StageChangesRepository(database),
    new SnapshotsRepository(database),
    new OutcomesRepository(database),
    onsetsOn(database, 'mon-fri'),
    database,
  );
}

const dayBefore = (one: string): string => dayOf(new Date(startOfDay(one).getTime() - 1));

/** A project with its deals and with what people say, before any of its days is looked at. */
async function born({ lost, reported: reports }: Life, zone: string): Promise<string> {
  const project = await newProject(db);
  await db.database.run('UPDATE projects SET time_zone = $2 WHERE id = $1', [project, zone]);
  for (const [nth, one] of lost.entries())
    await db.database.run(
      `INSERT INTO kag_event_log (project_id, event_type, occurred_at, actor, source, payload_json, evidence_refs, dedupe_key)
       VALUES ($1, 'deal_stage_changed', $2, 'team', 'attio', '{"to": "Lost"}', $3, $4)`,
      [project, `${one}T15:00:00Z`, JSON.stringify([messageRef(`deal ${nth}`)]), `lost ${nth}`],
    );
  await db.database.transaction(async (tx) => {
    for (const one of reports)
      await new RiskReportsRepository(db.database).put(tx, {
        project_id: project,
        recommendation_id: randomUUID(),
        risk_type: 'scope_risk',
        reported_on: one,
        resolution: 'happened',
        note: null,
        reported_by: randomUUID(),
      });
  });
  return project;
}

const over = (project: string, { ended_on }: Life) =>
  db.database.run(`UPDATE projects SET ended_on = $2, ended_by = 'person' WHERE id = $1`, [project, ended_on]);

async function listed(project: string): Promise<string> {
  const rows = await new OnsetsRepository(db.database).list(project, undefined, 500, null);
  return JSON.stringify(rows.map(({ project_id: _project, computed_at: _computed, ...onset }) => onset));
}
