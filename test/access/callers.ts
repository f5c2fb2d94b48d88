import type { Client } from '../support/client.js';
import type { TestApp } from '../support/test-app.js';
import { guest, member, type Belongings } from './belongings.js';
import type { Person } from '../support/people.js';

/** Who asks: a stranger to the server, the roles of our scope, and a viewer of ours who is an admin elsewhere. */
export const CALLERS = ['visitor', 'viewer', 'operator', 'admin', 'guest'] as const;
export type Caller = (typeof CALLERS)[number];

export async function callersOf(server: TestApp, admin: Person, ours: Belongings): Promise<Record<Caller, Client>> {
  return {
    visitor: server.visitor(),
    viewer: (await member(server, admin, 'viewer')).client,
    operator: (await member(server, admin, 'operator')).client,
    admin: admin.client,
    guest: (await guest(server, ours.scopeId)).client,
  };
}
