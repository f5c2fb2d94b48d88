import { intParam, listParam } from './query.js';
import type { ConversationRow } from './records.js';
import type { ChatwootWorld } from './world.js';

export interface ConversationCounts {
  mine_count: number;
  assigned_count: number;
  unassigned_count: number;
  all_count: number;
}

/**
 * The list's filters in Chatwoot's order: the counts are taken before `assignee_type`, so they describe every tab at
 * once.
 * @returns the rows left of `ordered`, in its order, and the counts
 */
export function findConversations(
  world: ChatwootWorld,
  ordered: readonly ConversationRow[],
  query: URLSearchParams,
): { rows: ConversationRow[]; counts: ConversationCounts } {
  const me = world.tables.agents[0]?.id;
  const inboxId = intParam(query, 'inbox_id');
  const teamId = intParam(query, 'team_id');
  const labels = listParam(query, 'labels');
  const sourceId = query.get('source_id');
  const words = query.get('q')?.toLowerCase();
  // A text search looks through every status.
  const status = words ? 'all' : (query.get('status') ?? 'open');
  // Read once: these run for every row of every page.
  const [type, assignee] = [query.get('conversation_type'), query.get('assignee_type')];
  const filtered = ordered.filter(
    (row) =>
      (status === 'all' || row.status === status) &&
      (inboxId === undefined || row.inbox_id === inboxId) &&
      (teamId === undefined || row.team_id === teamId) &&
      (labels.length === 0 || labels.some((label) => row.labels.includes(label))) &&
      (sourceId === null || row.source_id === sourceId) &&
      (!words || mentions(world, row, words)) &&
      isOfType(row, type, me),
  );
  const rows = filtered.filter((row) => isAssigned(row, assignee, me));
  return { rows, counts: countsOf(filtered, me) };
}

export function countsOf(rows: readonly ConversationRow[], me: number | undefined): ConversationCounts {
  const unassigned = rows.filter((row) => row.assignee_id === null).length;
  return {
    mine_count: rows.filter((row) => me !== undefined && row.assignee_id === me).length,
    assigned_count: rows.length - unassigned,
    unassigned_count: unassigned,
    all_count: rows.length,
  };
}

function isAssigned(row: ConversationRow, type: string | null, me: number | undefined): boolean {
  if (type === 'me') return me !== undefined && row.assignee_id === me;
  if (type === 'unassigned') return row.assignee_id === null;
  if (type === 'assigned') return row.assignee_id !== null;
  return true;
}

/** Mentions are not kept here, so that type is always empty. */
function isOfType(row: ConversationRow, type: string | null, me: number | undefined): boolean {
  if (type === 'unattended') return row.first_reply_created_at === null || row.waiting_since !== null;
  if (type === 'participating') return me !== undefined && row.assignee_id === me;
  return type !== 'mention';
}

function mentions(world: ChatwootWorld, row: ConversationRow, words: string): boolean {
  return world.tables.messagesOf(row.id).some((message) => message.content?.toLowerCase().includes(words));
}
