import { randomUUID } from 'node:crypto';
import type { Role } from '../../src/http/index.js';
import type { Client } from './client.js';
import type { TestApp } from './test-app.js';

export const PASSWORD = 'a-long-enough-password';

export interface Person {
  id: string;
  username: string;
  client: Client;
}

/** A colleague that the admin of AUTH_CREDENTIALS adds to their own scope, signed in. */
export const colleague = async (server: TestApp, role: Role): Promise<Person> =>
  addedBy(server, await server.signIn(), role);

/** A user that the admin adds to these account scopes, or to their only one; signed in. */
export async function addedBy(
  server: TestApp,
  admin: Client,
  role: Role,
  account_scope_ids?: string[],
): Promise<Person> {
  const username = `${role}-${randomUUID().slice(0, 8)}`;
  const made = await admin.post('/users', { username, password: PASSWORD, role, account_scope_ids });
  if (made.status !== 200) throw new Error(`no user: ${made.text}`);
  return { id: made.body.user.id as string, username, client: await server.signIn({ username, password: PASSWORD }) };
}

/** Somebody with a new account scope to themselves, in which there is nothing yet. */
export async function newcomer(
  server: TestApp,
  role: Role = 'admin',
): Promise<Person & { scopeId: string; scopeKey: string }> {
  const person = await colleague(server, role);
  const scopeKey = `scope-${randomUUID().slice(0, 8)}`;
  const [moved] = await server.db.database.query<{ account_scope_id: string }>(
    `WITH made AS (INSERT INTO account_scopes (key, name) VALUES ($2, $2) RETURNING id)
     UPDATE user_scopes SET account_scope_id = made.id FROM made WHERE user_id = $1 RETURNING account_scope_id`,
    [person.id, scopeKey],
  );
  return { ...person, scopeKey, scopeId: moved?.account_scope_id ?? '' };
}

/** An admin of another account scope, with a project there: what they have must stay out of everybody else's sight. */
export async function stranger(
  server: TestApp,
): Promise<Person & { projectId: string; scopeId: string; scopeKey: string }> {
  const person = await newcomer(server);
  return { ...person, projectId: await project(person.client, 'Theirs') };
}

/** Has the person join an account scope, with a role there. */
export async function letIn(server: TestApp, { id }: { id: string }, scopeId: string, role: Role): Promise<void> {
  await server.db.database.query('INSERT INTO user_scopes (user_id, account_scope_id, role) VALUES ($1, $2, $3)', [
    id,
    scopeId,
    role,
  ]);
}

/** Id of a new project of the client's. */
export async function project(client: Client, name = `Project ${randomUUID().slice(0, 8)}`): Promise<string> {
  const made = await client.post('/projects', { name });
  if (made.status !== 200) throw new Error(`no project: ${made.text}`);
  return made.body.project.id as string;
}
