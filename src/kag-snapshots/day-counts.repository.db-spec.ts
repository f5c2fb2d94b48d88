import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { declaredRecords } from '../../test/support/declared-records.js';
import { newProject } from '../../test/support/search-parts.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { seededRandom } from '../../sandbox/random.js';
import { DayCountsRepository } from './day-counts.repository.js';
import type { ProjectDay } from './project-day.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let db: TestDatabase;
let repository: DayCountsRepository;
let mine: string;
let theirs: string;

beforeAll(async () => {
  db = await openTestDatabase();
  repository = new DayCountsRepository(db.database, declaredRecords());
});
afterAll(() => db.close());
beforeEach(async () => {
  mine = await newProject(db);
  theirs = await newProject(db);
});

const at = (as_of: string, project_id = mine): ProjectDay => ({
  project_id,
  day: as_of.slice(0, 10),
  as_of: new Date(as_of),
});
const counts = async (...moments: string[]) => repository.of(moments.map((moment) => at(moment)));

describe('events', () => {
  interface Event {
    project: string;
    /** As text: PostgreSQL's times are finer than JavaScript's. */
    time: string;
    source?: string;
    type?: string;
  }
  const append = (events: Event[]) =>
    db.database.run(
      `INSERT INTO kag_event_log (project_id, event_type, occurred_at, actor, source, dedupe_key)
       SELECT project, type, time, 'team', source, gen_random_uuid()::text
       FROM jsonb_to_recordset($1::jsonb) AS e (project uuid, type text, time timestamptz, source text)`,
      [JSON.stringify(events.map((event) => ({ source: 'chatwoot', type: 'message_sent', ...event })))],
    );
  const windows = async (...moments: string[]) =>
    (await counts(...moments)).map((one) => [one.events_7d, one.events_14d, one.events_30d]);

  it.each([
    ['2026-02-03T10:00:00Z', [1, 1, 1]],
    ['2026-02-03T10:00:00.000001Z', [0, 0, 0]],
    ['2026-01-27T10:00:00.000001Z', [1, 1, 1]],
    ['2026-01-27T10:00:00Z', [0, 1, 1]],
    ['2026-01-20T10:00:00.000001Z', [0, 1, 1]],
    ['2026-01-20T10:00:00Z', [0, 0, 1]],
    ['2026-01-04T10:00:00.000001Z', [0, 0, 1]],
    ['2026-01-04T10:00:00Z', [0, 0, 0]],
    ['2020-01-01T00:00:00Z', [0, 0, 0]],
  ])('count one at %s in the windows up to 3 February 10:00 as %j', async (time, expected) => {
    await append([{ project: mine, time }]);
    expect(await windows('2026-02-03T10:00:00.000Z')).toEqual([expected]);
  });

  it('are counted alike whether one day is asked for or many, in any order', async () => {
    await append([{ project: mine, time: '2026-01-27T10:00:00Z' }]);
    const moments = ['2026-02-03T10:00:00.000Z', '2026-01-27T23:59:59.999Z', '2026-02-03T09:59:59.999Z'];
    expect(await windows(...moments)).toEqual([
      [0, 1, 1],
      [1, 1, 1],
      [1, 1, 1],
    ]);
    for (const moment of moments)
      expect(await windows(moment)).toEqual([(await windows(...moments))[moments.indexOf(moment)]]);
  });

  it('are the project’s own and the domain’s, by source', async () => {
    const time = '2026-02-01T00:00:00Z';
    await append([
      { project: mine, time },
      { project: mine, time, source: 'linear' },
      { project: mine, time, source: 'linear', type: 'issue_created' },
      { project: mine, time: '2026-01-10T00:00:00Z', source: 'attio' },
      { project: mine, time, source: 'system', type: 'process_started' },
      { project: mine, time, source: 'system', type: 'processing_agreed' },
      { project: theirs, time, source: 'attio' },
    ]);
    const [own, other] = await repository.of([at('2026-02-03T10:00:00Z'), at('2026-02-03T10:00:00Z', theirs)]);
    expect(own).toMatchObject({
      events_7d: 4,
      events_14d: 4,
      events_30d: 5,
      events_by_source_14d: { chatwoot: 1, linear: 2, attio: 0, github: 0 },
    });
    expect(other).toMatchObject({
      events_7d: 1,
      events_by_source_14d: { chatwoot: 0, linear: 0, attio: 1, github: 0 },
    });
  });

  it('are what counting each window by itself gives', async () => {
    const random = seededRandom(10);
    const from = Date.parse('2025-11-01T00:00:00Z');
    const events = Array.from({ length: 1500 }, () => ({
      project: random.pick([mine, theirs]),
      // On the hour for many, so that windows' edges meet events.
      time: new Date(from + random.int(0, 90 * 24) * HOUR - random.pick([0, 0, 0, 1])),
      source: random.pick(['chatwoot', 'linear', 'attio', 'github', 'system']),
      type: random.pick(['message_sent', 'issue_created', 'process_finished']),
    }));
    await append(events.map((event) => ({ ...event, time: event.time.toISOString() })));
    const days = [mine, theirs].flatMap((project_id) =>
      Array.from({ length: 40 }, (_, i) => {
        const as_of = new Date(from + (50 + i) * DAY + random.pick([DAY - 1, 7 * HOUR]));
        return { project_id, day: as_of.toISOString().slice(0, 10), as_of };
      }),
    );
    const expected = days.map(({ project_id, as_of }) => {
      const within = (n: number, source?: string) =>
        events.filter(
          (event) =>
            event.project === project_id &&
            event.type !== 'process_finished' &&
            event.time <= as_of &&
            event.time.getTime() > as_of.getTime() - n * DAY &&
            (source === undefined || event.source === source),
        ).length;
      return {
        events_7d: within(7),
        events_14d: within(14),
        events_30d: within(30),
        events_by_source_14d: {
          chatwoot: within(14, 'chatwoot'),
          linear: within(14, 'linear'),
          attio: within(14, 'attio'),
          github: within(14, 'github'),
        },
      };
    });
    const found = await repository.of(days);
    expect(
      found.map(({ events_7d, events_14d, events_30d, events_by_source_14d }) => ({
        events_7d,
        events_14d,
        events_30d,
        events_by_source_14d,
      })),
    ).toEqual(expected);
  });
});

