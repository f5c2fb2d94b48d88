import type { Row } from '../kit/row-parts.js';

/** How Attio calls the people among its actors. */
const PERSON = 'workspace-member';

/** Whether no person of the workspace made it: an integration, an automation, or Attio itself. */
export function isByMachine(row: Row): boolean {
  const actor = (row['data'] as { created_by_actor?: { type?: unknown } | null } | null | undefined)?.created_by_actor;
  const type = typeof actor === 'object' ? actor?.type : null;
  return typeof type === 'string' && type !== PERSON;
}
