import type { DomainEventType, NewEvent } from '../../kag-events/index.js';
import type { RowChange } from '../core/contract.js';
import { timeAt } from './event-time.js';
import { LINEAR_CYCLES } from './tables.js';

type Values = Readonly<Record<string, unknown>>;
const DAY_MS = 86_400_000;

/**
 * A cycle is a stage of the team's work. It begins at its start, and again, with the new date, when its end is moved or
 * it is opened once more; it is completed when Linear says so, or when it is removed while it runs, for then nobody
 * will ever complete it.
 */
export function cycleEvents({ before, after }: RowChange, historyDays: number): NewEvent[] {
  const events: NewEvent[] = [];
  const starts = timeAt(after, 'starts_at') ?? new Date(0);
  const due = timeAt(after, 'ends_at') ?? starts;
  const changed = timeAt(after, 'vendor_updated_at') ?? starts;
  const firstSeen = timeAt(after, 'created_at') ?? new Date();
  const was = before === null ? null : phaseOf(before);
  const is = phaseOf(after);
  // Cycles of long ago are history that nobody asked for, unless they run still.
  if (before === null && is !== 'running' && due.getTime() < firstSeen.getTime() - historyDays * DAY_MS) return [];
  const begun = was === 'running' || was === 'over';
  if (is === 'running') {
    if (!begun) events.push(event(after, 'stage_started', starts, due, due.toISOString()));
    else if (was === 'over')
      events.push(event(after, 'stage_started', changed, due, `${due.toISOString()} ${changed.toISOString()}`));
    else if (timeAt(before, 'ends_at')?.getTime() !== due.getTime())
      events.push(event(after, 'stage_started', changed, due, due.toISOString()));
  }
  if (is === 'over' && was !== 'over') {
    if (!begun) events.push(event(after, 'stage_started', starts, due, due.toISOString()));
    const at = timeAt(after, 'completed_at') ?? changed;
    events.push(event(after, 'stage_completed', at < starts ? starts : at, due, at.toISOString()));
  }
  return events;
}

/** Removed before it began, or seen for the first time when it is removed already, it never was a stage. */
function phaseOf(row: Values): 'ahead' | 'running' | 'over' {
  if (row['started'] !== true) return 'ahead';
  const over = (row['completed_at'] ?? null) !== null || (row['deleted_at'] ?? null) !== null;
  return over ? 'over' : 'running';
}

function event(row: Values, type: DomainEventType, at: Date, due: Date, moment: string): NewEvent {
  const id = String(row['id']);
  const name = typeof row['name'] === 'string' ? row['name'] : `Cycle ${String(row['number'])}`;
  return {
    event_type: type,
    occurred_at: at,
    actor: 'team',
    source: 'linear',
    source_ref: id,
    source_url: null,
    payload: { stage_id: id, stage_name: name, due_at: due.toISOString() },
    evidence: [{ source_table: LINEAR_CYCLES.table, source_pk: id }],
    dedupe_key: `${type}:${id}:${moment}`,
  };
}
