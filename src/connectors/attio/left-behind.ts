import type { LinkedRecord } from './activity-mapper.js';
import type { AttioRun } from './run.js';
import { ATTIO_ACCOUNTS, ATTIO_ACTIVITIES, ATTIO_OPPORTUNITIES, ATTIO_PEOPLE, type ActivityKind } from './tables.js';

const KINDS: readonly ActivityKind[] = ['note', 'task', 'meeting'];
/** In one reading; the next sync finds the others. */
const MAX_FOLLOWED = 200;

/**
 * Refs of our activities that hung on records which this run marks as gone. No webhook tells of them: they went with a
 * deleted record, moved to another one in a merge, or are no longer what the source's filter takes.
 */
export async function leftBehind({ builder, context }: AttioRun): Promise<string[]> {
  const gone = new Set<string>();
  for (const table of [ATTIO_OPPORTUNITIES, ATTIO_ACCOUNTS, ATTIO_PEOPLE]) {
    const before = await context.known(table, 'deleted_at', builder.goneOf(table));
    for (const [id, deletedAt] of before) if (deletedAt === null) gone.add(id);
  }
  if (gone.size === 0) return [];
  const refs: string[] = [];
  for (const kind of KINDS) {
    const links = await context.live(ATTIO_ACTIVITIES, 'linked_records', { kind });
    for (const [id, linked] of links) {
      if ((linked as readonly LinkedRecord[]).some(({ record_id }) => gone.has(record_id))) refs.push(`${kind}:${id}`);
    }
  }
  return refs.slice(0, MAX_FOLLOWED);
}
