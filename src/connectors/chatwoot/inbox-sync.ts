import { readRows } from './parse.js';
import { inboxSchema } from './payloads.js';
import { type ChatwootRun, seenUntil } from './run.js';
import { inScope } from './scope.js';
import { CW_INBOXES } from './tables.js';

/** Reads the list of inboxes: each sync reads all of it. */
export async function readInboxes(run: ChatwootRun): Promise<void> {
  await collectInboxes(run);
  const { streams } = run.context;
  const until = Math.max(seenUntil(run) * 1000, streams.of('inboxes').cursor_ts?.getTime() ?? 0);
  streams.move('inboxes', { cursor_ts: new Date(until) });
}

/** Adds the source's inboxes; those that are no longer there are gone, when all could be read. */
export async function collectInboxes(run: ChatwootRun, fresh = false): Promise<void> {
  const rows = await run.api.inboxes(fresh);
  const { records, failures } = readRows(inboxSchema, rows, (id) => (id === null ? 'inboxes' : `inbox:${id}`));
  run.builder.countFetched(rows.length);
  run.builder.addFailures(failures);
  if (failures.length === 0) run.builder.addRead('inboxes');
  for (const inbox of records) {
    run.builder.addRead(`inbox:${inbox.fields.id}`);
    if (inScope(run.inboxes, inbox.fields.id)) run.builder.add(CW_INBOXES, run.mapper.inbox(inbox));
  }
  if (failures.length === 0) run.builder.addComplete(CW_INBOXES, 'account_id', run.context.source.externalId);
}
