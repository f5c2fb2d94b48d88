import { errorText } from '../../common/app-error.js';
import { isTooMuch } from '../core/page-sizes.js';
import { collectGone, takeIn } from './intake.js';
import { nodeId } from './parse.js';
import type { LinearRun } from './run.js';

/** Ids asked for in one request, which is also what one answer may hold. */
export const IDS_AT_ONCE = 50;

/**
 * Reads issues as they are now, and those that what happened to them affects, into one batch; those that Linear does
 * not have any more are marked.
 * @param force takes issues of the project that we lack, however old they are
 */
export async function readIssues(run: LinearRun, ids: readonly string[], force = true): Promise<void> {
  await readNow(run, ids, force);
  await settle(run, ids);
}

/**
 * Reads what was found to be affected, and what that affects in turn. An issue is blocked or not by what other issues
 * are: when a blocker changes, those that it blocks are read again in the same batch, so that no crash can come
 * between.
 * @param done issues that this batch has as they are already
 */
export async function settle(run: LinearRun, done: readonly string[] = []): Promise<void> {
  const settled = new Set(done);
  for (;;) {
    const some = [...run.affected].filter((id) => !settled.has(id)).slice(0, IDS_AT_ONCE);
    if (some.length === 0) break;
    for (const id of some) settled.add(id);
    await readNow(run, some, false);
  }
  run.affected.clear();
}

async function readNow(run: LinearRun, ids: readonly string[], force: boolean): Promise<void> {
  const distinct = [...new Set(ids)];
  for (let first = 0; first < distinct.length; first += IDS_AT_ONCE)
    await readSome(run, distinct.slice(first, first + IDS_AT_ONCE), force);
}

async function readSome(run: LinearRun, some: readonly string[], force: boolean): Promise<void> {
  run.context.signal.throwIfAborted();
  const rows = await answerOf(run, some);
  if (rows === null) {
    const middle = Math.ceil(some.length / 2);
    if (some.length > 1)
      for (const half of [some.slice(0, middle), some.slice(middle)]) await readSome(run, half, force);
    return;
  }
  const answered = rows.map(nodeId);
  await takeIn(run, rows, `issue:${some[0]}`, { fresh: true, force, cascade: 'changed' });
  // A row without an id might be any of them: then none is taken for gone.
  if (!answered.includes(null))
    await collectGone(
      run,
      some.filter((id) => !answered.includes(id)),
    );
}

/**
 * Null where Linear stumbles over one of these issues, or they are too much for one answer: then each half is asked
 * for. Where there is one alone, it is a failure of its own.
 */
async function answerOf(run: LinearRun, ids: readonly string[]): Promise<readonly unknown[] | null> {
  try {
    const { rows } = await run.api.issues({
      first: ids.length,
      after: null,
      filter: { id: { in: ids } },
      includeArchived: true,
      shared: false,
      whole: true,
    });
    return rows;
  } catch (error) {
    if (!isTooMuch(error)) throw error;
    // A small question that isn't answered either: an outage.
    if (error.options.tooLarge !== true) await run.api.issueVersions({ first: 1, after: null, shared: false });
    const [id = ''] = ids;
    if (ids.length === 1)
      run.builder.addFailures([{ source_ref: `issue:${id}`, message: errorText(error), payload: { id } }]);
    return null;
  }
}
