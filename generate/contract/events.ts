import { CORRECTION, CORRECTION_PAYLOAD } from '../../src/kag-events/correction.js';
import { DOMAIN_EVENTS } from '../../src/kag-events/event-catalogue.js';
import { HEARD_TYPES } from '../../src/kag-events/heard-events.js';
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
Linear's events of issues and stages come from GitHub's issues and milestones too: there \`source\` is \`github\`, and the ids
and names are GitHub's.
`;

const CORRECTIONS = `
Some events are heard in words:

${code(HEARD_TYPES)}

There a detector may be wrong, and an operator says so: \`POST /kag/events/{id}/feedback\`. What is said last counts.

- \`{"right": false}\` takes the event back. It stays in the log with \`holds: false\`; signals, counts, pairs and all that
  follows from them are computed without it, from its own time on. An \`${CORRECTION}\` event is logged.
- \`{"right": true}\` says that it is right. Where it was taken back it comes back, with another \`${CORRECTION}\`.
- \`"instead"\` names what the words should have given, one of the event's \`alternatives\`. That event is logged with the
  time, side and evidence of the wrong one, and \`by_person: true\` in its payload; an agreement has the due date that its
  words name. When something else is said, it is taken back. An event that a detector has heard in the same words stays.
- The same again changes nothing.

No sync brings back what was taken back: its \`dedupe_key\` is in the log. Words that are edited afterwards are a new
question: they are heard anew, under a key with their hash, and only where the event in them was taken back for other
words. An event without an objection stays as it was first heard.

A correction has the time and the evidence of its event, so that it is folded in like an event that comes late, and leaves
the log together with it. Its actor is \`team\`. \`GET /kag/events?kind=correction\` lists corrections; \`kind=domain\` has none.
What was said is kept in \`kag_event_feedback\`, with a hash of the words that were judged and without the words, as long as
the event is in the log.

\`GET /kag/events/quality\` counts by account scope, type and language how many judged events were right. Events by people
are not counted.

With \`DETECTORS=openai\` a model is asked about messages of the last 14 days about which the detectors are unsure, in a run of
its own, once an hour. What it hears beside them is logged with the time, side and evidence of the message and with
\`heard_by\` in its payload; what they heard and it does not is taken back by the model's name (\`model:…\`). When the
model, the question or the detectors change, the messages are looked at again: what a model took back counts again where
the newer one hears it, or the newer detectors are sure of it. What a person has said or added stays. Its answers are kept
in \`kag_second_opinions\` by a hash of the words, and a text is asked about once.
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
      '## Corrections',
      CORRECTIONS,
      table(
        ['key of an `event_corrected`', 'holds'],
        Object.entries(CORRECTION_PAYLOAD).map(([key, holds]) => [code([key]), holds]),
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
