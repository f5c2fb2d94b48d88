import type { ChatwootWorld } from '../chatwoot/world.js';
import { AGENTS, INBOXES, TEAMS } from './people.js';

/** Agents, teams and inboxes: an account has them before anyone writes. */
export function addStaff(world: ChatwootWorld): void {
  for (const [index, name] of AGENTS.entries()) {
    const email = `${name.split(' ')[0]?.toLowerCase() ?? 'agent'}@agency.example`;
    world.tables.agents.push({ id: index + 1, name, email });
  }
  for (const [index, name] of TEAMS.entries()) world.tables.teams.push({ id: index + 1, name });
  for (const inbox of INBOXES) world.addInbox({ ...inbox });
}