describe('issues', () => {
  const issue = (id: string, more: Record<string, unknown> = {}) =>
    db.database.run(
      `INSERT INTO linear_issues_raw (project_id, id, workspace_id, identifier, title, state_id, state_name, state_type,
         team_id, label_ids, labels, blocked, blocked_by, blocks, latest_change_at, fingerprint, vendor_updated_at, data,
         trashed, vendor_created_at, completed_at, canceled_at, archived_at, deleted_at, due_date)
       SELECT $1, $2, 'w', $2, 'An issue', 's', 'Todo', 'unstarted', 't', '[]', '[]', false, '[]', '[]', '', '', '', '{}',
         trashed, created, completed, canceled, archived, deleted, due
       FROM jsonb_to_record($3::jsonb) AS r (trashed boolean, created timestamptz, completed timestamptz,
         canceled timestamptz, archived timestamptz, deleted timestamptz, due text)`,
      [mine, id, JSON.stringify({ created: '2026-01-10T00:00:00Z', trashed: false, ...more })],
    );
  const shown = async (...moments: string[]) =>
    (await counts(...moments)).map((one) => `${one.open_issues}/${one.overdue_issues}`);
  const END = ['2026-01-09T23:59:59.999Z', '2026-01-10T23:59:59.999Z', '2026-01-20T23:59:59.999Z'];

  it.each<[string, Record<string, unknown>, string[]]>([
    ['open from its creation on', {}, ['0/0', '1/0', '1/0']],
    ['created at the very moment', { created: END[0] }, ['1/0', '1/0', '1/0']],
    ['completed', { completed: '2026-01-20T12:00:00Z' }, ['0/0', '1/0', '0/0']],
    ['completed at the very moment', { completed: END[2] }, ['0/0', '1/0', '0/0']],
    ['canceled', { canceled: '2026-01-15T00:00:00Z' }, ['0/0', '1/0', '0/0']],
    ['completed later', { completed: '2026-01-21T00:00:00Z' }, ['0/0', '1/0', '1/0']],
    [
      'archived, and marked as deleted when that was seen',
      { archived: '2026-01-15T00:00:00Z', deleted: '2026-02-01T00:00:00Z' },
      ['0/0', '1/0', '0/0'],
    ],
    [
      'trashed',
      { archived: '2026-01-25T00:00:00Z', deleted: '2026-02-01T00:00:00Z', trashed: true },
      ['0/0', '0/0', '0/0'],
    ],
    ['deleted', { deleted: '2026-02-01T00:00:00Z' }, ['0/0', '0/0', '0/0']],
    ['due on the day', { due: '2026-01-20' }, ['0/0', '1/0', '1/0']],
    ['due the day before', { due: '2026-01-19' }, ['0/0', '1/0', '1/1']],
    ['due before and completed', { due: '2026-01-11', completed: '2026-01-12T00:00:00Z' }, ['0/0', '1/0', '0/0']],
  ])('one that is %s', async (_what, more, expected) => {
    await issue('a', more);
    expect(await shown(...END)).toEqual(expected);
  });

  it('are the project’s own', async () => {
    await issue('a');
    await issue('b', { due: '2026-01-12' });
    expect(await repository.of([at(END[2]!), at(END[2]!, theirs)])).toMatchObject([
      { open_issues: 2, overdue_issues: 1 },
      { open_issues: 0, overdue_issues: 0 },
    ]);
  });
});

