import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newProject } from '../../test/support/search-parts.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { ScheduleRepository, type ScheduledType } from './schedule.repository.js';

const DAY = 86_400;

let db: TestDatabase;
let schedule: ScheduleRepository;

beforeAll(async () => {
  db = await openTestDatabase();
  schedule = new ScheduleRepository(db.database);
});
afterAll(() => db.close());

const job = (type: string, more: Partial<ScheduledType> = {}): ScheduledType => ({
  type,
  cadenceSeconds: DAY,
  dueAtOnce: false,
  together: true,
  ...more,
});
/**
 * When the job runs next, of each project: seconds from now, and the time of day and the weekday (1 is Monday) in UTC.
 */
const next = (type: string) =>
  db.database.query<{ project_id: string; seconds: number; time: string; weekday: number }>(
    `SELECT project_id, extract(epoch FROM next_run_at - now())::float8 AS seconds,
       to_char(next_run_at AT TIME ZONE 'UTC', 'HH24:MI:SS') AS time, extract(isodow FROM next_run_at AT TIME ZONE 'UTC')::int AS weekday
     FROM scheduled_jobs WHERE job_type = $1`,
    [type],
  );
const claim = (jobs: ScheduledType[]) => db.database.transaction((tx) => schedule.claimDue(tx, jobs, 1000, null));
const pretend = (type: string, overdue: string) =>
  db.database.run(`UPDATE scheduled_jobs SET next_run_at = now() - $2::interval WHERE job_type = $1`, [type, overdue]);

describe('the schedule of what projects have together', () => {
  it.each([
    ['a day', DAY, /^00:05:00$/],
    ['a quarter of an hour', 900, /^\d\d:(05|20|35|50):00$/],
    ['a week', 7 * DAY, /^00:05:00$/],
  ])(
    'is at the same moment for all, counted from five past midnight UTC: every %s',
    async (name, cadenceSeconds, time) => {
      const type = `together every ${name}`;
      for (let i = 0; i < 3; i++) await newProject(db);
      const jobs = [job(type, { cadenceSeconds })];
      await schedule.seed(jobs, false);
      const shared = async () => {
        const rows = await next(type);
        expect(new Set(rows.map((row) => row.time)).size).toBe(1);
        for (const { seconds, time: at, weekday } of rows) {
          expect(at).toMatch(time);
          expect(seconds).toBeGreaterThan(0);
          expect(seconds).toBeLessThanOrEqual(cadenceSeconds);
          if (cadenceSeconds > DAY) expect(weekday).toBe(1);
        }
        return rows.length;
      };
      const projects = await shared();
      await pretend(type, '0 s');
      expect(await claim(jobs)).toHaveLength(projects);
      await shared();
    },
  );

  it('makes one run of many days on which nothing ran, and goes on after the next midnight', async () => {
    const jobs = [job('overdue')];
    await newProject(db);
    await schedule.seed(jobs, false);
    await pretend('overdue', '3 days 5 hours');
    expect((await claim(jobs)).length).toBeGreaterThan(0);
    expect(await claim(jobs)).toEqual([]);
    for (const { seconds, time } of await next('overdue')) {
      expect(time).toBe('00:05:00');
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThanOrEqual(DAY);
    }
  });

  it('begins at once where the job says so', async () => {
    await newProject(db);
    await schedule.seed([job('at once', { dueAtOnce: true })], false);
    for (const { seconds } of await next('at once')) expect(seconds).toBeLessThanOrEqual(0);
  });
});

describe('the schedule of what projects have each by itself', () => {
  it('is spread over the second half of the cadence at first, then one cadence from run to run, give or take 5 %', async () => {
    const jobs = [job('apart', { together: false })];
    for (let i = 0; i < 20; i++) await newProject(db);
    await schedule.seed(jobs, false);
    const seeded = (await next('apart')).map((row) => row.seconds);
    expect(new Set(seeded).size).toBe(seeded.length);
    for (const seconds of seeded) {
      expect(seconds).toBeGreaterThan(0.49 * DAY);
      expect(seconds).toBeLessThanOrEqual(DAY);
    }
    await pretend('apart', '1 hour');
    await claim(jobs);
    const moved = (await next('apart')).map((row) => row.seconds);
    expect(new Set(moved).size).toBe(moved.length);
    for (const seconds of moved) {
      expect(seconds).toBeGreaterThan(0.94 * DAY);
      expect(seconds).toBeLessThanOrEqual(1.05 * DAY);
    }
  });
});
