import type { SyncBatch } from '../core/contract.js';
import { follow } from './incremental.js';
import { type LinearWalk, wholeMinute } from './position.js';
import { REFERENCE_NAMES, type ReferenceName } from './queries.js';
import { readReferences } from './references.js';
import { readPart, type LinearRun } from './run.js';
import { OVERLAP_MS, watermarkOf } from './watermark.js';

/** Of which day, and under which scope, a list was last read in full; kept in its `cursor_id`. */
const memoryOf = (run: LinearRun): string => `${run.context.now.toISOString().slice(0, 10)} ${run.scopeKey}`;

/** Whether some of the small lists were never read. */
export const areNew = ({ context }: LinearRun): boolean =>
  REFERENCE_NAMES.some((name) => context.streams.of(name).cursor_ts === null);

/** Takes in all of the small lists, before any issue is. */
export async function readAll(run: LinearRun, walk: LinearWalk): Promise<void> {
  const references = await readReferences(run, () => null);
  moveTo(run, references.collect(), walk.newest);
}

/**
 * Takes in what changed in the small lists, and once a day all of them.
 * @param walk the issues, which repeat their names; null where they can't be read
 * @returns the lists that came in whole
 */
export async function* readChanged(
  run: LinearRun,
  walk: LinearWalk | null,
): AsyncGenerator<SyncBatch, ReferenceName[]> {
  const { streams } = run.context;
  const references = await readReferences(run, (name) => {
    const { cursor_ts, cursor_id } = streams.of(name);
    if (cursor_ts === null || cursor_id !== memoryOf(run) || streams.wasFailing(name)) return null;
    return wholeMinute(cursor_ts.getTime() - OVERLAP_MS);
  });
  const { renamed } = references;
  // Before the rows that tell of it: were those stored first, an interrupted sync would lose the new name.
  if (renamed && walk) yield* readPart(run, 'issues', () => follow(run, renamed, walk));
  return references.collect(!streams.hasFailed('issues'));
}

/** @param newest the newest change that the workspace's issues showed; null where they can't be read */
export function moveTo(run: LinearRun, names: readonly ReferenceName[], newest: string | null): void {
  const { streams, now } = run.context;
  for (const name of names)
    streams.move(name, { cursor_ts: watermarkOf(newest, streams.of(name).cursor_ts, now), cursor_id: memoryOf(run) });
}
