import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Counter, Registry } from 'prom-client';
import { declaredRecords } from '../../test/support/declared-records.js';
import { addDeal } from '../../test/support/deal-rows.js';
import { newProject } from '../../test/support/search-parts.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { dayOf } from '../common/day.js';
import { ROUND_THE_CLOCK, type WorkingCalendar } from '../common/working-time/calendar.js';
import { workingTimeOf } from '../common/working-time/working-time.js';
import { readConfig } from '../config/index.js';
import { Database } from '../database/index.js';
import { DomainEventsRepository, EventLog, type DomainEventType, type NewEvent } from '../kag-events/index.js';
import { EventLogRepository } from '../kag-events/event-log.repository.js';
import { ProjectsRepository } from '../projects/projects.repository.js';
import { WorkingCalendars } from '../projects/index.js';
import { readState } from './domain/read-state.js';
import { fold, startState } from './domain/state.js';
import { ProjectEndsRepository } from './project-ends.repository.js';
import { ReadingsRepository } from './readings.repository.js';
import { ReadingsService } from './readings.service.js';
import { ScopeActivityRepository } from './scope-activity.repository.js';
import { SignalStatesRepository } from './signal-states.repository.js';

const NOW = new Date('2026-03-31T12:00:00.000Z');
const DAY = 86_400_000;
const ago = (days: number) => new Date(NOW.getTime() - days * DAY);

let db: TestDatabase;
let log: EventLog;
let statements: string[];
let projectId: string;

/** People work all the time, so that days are days. */
const ALWAYS = readConfig({ NODE_ENV: 'test', WORKING_DAYS: 'mon-sun', WORKING_HOURS: '00:00-24:00' });

/** The service over the database, its statements counted. */
function service(): ReadingsService {
  const counting = Object.create(db.database) as Database;
  const count = <T extends Database['query'] | Database['run']>(run: T) =>
    ((text: string, parameters?: unknown[]) => {
      statements.push(text);
      return run(text, parameters);
    }) as T;
  counting.query = count(db.database.query.bind(db.database));
  counting.run = count(db.database.run.bind(db.database));
  counting.transaction = (work) =>
    db.database.transaction((tx) => work({ ...tx, query: count(tx.query), run: count(tx.run) }));
  return new ReadingsService(
    new SignalStatesRepository(),
    new ReadingsRepository(counting),
    new DomainEventsRepository(),
    log,
    new WorkingCalendars(new ProjectsRepository(counting), ALWAYS),
    counting,
    new ScopeActivityRepository(counting),
    new ProjectEndsRepository(counting, declaredRecords()),
    declaredRecords(),
  );
}

beforeAll(async () => {
  db = await openTestDatabase();
  const counter = new Counter({
    name: 'process_events',
    help: 'of a test',
    labelNames: ['process', 'event_type'],
    registers: [new Registry()],
  });
  log = new EventLog(new EventLogRepository(db.database), counter);
});
afterAll(() => db.close());
beforeEach(async () => {
  statements = [];
  projectId = await newProject(db);
});

interface GivenEvent {
  /** Of its message; a new one where it is not given. */
  id?: string;
  event_type: DomainEventType;
  occurred_at: Date;
  payload?: Record<string, unknown>;
}

function newEvent({ id = randomUUID(), event_type, occurred_at, payload = {} }: GivenEvent): NewEvent {
  return {
    event_type,
    occurred_at,
    actor: payload['sender'] === 'client' ? 'client' : 'team',
    source: 'chatwoot',
    source_ref: id,
    source_url: null,
    payload,
    evidence: [{ message_id: id, source_table: 'cw_messages', source_pk: id }],
    dedupe_key: id,
  };
}
const append = (events: readonly GivenEvent[], project = projectId) =>
  db.database.transaction((tx) => log.append(tx, project, events.map(newEvent)));
const said = (sender: 'client' | 'team', days: number, more: Record<string, unknown> = {}): GivenEvent => ({
  event_type: 'message_sent',
  occurred_at: ago(days),
  payload: { sender, conversation_id: 'c', sentiment_score: 0.1, ...more },
});

