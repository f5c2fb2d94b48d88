import type { DomainEventType, EventSource, NewEvent } from '../../kag-events/index.js';
import type { RowChange, TableSpec } from '../core/contract.js';
import { inHistory, timeAt } from './event-time.js';
import type { Row } from './row-parts.js';

/**
 * Whose stages they are. Their table has `id`, `name`, `number`, `starts_at`, `ends_at`, `completed_at` and `started`.
 */
export interface StageTelling {
  readonly source: EventSource;
  readonly table: TableSpec;
  /** What one without a name is called, before its number. */
  readonly called: string;
  readonly historyDays: number;
}

/**
 * A stage is a span of the team's work with an end that was agreed on. It begins at its start, and again, with the new
 * date, when its end is moved or it is opened once more; it is completed when the vendor says so, or when it is removed
 * while it runs, since nothing else would end it.
 */
export function stageEvents(change: RowChange, telling: StageTelling): NewEvent[] {
  const { after } = change;
  // Without an end it is not a stage, and begins as one when it gets one.
  if ((after['ends_at'] ?? null) === null) return [];
  const before = (change.before?.['ends_at'] ?? null) === null ? null : change.before;
  const events: NewEvent[] = [];
  const starts = timeAt(after, 'starts_at') ?? new Date(0);
  const due = timeAt(after, 'ends_at') ?? starts;
  const changed = timeAt(after, 'vendor_updated_at') ?? starts;
  const was = before === null ? null : phaseOf(before);
  const is = phaseOf(after);
  // Stages of long ago are outside the history that was asked for, unless they still run.
  if (before === null && is !== 'running' && !inHistory(after, due, telling.historyDays)) return [];
  const begun = was === 'running' || was === 'over';
  if (is === 'running') {
    if (!begun) events.push(event(telling, after, 'stage_started', starts, due, due.toISOString()));
    else if (was === 'over')
      events.push(
        event(telling, after, 'stage_started', changed, due, `${due.toISOString()} ${changed.toISOString()}`),
      );
    else if (timeAt(before, 'ends_at')?.getTime() !== due.getTime())
      events.push(event(telling, after, 'stage_started', changed, due, due.toISOString()));
  }
  if (is === 'over' && was !== 'over') {
    if (!begun) events.push(event(telling, after, 'stage_started', starts, due, due.toISOString()));
    const at = timeAt(after, 'completed_at') ?? changed;
    events.push(event(telling, after, 'stage_completed', at < starts ? starts : at, due, at.toISOString()));
  }
  return events;
}

/** Removed before it began, or seen for the first time when it is removed already, it never was a stage. */
function phaseOf(row: Row): 'ahead' | 'running' | 'over' {
  if (row['started'] !== true) return 'ahead';
  const over = (row['completed_at'] ?? null) !== null || (row['deleted_at'] ?? null) !== null;
  return over ? 'over' : 'running';
}

function event(
  { source, table, called }: StageTelling,
  row: Row,
  type: DomainEventType,
  at: Date,
  due: Date,
  moment: string,
): NewEvent {
  const id = String(row['id']);
  const name = typeof row['name'] === 'string' ? row['name'] : `${called} ${String(row['number'])}`;
  return {
    event_type: type,
    occurred_at: at,
    actor: 'team',
    source,
    source_ref: id,
    source_url: null,
    payload: { stage_id: id, stage_name: name, due_at: due.toISOString() },
    evidence: [{ source_table: table.table, source_pk: id }],
    dedupe_key: `${type}:${id}:${moment}`,
  };
}