describe('the pipeline', () => {
  const deal = (id: string, more: Record<string, unknown> = {}) =>
    db.database.run(
      `INSERT INTO attio_opportunities_raw (project_id, record_id, won, person_record_ids, vendor_created_at_text, content_hash, data,
         vendor_created_at, stage_status, closed_at, amount, deleted_at)
       SELECT $1, $2, status = 'won', '[]', '', '', '{}', created, status, closed, amount, deleted
       FROM jsonb_to_record($3::jsonb) AS r (created timestamptz, status text, closed timestamptz, amount float8, deleted timestamptz)`,
      [mine, id, JSON.stringify({ created: '2026-01-10T00:00:00Z', status: 'open', amount: 1000.25, ...more })],
    );
  const shown = async (...moments: string[]) =>
    (await counts(...moments)).map((one) => [one.pipeline_count, one.pipeline_amount]);
  const END = ['2026-01-09T23:59:59.999Z', '2026-01-10T23:59:59.999Z', '2026-01-20T23:59:59.999Z'];
  const none = [0, 0];
  const one = [1, 1000.25];

  it.each<[string, Record<string, unknown>, number[][]]>([
    ['open', {}, [none, one, one]],
    ['without an amount', { amount: null }, [none, [1, 0], [1, 0]]],
    ['won', { status: 'won', closed: '2026-01-20T00:00:00Z' }, [none, one, none]],
    ['won at the very moment', { status: 'won', closed: END[2] }, [none, one, none]],
    ['lost', { status: 'lost', closed: '2026-01-15T00:00:00Z' }, [none, one, none]],
    ['lost later', { status: 'lost', closed: '2026-01-21T00:00:00Z' }, [none, one, one]],
    ['won, nobody knows when', { status: 'won' }, [none, none, none]],
    ['deleted', { deleted: '2026-02-01T00:00:00Z' }, [none, none, none]],
  ])('with a deal that is %s', async (_what, more, expected) => {
    await deal('a', more);
    expect(await shown(...END)).toEqual(expected);
  });

  it('adds up the project’s own deals', async () => {
    await deal('a');
    await deal('b', { amount: 99.75 });
    expect(await repository.of([at(END[1]!), at(END[1]!, theirs)])).toMatchObject([
      { pipeline_count: 2, pipeline_amount: 1100 },
      { pipeline_count: 0, pipeline_amount: 0 },
    ]);
  });

  it('adds up the same amounts to the same sum, in whatever order they lie', async () => {
    const amounts = [0.1, 0.2, 0.3];
    const sums = [];
    for (const order of [amounts, [...amounts].reverse()]) {
      await db.database.run('DELETE FROM attio_opportunities_raw WHERE project_id = $1', [mine]);
      for (const [n, amount] of order.entries()) await deal(`d${n}`, { amount });
      sums.push(...(await shown(END[2]!)));
    }
    expect(sums[1]).toEqual(sums[0]);
  });
});

it('takes three statements for one day and for two hundred', async () => {
  const query = jest.spyOn(db.database, 'query');
  try {
    await counts('2026-02-03T10:00:00Z');
    expect(query).toHaveBeenCalledTimes(3);
    query.mockClear();
    const from = Date.parse('2025-06-01T23:59:59.999Z');
    const moments = Array.from({ length: 200 }, (_, i) => new Date(from + i * DAY).toISOString());
    expect(await counts(...moments)).toHaveLength(200);
    expect(query).toHaveBeenCalledTimes(3);
  } finally {
    query.mockRestore();
  }
});
