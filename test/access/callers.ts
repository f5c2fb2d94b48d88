import type { Client } from '../support/client.js';
import type { TestApp } from '../support/test-app.js';
import { addedBy } from '../support/people.js';
import { guest, type Belongings } from './belongings.js';

/** Who asks: a stranger to the server, the roles of our scope, and a viewer of ours who is an admin elsewhere. */
export const CALLERS = ['visitor', 'viewer', 'operator', 'admin', 'guest'] as const;
export type Caller = (typeof CALLERS)[number];

export async function callersOf(server: TestApp, admin: Client, ours: Belongings): Promise<Record<Caller, Client>> {
  return {
    visitor: server.visitor(),
    viewer: (await addedBy(server, admin, 'viewer')).client,
    operator: (await addedBy(server, admin, 'operator')).client,
    admin,
    guest: (await guest(server, ours.scopeId)).client,
  };
}