/**
 * What one replay of the whole log says.
 * @param without events that were taken back, by their keys
 */
async function replay(
  now: Date,
  project = projectId,
  calendar: WorkingCalendar = ROUND_THE_CLOCK,
  without: readonly string[] = [],
) {
  const rows = await db.database.query<{
    event_type: string;
    occurred_at: Date;
    actor: 'client' | 'team';
    payload_json: Record<string, unknown>;
    evidence_refs: NewEvent['evidence'];
  }>(
    `SELECT * FROM kag_event_log WHERE project_id = $1 AND actor <> 'system' AND occurred_at <= $2
       AND event_type <> 'event_corrected' AND dedupe_key <> ALL ($3::text[]) ORDER BY occurred_at, id`,
    [project, now, without],
  );
  const state = startState();
  for (const row of rows)
    fold(state, {
      type: row.event_type,
      at: row.occurred_at.getTime(),
      actor: row.actor,
      url: null,
      payload: row.payload_json,
      evidence: row.evidence_refs,
    });
  return readState(project, state, now.getTime(), workingTimeOf(calendar));
}

type EventOf<T> = T extends fc.Arbitrary<infer E> ? E : never;

/** What is read of a project's signals and scores, and what is stored of them that day, as text. */
async function storedRows(project: string, now: Date): Promise<string[]> {
  const repository = new ReadingsRepository(db.database);
  const read = [...(await repository.signals([project])), ...(await repository.scores([project]))];
  const days = await db.database.query<{ row: string }>(
    `SELECT (to_jsonb(t) - '{project_id,as_of}'::text[])::text AS row FROM kag_signal_history t WHERE project_id = $1 AND day = $2
     UNION ALL SELECT (to_jsonb(t) - '{project_id,as_of}'::text[])::text FROM kag_score_history t WHERE project_id = $1 AND day = $2`,
    [project, dayOf(now)],
  );
  const rows = read.map(({ project_id: _project, ...row }) => JSON.stringify(row));
  return [...rows, ...days.map(({ row }) => row)].sort();
}

