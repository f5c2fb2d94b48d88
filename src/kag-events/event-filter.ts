import { CORRECTION } from './correction.js';
import type { EventKind } from './kag-events.dto.js';

/** Which events of a project are asked for. */
export interface EventFilter {
  /** Any of these. */
  type?: readonly string[] | undefined;
  kind?: EventKind | undefined;
  source?: string | undefined;
  process?: string | undefined;
  /** Id of the job run that tells of itself. */
  run_id?: string | undefined;
  /** Id of what it is about. */
  entity?: string | undefined;
  since?: Date | undefined;
  until?: Date | undefined;
}

/** Where an event names what it is about: its own record, and the record that this one belongs to. */
const ENTITIES = [
  'e.source_ref',
  'e.source_message_id',
  'e.source_linear_issue_id',
  'e.source_attio_record_id',
  ...['conversation_id', 'issue_id', 'stage_id', 'deal_id', 'activity_id', 'contact_id'].map(
    (key) => `e.payload_json ->> '${key}'`,
  ),
];

/** An event's kind, by its type. */
const KINDS: Readonly<Record<EventKind, string>> = {
  domain: `e.event_type NOT LIKE 'process\\_%' AND e.event_type <> '${CORRECTION}'`,
  process: `e.event_type LIKE 'process\\_%'`,
  correction: `e.event_type = '${CORRECTION}'`,
};

/**
 * Conditions on `kag_event_log e`; their values go into `parameters`. The kind is written out and not a parameter:
 * there is an index of the domain events alone, which are few beside the server's own, and PostgreSQL finds it by these
 * words.
 */
export function eventConditions(filter: EventFilter, parameters: unknown[]): string[] {
  const value = (held: unknown) => `$${parameters.push(held)}`;
  const { type, kind, source, process, run_id: run, entity, since, until } = filter;
  return [
    ...(type === undefined ? [] : [`e.event_type = ANY (${value(type)}::text[])`]),
    ...(kind === undefined ? [] : [KINDS[kind]]),
    ...(source === undefined ? [] : [`e.source = ${value(source)}`]),
    ...(process === undefined ? [] : [`e.payload_json ->> 'process' = ${value(process)}`]),
    ...(run === undefined ? [] : [`e.payload_json ->> 'run_id' = ${value(run)}`]),
    ...(entity === undefined ? [] : [`${value(entity)}::text IN (${ENTITIES.join(', ')})`]),
    ...(since === undefined ? [] : [`e.occurred_at >= ${value(since)}`]),
    ...(until === undefined ? [] : [`e.occurred_at <= ${value(until)}`]),
  ];
}
