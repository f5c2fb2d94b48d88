import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Client } from '../support/client.js';
import { describeOnServer } from '../support/on-a-server.js';
import { project } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { until } from '../support/until.js';

describeOnServer('a database that goes away', () => {
  let server: TestApp;
  let admin: Client;
  beforeAll(async () => {
    server = await startTestApp({ env: { ROLE: 'all', DISPATCH_INTERVAL_SECONDS: '3600' } });
    admin = await server.signIn();
  });
  afterAll(() => server.close());

  it('while the queue is told that a run has ended does not leave its message in hand', async () => {
    const id = await project(admin);
    // Ends the connection that says so, and the one that says instead that it failed. A sequence is not rolled back.
    await server.db.database.run('CREATE SEQUENCE ends');
    await server.db.database.run(`CREATE FUNCTION end_connection() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR NEW.state <> 'active' THEN
          IF nextval('ends') <= 2 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;
        END IF;
        RETURN coalesce(NEW, OLD);
      END $$`);
    await server.db.database
      .run(`CREATE TRIGGER end_connection BEFORE UPDATE OR DELETE ON pgboss.job_common FOR EACH ROW
      WHEN (OLD.state = 'active') EXECUTE FUNCTION end_connection()`);
    await admin.post(`/kag/refresh?project_id=${id}`).set('prefer', 'wait=55').expect(200);
    const [message] = await until('the message has ended', async () => {
      const ended = await server.db.database.query<{ state: string; retry_count: number }>(
        `SELECT state::text, retry_count FROM pgboss.job WHERE name = 'runs' AND state > 'active'`,
      );
      return ended.length > 0 && ended;
    });
    expect(message).toEqual({ state: 'completed', retry_count: 0 });
    const [{ told } = {}] = await server.db.database.query('SELECT last_value::int AS told FROM ends');
    expect(told).toBeGreaterThan(2);
  });

  it('under the answer with a message has it given out again', async () => {
    const id = await project(admin);
    const { database } = server.db;
    // As the queue leaves it; no worker has it, and its heartbeats are not missed for an hour.
    await database.run(`CREATE FUNCTION give_away() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.state = 'active'; NEW.started_on = now(); NEW.heartbeat_on = now() + interval '1 hour';
        RETURN NEW;
      END $$`);
    await database.run(`CREATE TRIGGER give_away BEFORE INSERT ON pgboss.job_common FOR EACH ROW
      WHEN (NEW.retry_count = 0) EXECUTE FUNCTION give_away()`);
    const answer = await admin.post(`/kag/refresh?project_id=${id}`).set('prefer', 'respond-async').expect(202);
    await database.run('DROP TRIGGER give_away ON pgboss.job_common');
    await database.run(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'kag-server queue' AND datname = current_database()`,
    );
    await until('the run has been done', async () => {
      const [run] = await database.query<{ status: string }>('SELECT status FROM job_runs WHERE id = $1', [
        answer.body.job_run_id,
      ]);
      return run?.status === 'succeeded';
    });
  });
});