describe('a refresh', () => {
  it('stores signals, scores and the day’s, and says the same again', async () => {
    await append([said('client', 9), said('team', 5)]);
    const readings = service();
    const first = (await readings.refresh([projectId], NOW)).get(projectId);
    expect(first).toEqual(await replay(NOW));
    expect(first?.signals.waiting_on_client_days).toMatchObject({ value: 5, status: 'critical' });
    expect((await readings.refresh([projectId], NOW)).get(projectId)).toEqual(first);
    const repository = new ReadingsRepository(db.database);
    expect(await repository.signals([projectId])).toHaveLength(11);
    expect(await repository.scores([projectId])).toHaveLength(4);
    const days = await db.database.query(`SELECT day::text FROM kag_score_history WHERE project_id = $1`, [projectId]);
    expect(days).toEqual(Array(4).fill({ day: '2026-03-31' }));
  });

  it('leaves out what a person has taken back, in past readings too, and takes in what they have brought back', async () => {
    const in_conversation = { conversation_id: 'c' };
    await append([
      said('client', 30),
      { id: 'more', event_type: 'scope_change_detected', occurred_at: ago(20), payload: in_conversation },
      {
        id: 'promise',
        event_type: 'agreement_created',
        occurred_at: ago(9),
        payload: { ...in_conversation, agreement_id: 'a', due_at: ago(6).toISOString() },
      },
      { id: 'yes', event_type: 'approval_approved', occurred_at: ago(8), payload: in_conversation },
      said('team', 5),
    ]);
    const readings = service();
    const pastOf = async () => {
      const read = [];
      for await (const one of readings.at([projectId], [ago(7), ago(2)])) read.push(one);
      return read;
    };
    let revision = 0;
    const say = (key: string, right: boolean) =>
      db.database.transaction(async (tx) => {
        const [event] = await tx.query<{ id: string; event_type: string }>(
          `WITH event AS (SELECT project_id, id, event_type FROM kag_event_log WHERE project_id = $1 AND dedupe_key = $2),
           said AS (INSERT INTO kag_event_feedback (project_id, event_id, is_right, judged_by)
             SELECT project_id, id, $3, 'anna' FROM event
             ON CONFLICT (project_id, event_id) DO UPDATE SET is_right = excluded.is_right)
           SELECT id, event_type FROM event`,
          [projectId, key, right],
        );
        if (!event) throw new Error(`there is no event ${key}`);
        const { id: event_id, event_type } = event;
        await log.correct(tx, projectId, [{ event_id, event_type, holds: right, revision: ++revision }]);
      });
    const gone = new Set<string>();
    const overdue: (number | null | undefined)[] = [];
    for (const [key, right] of [
      ['more', false],
      ['yes', false],
      ['promise', false],
      ['yes', true],
      ['promise', true],
      ['more', true],
    ] as const) {
      await say(key, right);
      if (right) gone.delete(key);
      else gone.add(key);
      const read = (await readings.refresh([projectId], NOW)).get(projectId);
      expect(read).toEqual(await replay(NOW, projectId, ROUND_THE_CLOCK, [...gone]));
      const past = await Promise.all([7, 2].map((days) => replay(ago(days), projectId, ROUND_THE_CLOCK, [...gone])));
      expect(await pastOf()).toEqual(past);
      overdue.push(read?.signals.agreement_overdue_count.value);
    }
    // Approved; not approved; not even promised, twice; approved again.
    expect(overdue).toEqual([0, 1, 0, 0, 0, 0]);
  });

  it('reads what happens later when its time has come', async () => {
    await append([said('team', 1), said('client', -1)]);
    const readings = service();
    expect((await readings.refresh([projectId], NOW)).get(projectId)?.signals.waiting_on_client_days.value).toBe(1);
    const later = await readings.refresh([projectId], ago(-2));
    expect(later.get(projectId)?.signals.waiting_on_client_days.value).toBe(0);
  });

  it('that finds the same is told to be of now', async () => {
    const readings = service();
    await readings.refresh([projectId], ago(0.5));
    await readings.refresh([projectId], NOW);
    const repository = new ReadingsRepository(db.database);
    const rows = [...(await repository.signals([projectId])), ...(await repository.scores([projectId]))];
    expect(new Set(rows.map(({ as_of }) => as_of.toISOString()))).toEqual(new Set([NOW.toISOString()]));
  });

  it('equals a replay of the whole log, however the events came in and were folded', async () => {
    const event = fc.record({
      event_type: fc.constantFrom(
        'message_sent',
        'issue_blocked',
        'issue_unblocked',
        'agreement_created',
        'approval_approved',
        'scope_change_detected',
        'finance_entry_recorded',
      ),
      days: fc.integer({ min: 0, max: 120 }),
      sender: fc.constantFrom('client', 'team'),
      id: fc.constantFrom('a', 'b'),
    });
    const happened = ({ event_type, days, sender, id }: EventOf<typeof event>, message: string): GivenEvent => ({
      id: message,
      event_type,
      occurred_at: ago(days),
      payload: {
        sender,
        conversation_id: id,
        issue_id: id,
        agreement_id: id,
        entry_id: id,
        entry_type: 'cost',
        amount: days,
        sentiment_score: days / 120,
      },
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(event, { maxLength: 6 }), { maxLength: 6 }), async (batches) => {
        const project = await newProject(db);
        const readings = service();
        const arrivals = batches.map((batch, step) => batch.map((one, n) => happened(one, `${step}-${n}`)));
        for (const [step, arrived] of arrivals.entries()) {
          await append(arrived, project);
          // Now and then an earlier present, so that heads lie between the events.
          const now = ago((arrivals.length - 1 - step) * 10);
          expect((await readings.refresh([project], now)).get(project)).toEqual(await replay(now, project));
        }
        // And leaves the rows that are there when all came in time and was folded at once.
        const twin = await newProject(db);
        await append(
          arrivals.flat().sort((a, b) => a.occurred_at.getTime() - b.occurred_at.getTime()),
          twin,
        );
        await readings.refresh([project, twin], NOW);
        const rows = await storedRows(project, NOW);
        expect(rows).toHaveLength(30);
        expect(rows).toEqual(await storedRows(twin, NOW));
      }),
      { numRuns: 25 },
    );
  });

  it('goes on from a checkpoint when an event comes late, and from the head otherwise', async () => {
    await append(Array.from({ length: 90 }, (_, day) => said(day % 2 ? 'client' : 'team', day)));
    const readings = service();
    await readings.refresh([projectId], NOW);
    const slots = await db.database.query(`SELECT slot FROM kag_signal_state WHERE project_id = $1`, [projectId]);
    expect(slots.length).toBeGreaterThan(12);
    const read = async (...late: GivenEvent[]) => {
      await append(late);
      const before = statements.length;
      const reading = (await readings.refresh([projectId], NOW)).get(projectId);
      expect(reading).toEqual(await replay(NOW));
      return statements.length - before;
    };
    // One statement more, for the checkpoints that are made anew: what is late costs its events, not rounds.
    const usual = await read(said('client', 0));
    expect(await read(said('client', 20))).toBe(usual + 1);
    expect(await read(said('client', 200))).toBe(usual + 1);
  });

  it('misses nothing that is added while it reads, and is stored once when two refresh at once', async () => {
    const writers = Array.from({ length: 10 }, () => append([said('client', 1), said('team', 2)]));
    const refreshers = Array.from({ length: 4 }, () => service().refresh([projectId], NOW));
    await Promise.all([...writers, ...refreshers]);
    expect((await service().refresh([projectId], NOW)).get(projectId)).toEqual(await replay(NOW));
  });

  it('costs as many statements for 60 projects as for one', async () => {
    const projects = await Promise.all(Array.from({ length: 60 }, () => newProject(db)));
    for (const project of projects) await append([said('client', 9), said('team', 5)], project);
    await service().refresh([projects[0]!], NOW);
    const one = statements.length;
    statements = [];
    const all = await service().refresh(projects, NOW);
    expect(all.size).toBe(60);
    expect(statements.length).toBe(one);
  });

  it('knows nothing of a project from the day on which it is over, and what it was on the days before', async () => {
    await append([said('client', 60), said('client', 40, { expects_answer: true })]);
    await addDeal(db.database, projectId, 'deal', {
      created: ago(90).toISOString(),
      status: 'won',
      closed: ago(50).toISOString(),
    });
    const readings = service();
    const present = (await readings.refresh([projectId], NOW)).get(projectId);
    const ended_on = ago(19).toISOString().slice(0, 10);
    expect(present).toMatchObject({ ended_on });
    expect(Object.values(present?.signals ?? {}).filter(({ known }) => known)).toEqual([]);
    expect(Object.values(present?.scores ?? {}).filter(({ known }) => known)).toEqual([]);
    const read = [];
    for await (const one of readings.at([projectId], [ago(20), ago(19)])) read.push(one);
    expect(read).toEqual([await replay(ago(20)), { ...present, as_of: ago(19) }]);
    const stored = () => db.database.query(`SELECT ended_on::text, ended_by FROM projects WHERE id = $1`, [projectId]);
    expect(await stored()).toEqual([{ ended_on, ended_by: 'rule' }]);
    await append([said('client', 0)]);
    expect((await readings.refresh([projectId], NOW)).get(projectId)).toEqual(await replay(NOW));
    expect(await stored()).toEqual([{ ended_on: null, ended_by: null }]);
  });

  it('writes client_silent_started once for a silence', async () => {
    await append([said('client', 30), said('team', 20), said('client', 10), said('team', 6)]);
    const silences = async () =>
      (
        await db.database.query<{ days: number }>(
          `SELECT extract(epoch FROM $2::timestamptz - occurred_at)::int / 86400 AS days FROM kag_event_log
           WHERE project_id = $1 AND event_type = 'client_silent_started' ORDER BY occurred_at`,
          [projectId, NOW],
        )
      ).map(({ days }) => days);
    await service().refresh([projectId], ago(3));
    expect(await silences()).toEqual([16]);
    await service().refresh([projectId], NOW);
    await service().refresh([projectId], NOW);
    await append([said('team', 1)]);
    await service().refresh([projectId], ago(-9));
    expect(await silences()).toEqual([16, 2]);
  });
});

