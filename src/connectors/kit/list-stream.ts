import type { Batch, SyncCursor } from '../core/contract.js';
import type { Listed, ListRun, Place } from './listed.js';
import { readPosition } from './position.js';
import { LACKING, scan } from './scan.js';

/** Reads one list to its end. A first scan goes on where it stopped; a later one finds what is stored already unchanged. */
export async function* readStream<R extends ListRun>(run: R, list: Listed<R>): AsyncGenerator<Batch, void> {
  const { cursor, now, streams } = run.context;
  const { name } = list;
  const { cursor_ts: until, page_cursor } = streams.of(name);
  const resumed = until === null ? readPosition(page_cursor, name, now) : null;
  const started = resumed?.started ?? now.toISOString();
  const cursorAt = (place: Place | null): SyncCursor => {
    const walk = until === null ? { ...place, resource: name, started } : null;
    streams.move(name, { page_cursor: walk });
    return { ...cursor, page_cursor: walk };
  };
  run.oldestAnswer = run.began;
  const has = yield* scan(run, list, resumed, cursorAt);
  // Of what changed after the scan began, only some was seen; a shared scan began before this sync did.
  const seen = Math.min(Date.parse(started), run.oldestAnswer);
  streams.move(name, {
    cursor_ts: new Date(Math.max(seen, until?.getTime() ?? 0)),
    cursor_id: has ? null : LACKING,
    page_cursor: null,
  });
  if (until === null && run.builder.size > 0)
    yield run.builder.take({ ...cursor, page_cursor: { resource: name, started } });
}
