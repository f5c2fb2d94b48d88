import pg from 'pg';
import { wait } from '../../../src/common/wait.js';
import type { Fault } from '../fault.js';
import { DATABASE, SERVER_ROLE } from '../own-postgres.js';

export const databaseFaults: Fault[] = [
  {
    name: 'database-restarted',
    title: 'PostgreSQL is restarted',
    async happen({ postgres, random }) {
      await postgres.stop(random.pick(['fast', 'immediate'] as const));
      await postgres.start();
    },
  },
  {
    name: 'database-gone',
    title: 'PostgreSQL is gone for two minutes',
    async happen({ postgres, random, lasting, unreadyFor }) {
      await postgres.stop(random.pick(['fast', 'immediate'] as const));
      await unreadyFor(lasting(120_000));
      await postgres.start();
    },
  },
  {
    name: 'connections-ended',
    title: 'all connections to the database are ended, again and again',
    async happen({ postgres, random, lasting }) {
      for (const end = performance.now() + lasting(10_000); performance.now() < end;) {
        await postgres.endConnections();
        await wait(random.int(100, 1_500));
      }
    },
  },
  {
    name: 'database-read-only',
    title: 'the database is read-only for a minute, as after a failover',
    async happen({ postgres, lasting, unreadyFor }) {
      const setReadOnly = (setting: string) =>
        postgres.admin((client) => client.query(`ALTER DATABASE ${DATABASE} ${setting}`));
      await setReadOnly('SET default_transaction_read_only = on');
      await postgres.endConnections();
      await unreadyFor(lasting(60_000));
      await setReadOnly('RESET default_transaction_read_only');
      await postgres.endConnections();
    },
  },
  {
    name: 'connections-used-up',
    title: 'others take all connections that PostgreSQL gives',
    async happen({ postgres, lasting }) {
      const taken: pg.Client[] = [];
      const take = async () => {
        const client = new pg.Client({ connectionString: postgres.url, connectionTimeoutMillis: 5_000 });
        client.on('error', () => {});
        try {
          await client.connect();
          taken.push(client);
          return true;
        } catch {
          return false;
        }
      };
      try {
        while (await take());
        // What the server still holds goes too; the takers are there first, most times.
        await postgres.admin((client) =>
          client.query(
            `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND application_name LIKE 'kag-server%'`,
            [DATABASE],
          ),
        );
        for (const end = performance.now() + lasting(30_000); performance.now() < end;)
          if (!(await take())) await wait(50);
      } finally {
        await Promise.all(taken.map((client) => client.end()));
      }
    },
  },
  {
    name: 'statement-timeout',
    title: 'somebody sets a statement_timeout of 30 ms for the server’s role',
    async happen({ postgres, lasting }) {
      const set = (setting: string) => postgres.admin((client) => client.query(`ALTER ROLE ${SERVER_ROLE} ${setting}`));
      await set(`SET statement_timeout = '30ms'`);
      try {
        await postgres.endConnections();
        await wait(lasting(30_000));
      } finally {
        await set('RESET statement_timeout');
      }
    },
  },
  {
    name: 'lock-held',
    title: 'somebody holds a lock in a transaction and does nothing',
    async happen({ postgres, projectIds, random, lasting }) {
      const held = random.pick(projectIds);
      await postgres.admin(async (client) => {
        await client.query('BEGIN');
        await client.query('SELECT FROM connector_sync_state WHERE project_id = $1 FOR UPDATE', [held]);
        await client.query(
          `SELECT FROM job_runs WHERE project_id = $1 AND status IN ('queued', 'running') FOR UPDATE`,
          [held],
        );
        await wait(lasting(40_000));
        await client.query('ROLLBACK');
      }, DATABASE);
    },
  },
];
