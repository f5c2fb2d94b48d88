import type { DomainEventType, EventSource, NewEvent } from '../../kag-events/index.js';
import type { RowChange, TableSpec } from '../core/contract.js';
import { inHistory, timeAt, transitionTime } from './event-time.js';
import { isGone, type Row } from './row-parts.js';

/**
 * Whose issues they are. Their table has `id`, `identifier`, `title`, `url`, `priority`, `due_date`, `state_type`,
 * `blocked`, `blocked_by`, `blocked_since`, `latest_change_at`, and the times `vendor_created_at`, `completed_at`,
 * `canceled_at` and `archived_at`.
 */
export interface IssueTelling {
  readonly source: EventSource;
  readonly table: TableSpec;
  /** Whether no person made it, which its event says. */
  readonly isByMachine: (row: Row) => boolean;
  /** An issue that is older when it is first seen makes no news. */
  readonly historyDays: number;
  /** What else names the issue, in the event and in its evidence. */
  readonly names?: (id: string) => { event: Partial<NewEvent>; evidence: object };
}

/** What a change of an issue tells. Keys name it and the moment, so that a second look at it tells nothing new. */
export const issueEvents = (change: RowChange, telling: IssueTelling): NewEvent[] =>
  [created, completed, blockedOrFreed].flatMap((tell) => tell(change, telling) ?? []);

/** At its first sight that is not of the trash; one that is back from there is the same one, by its key. */
function created({ before, after }: RowChange, telling: IssueTelling): NewEvent | null {
  const at = timeAt(after, 'vendor_created_at');
  if (isLive(before) || !isLive(after) || at === null || !inHistory(after, at, telling.historyDays)) return null;
  const made = telling.isByMachine(after) ? { automatic: true } : {};
  const facts = { priority: after['priority'] ?? null, due_date: after['due_date'], ...made };
  return event(telling, after, 'issue_created', at, facts, '');
}

/** Closed and opened again, an issue can be completed a second time: that has another date. */
function completed({ before, after }: RowChange, telling: IssueTelling): NewEvent | null {
  const at = timeAt(after, 'completed_at') ?? timeAt(after, 'latest_change_at');
  if (!isCompleted(after) || at === null) return null;
  if (isLive(before) ? isCompleted(before) : !isLive(after) || !inHistory(after, at, telling.historyDays)) return null;
  return event(telling, after, 'issue_completed', at, { was_blocked: isBlocked(before) }, at.toISOString());
}

/** Completing frees too, and says so itself; putting an issue away frees it without further words. */
function blockedOrFreed(change: RowChange, telling: IssueTelling): NewEvent | null {
  const { before, after } = change;
  if (isBlocked(after) === isBlocked(before)) return null;
  if (isBlocked(after)) {
    const at = transitionTime(change, timeAt(after, 'blocked_since'));
    const by = after['blocked_by'] as unknown[];
    return event(
      telling,
      after,
      'issue_blocked',
      at,
      { blocked_by: by, reason: by.length > 0 ? 'issue' : 'state' },
      at.toISOString(),
    );
  }
  if (isCompleted(after)) return null;
  const at = transitionTime(change, timeAt(after, 'canceled_at') ?? timeAt(after, 'archived_at'));
  return event(
    telling,
    after,
    'issue_unblocked',
    at,
    { reason: isLive(after) ? after['state_type'] : 'removed' },
    at.toISOString(),
  );
}

const isLive = (row: Row | null): row is Row => !isGone(row);
const isBlocked = (row: Row | null): boolean => isLive(row) && row['blocked'] === true;
const isCompleted = (row: Row | null): boolean => row?.['state_type'] === 'completed';

function event(
  { source, table, names }: IssueTelling,
  row: Row,
  type: DomainEventType,
  at: Date,
  payload: Record<string, unknown>,
  moment: string,
): NewEvent {
  const id = String(row['id']);
  const named = names?.(id);
  return {
    event_type: type,
    occurred_at: at,
    actor: 'team',
    source,
    source_ref: id,
    source_url: (row['url'] as string | null) ?? null,
    ...named?.event,
    payload: { issue_id: id, identifier: row['identifier'], title: row['title'], ...payload },
    evidence: [{ ...named?.evidence, source_table: table.table, source_pk: id }],
    dedupe_key: [type, id, ...(moment === '' ? [] : [moment])].join(':'),
  };
}
