import { randomUUID } from 'node:crypto';
import type { Client } from '../support/client.js';
import { colleague, PASSWORD, project, stranger } from '../support/people.js';
import { ADMIN, startTestApp, type TestApp } from '../support/test-app.js';
import { startSandbox } from '../../sandbox/sandbox.js';
import type { Ids } from './values.js';

const TRIGGERS = ['/connectors/sync', '/jobs/embeddings/run', '/kag/refresh', '/kag/v2/recommendations/refresh'];
/** Tables whose texts tell of a client, and the column. */
const TEXTS = [
  ['cw_messages', 'content'],
  ['cw_contacts', 'name'],
  ['rag_chunks', 'text'],
] as const;

/** A server with two account scopes that know nothing of each other, and all kinds of people in the first one. */
export interface TwoTenants {
  server: TestApp;
  /** Who sends requests; `visitor` is not signed in. */
  people: readonly { name: string; client: Client; signIn(): Promise<Client> }[];
  visitor: Client;
  /** Of the first and of the second. */
  ids: Ids;
  /** What only the second has, none of which is among its ids: it must not be in any answer. */
  secrets: readonly string[];
  close(): Promise<void>;
}

export async function twoTenants(): Promise<TwoTenants> {
  const sandbox = await startSandbox();
  const server = await startTestApp({
    env: {
      ROLE: 'all',
      DISPATCH_INTERVAL_SECONDS: '3600',
      CHATWOOT_BASE_URL: sandbox.url,
      CHATWOOT_API_TOKEN: 'token-of-the-tests',
      CHATWOOT_ACCOUNT_ID: '1',
      CHATWOOT_REQUESTS_PER_MINUTE: '1000000',
    },
  });
  const { database } = server.db;
  const admin = await server.signIn();
  const ours = await project(admin);
  const operator = await colleague(server, 'operator');
  const viewer = await colleague(server, 'viewer');
  // Whom requests may rename, disable or sign out without anybody's session going with it.
  const changed = await colleague(server, 'operator');
  const theirs = await stranger(server);
  for (const client of [admin, operator.client, viewer.client]) await client.post(`/projects/${ours}/select`);
  await theirs.client.post(`/projects/${theirs.projectId}/select`);
  for (const client of [admin, theirs.client])
    for (const trigger of TRIGGERS) await client.post(trigger).set('prefer', 'wait=55');

  const mark = `secret-${randomUUID()}`;
  // The admin who made the stranger knows their name, but not whom they have made.
  const hidden = `hidden-${randomUUID()}`;
  await theirs.client.post('/users', { username: hidden, password: PASSWORD, role: 'viewer' });
  await database.run('UPDATE projects SET name = $2 WHERE id = $1', [theirs.projectId, mark]);
  for (const [table, column] of TEXTS)
    await database.run(`UPDATE ${table} SET ${column} = $2 || ' ' || ${column} WHERE project_id = $1`, [
      theirs.projectId,
      mark,
    ]);
  const idsOf = async (projectId: string) => [
    projectId,
    ...(
      await database.query<{ id: string }>(
        `(SELECT id FROM job_runs WHERE project_id = $1 LIMIT 3)
         UNION ALL (SELECT webhook_id FROM project_sources WHERE project_id = $1 LIMIT 3)
         UNION ALL (SELECT id FROM recommendations_v2 WHERE project_id = $1 LIMIT 3)
         UNION ALL (SELECT account_scope_id FROM projects WHERE id = $1)`,
        [projectId],
      )
    ).map(({ id }) => id),
  ];
  const person = (name: string, client: Client, who: { username: string; password: string }) => ({
    ...{ name, client },
    signIn: async () => {
      // The generated sign-ins have used up what one address may try.
      await database.run('DELETE FROM login_attempts');
      return server.signIn(who);
    },
  });
  return {
    server,
    people: [
      person('admin', admin, ADMIN),
      person('operator', operator.client, { username: operator.username, password: PASSWORD }),
      person('viewer', viewer.client, { username: viewer.username, password: PASSWORD }),
    ],
    visitor: server.visitor(),
    ids: {
      own: [...(await idsOf(ours)), changed.id],
      foreign: [...(await idsOf(theirs.projectId)), theirs.id],
    },
    secrets: [mark, hidden, theirs.scopeKey],
    async close() {
      await server.close();
      await sandbox.close();
    },
  };
}
