import { DOMAIN_EVENTS } from '../../src/kag-events/event-catalogue.js';
import { PROCESS_EVENT_KINDS, PROCESS_NOTE } from '../../src/kag-events/process-event.js';
import { code, GENERATED_NOTE, table, type GeneratedFile } from '../generated-file.js';

const INTRODUCTION = `
What \`kag_event_log\` holds, and \`GET /kag/events\` shows. The log is only ever added to; all that the server concludes is
computed from it. An event is logged once: its \`dedupe_key\` names what happened, so that reading a record again adds
nothing. \`occurred_at\` is when it happened at the vendor, \`recorded_at\` when it was logged. \`evidence_refs\` name the rows
that show it.
`;

const DOMAIN = `
About a client's project. They come from **changes**, the row before against the row now, not from each sight of a record.
`;

const PROCESS = `
About the server's own work: every job run and every step of the daily pipeline writes that it began and how it ended.
Source and actor are \`system\`. They are kept for \`EVENT_LOG_RETENTION_DAYS\`.
`;

/** docs/contract/events.md. */
export const eventsPage: GeneratedFile = {
  path: 'docs/contract/events.md',
  content: () =>
    [
      GENERATED_NOTE,
      '# Events',
      INTRODUCTION,
      '## Domain events',
      DOMAIN,
      table(
        ['event_type', 'source', 'actor', 'when', 'payload'],
        Object.entries(DOMAIN_EVENTS).map(([type, { source, actors, when, payload }]) => [
          code([type]),
          source,
          actors.join(', '),
          when,
          Object.entries(payload)
            .map(([key, holds]) => `${code([key])}: ${holds}`)
            .join(' · '),
        ]),
      ),
      '## Process events',
      PROCESS,
      table(
        ['event_type', 'when', 'payload beside `process` and `run_id`', 'where there is something to tell'],
        Object.entries(PROCESS_EVENT_KINDS).map(([type, { when, tells, maybe }]) => [
          code([type]),
          when,
          code(tells),
          code(maybe),
        ]),
      ),
      table(
        ['key', 'holds'],
        Object.entries(PROCESS_NOTE).map(([key, holds]) => [code([key]), holds]),
      ),
    ].join('\n\n'),
};
