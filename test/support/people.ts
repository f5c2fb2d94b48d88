import { randomUUID } from 'node:crypto';
import type { Client } from './client.js';
import type { TestApp } from './test-app.js';

export const PASSWORD = 'a-long-enough-password';

export interface Person {
  id: string;
  username: string;
  client: Client;
}

/** A colleague that the admin of AUTH_CREDENTIALS adds to their own scope, signed in. */
export async function colleague(
  server: TestApp,
  role: 'viewer' | 'operator' | 'admin',
  scopes?: string[],
): Promise<Person> {
  const admin = await server.signIn();
  const username = `${role}-${randomUUID().slice(0, 8)}`;
  const body = { username, password: PASSWORD, role, ...(scopes ? { account_scope_ids: scopes } : {}) };
  const made = await admin.post('/users', body);
  if (made.status !== 200) throw new Error(`no user: ${made.text}`);
  return { id: made.body.user.id as string, username, client: await server.signIn({ username, password: PASSWORD }) };
}

/** An admin of another account scope, with a project there: what they have must stay out of everybody else's sight. */
export async function stranger(
  server: TestApp,
): Promise<Person & { projectId: string; scopeId: string; scopeKey: string }> {
  const person = await colleague(server, 'admin', []);
  const scopeKey = `scope-${randomUUID().slice(0, 8)}`;
  const made = await person.client.post('/projects', { name: 'Theirs', account_scope_key: scopeKey });
  if (made.status !== 200) throw new Error(`no project: ${made.text}`);
  return {
    ...person,
    scopeKey,
    projectId: made.body.project.id as string,
    scopeId: made.body.project.account_scope_id as string,
  };
}

/** Id of a new project of the client's. */
export async function project(client: Client, name = `Project ${randomUUID().slice(0, 8)}`): Promise<string> {
  const made = await client.post('/projects', { name });
  if (made.status !== 200) throw new Error(`no project: ${made.text}`);
  return made.body.project.id as string;
}