describe('another calendar', () => {
  const office: WorkingCalendar = {
    time_zone: 'Asia/Kolkata',
    working_days: ['mon', 'tue', 'thu', 'fri'],
    working_hours: { start: '10:00', end: '16:00' },
  };
  const work = (id: string, { time_zone, working_days, working_hours }: WorkingCalendar) =>
    db.database.run(
      'UPDATE projects SET time_zone = $2, working_days = $3::jsonb, working_hours = $4::jsonb WHERE id = $1',
      [id, time_zone, JSON.stringify(working_days), JSON.stringify(working_hours)],
    );

  it('is read by at once, of today and of the past, though nothing else is new', async () => {
    await append([said('client', 20), said('team', 12), said('client', 11), said('team', 8)]);
    const readings = service();
    const before = (await readings.refresh([projectId], NOW)).get(projectId);
    expect(before?.signals.waiting_on_client_days.value).toBe(8);
    await work(projectId, office);
    const after = (await readings.refresh([projectId], NOW)).get(projectId);
    expect(after).toEqual(await replay(NOW, projectId, office));
    // Since Monday evening in Kolkata: Tuesday, Thursday, Friday, Monday and Tuesday.
    expect(after?.signals.waiting_on_client_days.value).toBeCloseTo(5, 12);
    for await (const reading of readings.at([projectId], [ago(15), ago(5), NOW]))
      expect(reading).toEqual(await replay(reading.as_of, projectId, office));
    expect(await storedRows(projectId, NOW)).toHaveLength(30);
  });
});

