import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { declaredRecords } from '../../test/support/declared-records.js';
import { addDeal, type DealRow } from '../../test/support/deal-rows.js';
import { newProject } from '../../test/support/search-parts.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { daysIn, endOfDay } from '../common/day.js';
import { ProjectEndsRepository } from './project-ends.repository.js';

const DAYS = daysIn('2026-01-01', '2026-03-15');

let db: TestDatabase;
let ends: ProjectEndsRepository;
let mine: string;

beforeAll(async () => {
  db = await openTestDatabase();
  ends = new ProjectEndsRepository(db.database, declaredRecords());
});
afterAll(() => db.close());
beforeEach(async () => {
  mine = await newProject(db);
});

const deal = (given: Partial<DealRow> = {}, id = 'deal') =>
  addDeal(db.database, mine, id, {
    created: '2026-01-01T00:00:00Z',
    status: 'won',
    closed: '2026-01-10T12:00:00Z',
    ...given,
  });

const happened = (at: string, type = 'message_sent') =>
  db.database.run(
    `INSERT INTO kag_event_log (project_id, event_type, occurred_at, actor, source, dedupe_key)
     VALUES ($1, $2, $3, 'team', 'chatwoot', $4)`,
    [mine, type, at, randomUUID()],
  );

/** Spans of days on which the project is seen as over, with the day that is said. */
async function over(): Promise<string[]> {
  const endAt = await ends.at([mine], DAYS.map(endOfDay));
  const spans = new Map<string, { from: string; to: string }>();
  for (const day of DAYS) {
    const ended_on = endAt(mine, endOfDay(day));
    if (ended_on !== null) spans.set(ended_on, { from: spans.get(ended_on)?.from ?? day, to: day });
  }
  return [...spans].map(([ended_on, { from, to }]) => `${ended_on}: ${from} to ${to}`);
}

describe('when a project is over', () => {
  it('is three weeks after the last thing that happened, where all deals are closed, until something happens', async () => {
    await deal();
    await happened('2026-01-20T23:59:59.999Z');
    expect(await over()).toEqual(['2026-02-10: 2026-02-10 to 2026-03-15']);
    await happened('2026-02-20T08:00:00Z');
    expect(await over()).toEqual(['2026-02-10: 2026-02-10 to 2026-02-19', '2026-03-13: 2026-03-13 to 2026-03-15']);
  });

  it('is not by what the server notes, and takes the closing of a deal as something that happened', async () => {
    await deal();
    await happened('2026-01-25T08:00:00Z', 'client_silent_started');
    await happened('2026-01-26T08:00:00Z', 'process_finished');
    expect(await over()).toEqual(['2026-01-31: 2026-01-31 to 2026-03-15']);
  });

  it.each<[string, Partial<DealRow>[]]>([
    ['there is no deal', []],
    ['a deal is open', [{}, { status: 'open' }]],
    ['its only deal was deleted', [{ deleted: '2026-01-12T00:00:00Z' }]],
  ])('is never where %s', async (_what, deals) => {
    for (const [nth, one] of deals.entries()) await deal(one, `deal ${nth}`);
    await happened('2026-01-02T08:00:00Z');
    expect(await over()).toEqual([]);
  });

  it('is not while a deal was open that is closed today', async () => {
    await deal();
    await deal({ created: '2026-01-05T00:00:00Z', closed: '2026-02-15T00:00:00Z' }, 'later');
    expect(await over()).toEqual(['2026-03-08: 2026-03-08 to 2026-03-15']);
  });

  it('is what a person says, also against what the rule finds', async () => {
    await deal();
    const say = (ended_on: string | null) =>
      db.database.run(`UPDATE projects SET ended_on = $2, ended_by = 'person' WHERE id = $1`, [mine, ended_on]);
    await say('2026-03-01');
    expect(await over()).toEqual(['2026-03-01: 2026-03-01 to 2026-03-15']);
    await say(null);
    expect(await over()).toEqual([]);
  });

  it('is kept as the rule finds it, but not over what a person said', async () => {
    const stored = () =>
      db.database.query(`SELECT ended_on::text, ended_by, xmin::text AS written FROM projects WHERE id = $1`, [mine]);
    const keep = (ended_on: string | null) =>
      db.database.transaction((tx) => ends.keep(tx, [{ project_id: mine, ended_on }]));
    await keep('2026-02-01');
    const [first] = await stored();
    expect(first).toMatchObject({ ended_on: '2026-02-01', ended_by: 'rule' });
    await keep('2026-02-01');
    expect(await stored()).toEqual([first]);
    await keep(null);
    expect(await stored()).toMatchObject([{ ended_on: null, ended_by: null }]);
    await db.database.run(`UPDATE projects SET ended_by = 'person' WHERE id = $1`, [mine]);
    await keep('2026-02-01');
    expect(await stored()).toMatchObject([{ ended_on: null, ended_by: 'person' }]);
  });
});
