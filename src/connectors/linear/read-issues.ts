import { collectGone, takeIn } from './intake.js';
import { nodeId } from './parse.js';
import type { Run } from './run.js';

/** Ids asked for in one request, which is also what one answer may hold. */
export const IDS_AT_ONCE = 50;

/**
 * Reads issues as they are now, and those that what happened to them affects, into one batch; those that Linear does
 * not have any more are marked. @param force takes issues of the project that we lack, however old they are
 */
export async function readIssues(run: Run, ids: readonly string[], force = true): Promise<void> {
  await readNow(run, ids, force);
  await settle(run, ids);
}

/**
 * Reads what was found to be affected, and what that affects in turn. An issue is blocked or not by what other issues
 * are: when a blocker changes, those that it blocks are read again in the same batch, so that no crash can come between.
 * @param done issues that this batch has as they are already
 */
export async function settle(run: Run, done: readonly string[] = []): Promise<void> {
  const settled = new Set(done);
  for (;;) {
    const some = [...run.affected].filter((id) => !settled.has(id)).slice(0, IDS_AT_ONCE);
    if (some.length === 0) break;
    for (const id of some) settled.add(id);
    await readNow(run, some, false);
  }
  run.affected.clear();
}

async function readNow(run: Run, ids: readonly string[], force: boolean): Promise<void> {
  const distinct = [...new Set(ids)];
  for (let first = 0; first < distinct.length; first += IDS_AT_ONCE) {
    const some = distinct.slice(first, first + IDS_AT_ONCE);
    run.context.signal.throwIfAborted();
    const { rows } = await run.api.issues({
      first: IDS_AT_ONCE,
      after: null,
      filter: { id: { in: some } },
      includeArchived: true,
      shared: false,
    });
    const answered = rows.map(nodeId);
    await takeIn(run, rows, `issue:${some[0]}`, { fresh: true, force, cascade: 'changed' });
    // A row without an id might be any of them: then none is taken for gone.
    if (!answered.includes(null))
      await collectGone(
        run,
        some.filter((id) => !answered.includes(id)),
      );
  }
}
