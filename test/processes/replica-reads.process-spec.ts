import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { ApiClient, Refused } from '../../demo/api-client.js';
import { bareEnvironment } from '../../demo/bare-environment.js';
import { startServer, type ServerProcess } from '../../demo/server-process.js';
import { dataSourceOptions } from '../../src/database/data-source-options.js';
import { Database } from '../../src/database/database.js';
import { fromReplica } from '../../src/database/replica/reading.js';
import { Replica } from '../../src/database/replica/replica.js';
import { EXPECTATIONS } from '../access/expectations.js';
import { HANG_LIMIT_MS } from '../support/hang-limit.js';
import { describeWithStandby, type StreamingPair } from '../support/streaming-pair.js';
import { until } from '../support/until.js';

const PASSWORD = 'a-password-of-the-standby-tests';
/** As far behind as it likes. */
const PATIENT = '3600';
/** More reads than there are gauges. */
const MANY = 40;

describeWithStandby('APIs with a standby', (start) => {
  let pair: StreamingPair;
  let first: ServerProcess, second: ServerProcess, strict: ServerProcess;
  /** Changes things; on two processes. */
  let ann: ApiClient, annElsewhere: ApiClient;
  /** Changes nothing; on all three. */
  let ben: ApiClient, benElsewhere: ApiClient, benStrict: ApiClient;
  let projectId: string;

  beforeAll(async () => {
    pair = await start();
    const api = (maxLag: string) =>
      startServer({ ...environment(), DATABASE_REPLICA_MAX_LAG_SECONDS: maxLag }, { quiet: true });
    // The first one brings the schema.
    first = await api(PATIENT);
    [second, strict] = await Promise.all([api(PATIENT), api('1')]);
    [ann, annElsewhere] = [new ApiClient(first.url), new ApiClient(second.url)];
    await ann.login('admin', PASSWORD);
    annElsewhere.takeSessionOf(ann);
    await ann.call('POST', '/users', { username: 'ben', password: PASSWORD, role: 'viewer' });
    await pair.primary.admin('UPDATE users SET password_temporary = false');
    [ben, benElsewhere, benStrict] = [new ApiClient(first.url), new ApiClient(second.url), new ApiClient(strict.url)];
    await ben.login('ben', PASSWORD);
    for (const other of [benElsewhere, benStrict]) other.takeSessionOf(ben);
    projectId = (await ann.call<{ project: { id: string } }>('POST', '/projects', { name: 'North' })).project.id;
    await inUse();
    await until(
      'Ben sees the project',
      async () => (await name(ben)) === 'North' && (await name(benElsewhere)) === 'North',
    );
  });
  afterAll(async () => {
    await Promise.all([first, second, strict].filter(Boolean).map((server) => server.stop()));
    await pair?.remove();
  });

  const environment = () => ({
    ROLE: 'api',
    DATABASE_URL: pair.primary.url,
    DATABASE_REPLICA_URL: pair.standby.url,
    DATABASE_POOL_MAX: '4',
    AUTH_CREDENTIALS: `admin:${PASSWORD}`,
    SESSION_SECRET: 'one-secret-that-all-of-these-know',
    LOG_LEVEL: 'error',
    EMBEDDING_PROVIDER: 'hashing',
    EMBEDDING_DIM: '64',
  });

  /** What the project is called in the portfolio. */
  async function name(client: ApiClient): Promise<string | undefined> {
    const { projects } = await client.call<{ projects: { id: string; name: string }[] }>('GET', '/portfolio');
    return projects.find(({ id }) => id === projectId)?.name;
  }

  const rename = (to: string) => ann.call('PATCH', `/projects/${projectId}`, { name: to });

  const metricsOf = async (server: ServerProcess): Promise<string> => (await fetch(`${server.url}/metrics`)).text();

  /** How many reads each has answered. */
  async function readsOf(server: ServerProcess): Promise<Record<string, number>> {
    const counts = (await metricsOf(server)).matchAll(/^kag_replica_reads_total\{result="(\w+)"\} (\d+)$/gm);
    return Object.fromEntries([...counts].map(([, who = '', count]) => [who, Number(count)]));
  }

  const inUse = () =>
    until('the standby is in use everywhere', async () => {
      const told = await Promise.all([first, second, strict].map(metricsOf));
      return told.every((text) => /^kag_replica_usable 1$/m.test(text));
    });

  /** Who answers all of many reads; the process itself asks for some figures meanwhile. */
  async function whoAnswers(client = ben): Promise<string[]> {
    const before = await readsOf(first);
    for (let i = 0; i < MANY; i++) await name(client);
    const after = await readsOf(first);
    return Object.keys(after).filter((who) => (after[who] ?? 0) >= (before[who] ?? 0) + MANY);
  }

  it('read there what is marked, in the reach of each request and without a right to write', async () => {
    await until('the project that Ann made is known there', async () => (await whoAnswers(ann)).includes('replica'));
    const before = await readsOf(first);
    const failed: string[] = [];
    for (const path of readingPaths(projectId))
      await ann.call('GET', path).catch((error: unknown) => {
        if (!(error instanceof Refused)) throw error;
        if (error.status >= 500 || error.status === 400) failed.push(error.message);
      });
    await ann.call('POST', `/search?project_id=${projectId}`, { query: 'invoice' });
    expect(failed).toEqual([]);
    const after = await readsOf(first);
    expect(after['replica']).toBeGreaterThan((before['replica'] ?? 0) + MANY);
    // Nothing that is marked does what a standby can't.
    expect([after['refused'], after['slow'], after['lost']]).toEqual([0, 0, 0]);
    const begun = pair.standby.asked.filter((entry) => /^kag-server reads: .*START TRANSACTION/.test(entry));
    expect(begun.filter((entry) => !entry.includes('START TRANSACTION READ ONLY'))).toEqual([]);
    const within = begun.filter((entry) => entry.includes(projectId) && /set_config\('role', 'kag_reach'/.test(entry));
    expect(within.length).toBeGreaterThan(20);
  });

  it('show a change at once to who made it, on every process, and to others what was', async () => {
    await pair.standby.admin('SELECT pg_wal_replay_pause()');
    await until('replay stands still', async () => {
      const [row] = await pair.standby.admin('SELECT pg_get_wal_replay_pause_state() AS state');
      return row?.['state'] === 'paused';
    });
    try {
      await rename('South');
      expect(await Promise.all([ann, annElsewhere].map(name))).toEqual(['South', 'South']);
      expect(await Promise.all([ben, benElsewhere].map(name))).toEqual(['North', 'North']);
      expect((await readsOf(second))['own_change']).toBeGreaterThan(0);
      // A script of the same user is the same user.
      const by = await tokenOf(ann);
      await changeBy(by, first, projectId, 'East');
      expect(await name(annElsewhere)).toBe('East');
      expect(await name(benElsewhere)).toBe('North');
      // What is not there yet is looked for at the primary: Ann may have passed its address on.
      const { project } = await ann.call<{ project: { id: string } }>('POST', '/projects', { name: 'New' });
      expect(await ben.call('GET', `/projects/${project.id}/overview`)).toMatchObject({ project: { name: 'New' } });
      // Where the standby may be a second behind, all read at the primary by now.
      await until('the strict one finds it too far behind', async () => (await name(benStrict)) === 'East');
      expect((await readsOf(strict))['lag']).toBeGreaterThan(0);
    } finally {
      await pair.standby.admin('SELECT pg_wal_replay_resume()');
    }
    await until('others see the change', async () => (await name(ben)) === 'East');
    await until('who made it reads from the standby again', async () => (await whoAnswers(ann)).includes('replica'));
  });

  it('have the primary do what the standby breaks off for replay', async () => {
    const source = await new DataSource(dataSourceOptions(pair.primary.url, 1)).initialize();
    const replica = new Replica({ url: pair.standby.url, connections: 1, maxLagMs: 1 });
    replica.seen({ follows: true, replayed: 0n, behindMs: 0 });
    const database = new Database(source, replica);
    await pair.standby.set('max_standby_streaming_delay', '0');
    try {
      await pair.primary.admin('CREATE TABLE crumbs AS SELECT 1 AS n');
      await pair.primary.admin('GRANT SELECT ON crumbs TO kag');
      await until('the standby has it', () => pair.standby.admin('SELECT n FROM crumbs').catch(() => null));
      let over = false;
      const reading = fromReplica(null, () => database.query(WAITS_ON_A_STANDBY)).finally(() => (over = true));
      await until('the read is broken off', async () => {
        await pair.primary.admin('UPDATE crumbs SET n = n + 1');
        await pair.primary.admin('VACUUM crumbs');
        return over;
      });
      expect(await reading).toEqual([{ crumbs: 1 }]);
      expect(replica.reads.get('conflict')).toBe(1);
    } finally {
      await pair.standby.set('max_standby_streaming_delay', null);
      await replica.close();
      await source.destroy();
    }
  });

  it('go on without it when it is killed, say so, and use it again', async () => {
    await pair.standby.kill();
    for (let i = 0; i < 5; i++) expect(await name(ben)).toBe('East');
    await until('it is found to be away', async () => (await whoAnswers()).includes('away'));
    await rename('West');
    expect([await name(ann), await name(ben)]).toEqual(['West', 'West']);
    expect((await fetch(`${first.url}/health/ready`)).status).toBe(200);
    expect(await checked(ann, projectId)).toMatchObject({
      status: 'warn',
      observed: expect.stringContaining('does not answer'),
    });
    await pair.standby.start();
    await inUse();
    await until('it answers again', async () => (await whoAnswers()).includes('replica'));
    expect(await checked(ann, projectId)).toMatchObject({ status: 'ok' });
  });

  it('wait for one that hangs once, and not with each request', async () => {
    pair.standby.freeze();
    try {
      const names = await Promise.all(Array.from({ length: 6 }, () => name(ben)));
      expect(new Set(names)).toEqual(new Set(['West']));
      await until('it is found to be away', async () => (await whoAnswers()).includes('away'));
      const before = await readsOf(first);
      await rename('Centre');
      for (let i = 0; i < 10; i++) expect(await name(ben)).toBe('Centre');
      const after = await readsOf(first);
      expect([after['lost'], after['slow'], after['replica']]).toEqual([
        before['lost'],
        before['slow'],
        before['replica'],
      ]);
    } finally {
      pair.standby.thaw();
    }
    await inUse();
    await until('it answers again', async () => (await whoAnswers()).includes('replica'));
    await until('it has caught up', async () => (await name(ben)) === 'Centre');
  });

  it('are told of by the doctor, as is an address that leads to no standby', async () => {
    expect(await doctored(environment())).toMatchObject({
      status: 'ok',
      observed: expect.stringContaining('It answers'),
    });
    const wrong = { ...environment(), DATABASE_REPLICA_URL: pair.primary.url };
    expect(await doctored(wrong)).toMatchObject({ status: 'warn', observed: expect.stringContaining('no standby') });
  });
});

const WAITS_ON_A_STANDBY = `SELECT count(*)::int AS crumbs
  FROM crumbs, LATERAL (SELECT pg_sleep(CASE WHEN pg_is_in_recovery() THEN 600 ELSE 0 END)) AS waits`;

interface Checked {
  id: string;
  status: string;
  observed: string;
}

interface Diagnosed {
  sections: { checks: Checked[] }[];
}

const replicaCheck = (diagnosed: Diagnosed | undefined): Checked | undefined =>
  diagnosed?.sections.flatMap(({ checks }) => checks).find(({ id }) => id === 'replica');

/** All paths that are read and are not streams, sign-in or probes, about this project. */
function readingPaths(projectId: string): string[] {
  const skipped = /^GET \/(?:health|metrics|auth)|\/events$/;
  return Object.entries(EXPECTATIONS)
    .filter(([route]) => route.startsWith('GET ') && (!skipped.test(route) || route === 'GET /kag/events'))
    .map(([route, { project, parameters, query }]) => {
      const path = route
        .slice('GET '.length)
        .replaceAll(
          /\{(\w+)\}/g,
          (_, part: string) => parameters?.[part] ?? (project === 'path' ? projectId : randomUUID()),
        );
      const asked = [
        ...(project === 'active' ? [`project_id=${projectId}`] : []),
        ...(query === undefined ? [] : [query]),
      ];
      return asked.length === 0 ? path : `${path}?${asked.join('&')}`;
    });
}

async function tokenOf(client: ApiClient): Promise<string> {
  const wanted = { name: 'script', role: 'admin', expires_in_days: 1 };
  return (await client.call<{ token: string }>('POST', '/auth/tokens', wanted)).token;
}

/** Renames the project as a script does. */
async function changeBy(token: string, server: ServerProcess, projectId: string, to: string): Promise<void> {
  const response = await fetch(`${server.url}/projects/${projectId}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: to }),
  });
  expect(response.status).toBe(200);
}

/** What the diagnosis says of the standby. */
async function checked(client: ApiClient, projectId: string): Promise<Checked | undefined> {
  return replicaCheck(await client.call<Diagnosed>('GET', `/ops/diagnosis?project_id=${projectId}`));
}

/** What the doctor says of it. */
async function doctored(env: Record<string, string>): Promise<Checked | undefined> {
  const text = await new Promise<string>((resolve) => {
    execFile(
      process.execPath,
      [join(import.meta.dirname, '../../dist/src/doctor-cli.js'), '--json'],
      { env: { ...bareEnvironment(), ...env }, timeout: HANG_LIMIT_MS },
      (_error, stdout) => resolve(stdout),
    );
  });
  const [project] = (JSON.parse(text) as { projects: Diagnosed[] }).projects;
  return replicaCheck(project);
}
