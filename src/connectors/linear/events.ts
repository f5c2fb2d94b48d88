import type { DomainEventType, NewEvent } from '../../kag-events/index.js';
import type { RowChange } from '../core/contract.js';
import { cycleEvents } from './cycle-events.js';
import { timeAt, transitionTime } from './event-time.js';
import { isByMachine } from './machines.js';
import { LINEAR_CYCLES, LINEAR_ISSUES } from './tables.js';

type Values = Readonly<Record<string, unknown>>;
const DAY_MS = 86_400_000;

/** What a change of a row tells. Keys name the issue and the moment, so that a second look at it tells nothing new. */
export function linearEvents(change: RowChange, historyDays: number): NewEvent[] {
  if (change.table === LINEAR_CYCLES.table) return cycleEvents(change, historyDays);
  if (change.table !== LINEAR_ISSUES.table) return [];
  return [created, completed, blockedOrFreed].flatMap((tell) => tell(change, historyDays) ?? []);
}

/** Whether a moment is part of the history that was taken, seen from when the row came in. */
export function inHistory(row: Values, moment: Date, historyDays: number): boolean {
  const seen = timeAt(row, 'created_at') ?? new Date();
  return moment.getTime() >= seen.getTime() - historyDays * DAY_MS;
}

/** At its first sight that is not of the trash; one that is back from there is the same one, by its key. */
function created({ before, after }: RowChange, historyDays: number): NewEvent | null {
  const at = timeAt(after, 'vendor_created_at');
  if (isLive(before) || !isLive(after) || at === null || !inHistory(after, at, historyDays)) return null;
  const made = isByMachine(after) ? { automatic: true } : {};
  const facts = { priority: after['priority'], due_date: after['due_date'], ...made };
  return event(after, 'issue_created', at, facts, '');
}

/** Closed and opened again, an issue can be completed a second time: that has another date. */
function completed({ before, after }: RowChange, historyDays: number): NewEvent | null {
  const at = timeAt(after, 'completed_at') ?? timeAt(after, 'latest_change_at');
  if (!isCompleted(after) || at === null) return null;
  if (isLive(before) ? isCompleted(before) : !isLive(after) || !inHistory(after, at, historyDays)) return null;
  return event(after, 'issue_completed', at, { was_blocked: isBlocked(before) }, at.toISOString());
}

/** Completing frees too, and says so itself; putting an issue away frees it without further words. */
function blockedOrFreed(change: RowChange): NewEvent | null {
  const { before, after } = change;
  if (isBlocked(after) === isBlocked(before)) return null;
  if (isBlocked(after)) {
    const at = transitionTime(change, timeAt(after, 'blocked_since'));
    const by = after['blocked_by'] as unknown[];
    return event(
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
    after,
    'issue_unblocked',
    at,
    { reason: isLive(after) ? after['state_type'] : 'removed' },
    at.toISOString(),
  );
}

const isLive = (row: Values | null): row is Values => row !== null && (row['deleted_at'] ?? null) === null;
const isBlocked = (row: Values | null): boolean => isLive(row) && row['blocked'] === true;
const isCompleted = (row: Values | null): boolean => row?.['state_type'] === 'completed';

function event(
  row: Values,
  type: DomainEventType,
  at: Date,
  payload: Record<string, unknown>,
  moment: string,
): NewEvent {
  const id = String(row['id']);
  return {
    event_type: type,
    occurred_at: at,
    actor: 'team',
    source: 'linear',
    source_ref: id,
    source_url: (row['url'] as string | null) ?? null,
    source_linear_issue_id: id,
    payload: { issue_id: id, identifier: row['identifier'], title: row['title'], ...payload },
    evidence: [{ linear_issue_id: id, source_table: LINEAR_ISSUES.table, source_pk: id }],
    dedupe_key: [type, id, ...(moment === '' ? [] : [moment])].join(':'),
  };
}