describe('a quiet week', () => {
  const note = (days: number): GivenEvent => ({ event_type: 'note_logged', occurred_at: ago(days) });
  const busyUntil = (days: number) =>
    Array.from({ length: 80 }, (_, n) => note(n / 2 + 0.1)).filter(({ occurred_at }) => occurred_at <= ago(days));
  const dropsOf = async (projects: string[], moments: Date[]) => {
    const drops: (number | null)[] = [];
    for await (const { signals } of service().at(projects, moments)) drops.push(signals.activity_drop.value);
    return drops;
  };

  it('is none where the others of the account scope are quiet too, now and as it was then', async () => {
    await append(busyUntil(7));
    const alone = (await service().refresh([projectId], NOW)).get(projectId);
    expect(alone?.signals.activity_drop).toMatchObject({ value: 1, status: 'critical' });
    const [other] = await db.database.query<{ id: string }>(
      `INSERT INTO projects (account_scope_id, name) SELECT account_scope_id, 'other' FROM projects WHERE id = $1 RETURNING id`,
      [projectId],
    );
    await append(busyUntil(7), other!.id);
    const beside = (await service().refresh([projectId], NOW)).get(projectId);
    expect(beside?.signals.activity_drop).toMatchObject({ value: 0, details: { others_level: 0 } });
    expect(await dropsOf([projectId], [ago(1), NOW])).toEqual([0, 0]);
    await append(
      busyUntil(0).filter(({ occurred_at }) => occurred_at > ago(7)),
      other!.id,
    );
    expect(await dropsOf([projectId], [NOW])).toEqual([1]);
    expect(await dropsOf([other!.id], [NOW])).toEqual([0]);
  });
});

describe('the readings of past moments', () => {
  it('are what the log tells of each, late events included, and store nothing', async () => {
    await append(Array.from({ length: 60 }, (_, day) => said(day % 3 ? 'client' : 'team', day)));
    const other = await newProject(db);
    await append([said('team', 30)], other);
    const readings = service();
    await readings.refresh([projectId, other], NOW);
    await append([said('team', 40.5)]);
    const moments = Array.from({ length: 50 }, (_, day) => ago(49 - day));
    const read = [];
    for await (const reading of readings.at([projectId, other], moments)) read.push(reading);
    expect(read).toHaveLength(100);
    for (const reading of read) expect(reading).toEqual(await replay(reading.as_of, reading.project_id));
    const heads = await db.database.query(
      `SELECT state_at FROM kag_signal_state WHERE slot = 'head' AND project_id = $1`,
      [projectId],
    );
    expect(heads).toEqual([{ state_at: NOW }]);
  });
});
