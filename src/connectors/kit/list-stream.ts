import type { SyncBatch, SyncCursor } from '../core/contract.js';
import { follow, readMarks, writeMarks } from './follow.js';
import type { VendorList, ListRun, WalkPlace } from './listed.js';
import { readPosition } from './position.js';
import { LACKING, scan } from './scan.js';

/**
 * Reads one list to its end, or what changed of it since the last sync, where the vendor can be asked for that. A first
 * scan goes on where it stopped; a later one finds what is stored already unchanged.
 */
export async function* readStream<R extends ListRun>(run: R, list: VendorList<R>): AsyncGenerator<SyncBatch, void> {
  const { cursor, now, streams } = run.context;
  const { name, following } = list;
  const { cursor_ts: until, cursor_id, page_cursor } = streams.of(name);
  const resumed = until === null ? readPosition(page_cursor, name, now) : null;
  const started = resumed?.started ?? now.toISOString();
  const cursorAt = (place: WalkPlace | null): SyncCursor => {
    const walk = until === null ? { ...place, resource: name, started } : null;
    streams.move(name, { page_cursor: walk });
    return { ...cursor, page_cursor: walk };
  };
  run.oldestAnswer = run.began;
  const scope = following?.scopeOf(run) ?? null;
  const marks = until !== null && scope !== null ? readMarks(cursor_id, scope) : null;
  let has = true;
  let sweep: WalkPlace | null = null;
  if (until && following && marks) sweep = yield* follow(run, list, following, { until, ...marks }, cursorAt);
  else has = yield* scan(run, list, resumed, cursorAt);
  const whole = scope === null ? null : writeMarks({ scope, sweep });
  // Of what changed after the scan began, only some was seen; a shared scan began before this sync did.
  const seen = Math.min(Date.parse(started), run.oldestAnswer);
  streams.move(name, {
    cursor_ts: new Date(Math.max(seen, until?.getTime() ?? 0)),
    cursor_id: has ? whole : LACKING,
    page_cursor: null,
  });
  if (until === null && run.builder.size > 0)
    yield run.builder.take({ ...cursor, page_cursor: { resource: name, started } });
}
