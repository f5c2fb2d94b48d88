import type { Variables } from './graphql/coerce.js';
import { refused } from './problems.js';
import { MissingEntity } from './tables.js';
import type { LinearWorld } from './world.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/**
 * Does what a mutation asks for.
 * @returns its payload
 * @throws FieldError for what can't be
 */
export function mutate(world: LinearWorld, name: string, args: Variables): object {
  if (name !== 'issueCreate') throw new Error(`the sandbox does not know Mutation.${name}`);
  const { id, teamId, title, description = null } = args['input'] as Record<string, string | null | undefined>;
  const { tables } = world;
  if (!tables.team.has(teamId ?? '')) throw new MissingEntity('Team');
  if (typeof title !== 'string' || title.trim() === '') throw refused('title should not be empty');
  if (id !== undefined && id !== null && !UUID.test(id)) throw refused('id must be a UUID');
  // How Linear words this is not confirmed; that one id is one issue follows from its type.
  if (id && tables.issue.has(id)) throw refused(`Entity with id ${id} already exists`);
  const issue = world.addIssue({ team: teamId ?? '', title, description, ...(id ? { id } : {}) });
  return { success: true, lastSyncId: tables.issue.size, issue };
}
