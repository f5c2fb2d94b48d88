import { errorText } from '../../common/app-error.js';
import type { SyncBatch } from '../core/contract.js';
import { SyncError } from '../core/sync-error.js';
import { FRONT } from '../kit/walk-cursor.js';
import { endsOf } from './followers.js';
import { takeIn } from './intake.js';
import { issuePages, PAGE, placeOf } from './issue-pages.js';
import { readPart, readRows } from './parse.js';
import { seenCommentSchema, seenRelationSchema } from './payloads.js';
import type { ReferenceName } from './queries.js';
import { IDS_AT_ONCE, readIssues, settle } from './read-issues.js';
import { referenceOf, rereadReference } from './references.js';
import { lacksAnEnd } from './relation-ends.js';
import type { LinearRun } from './run.js';
import { LINEAR_COMMENTS, LINEAR_RELATIONS } from './tables.js';

/**
 * Reads records again by the refs of their failures: `issue:ID`; `comment:ID` and `relation:ID` with the issues they
 * hang on; `team:ID`, `user:ID`, `label:ID`, `state:ID`, `cycle:ID`, `project:ID` and `list:NAME` with their whole
 * list; `list:issues:ORDER:CURSOR` for issues without an id that could be read. What is gone at Linear is marked.
 */
export async function* reread(run: LinearRun, refs: readonly string[]): AsyncGenerator<SyncBatch, void> {
  const issues = new Set<string>();
  const comments: string[] = [];
  const relations: string[] = [];
  const lists = new Map<ReferenceName, string[]>();
  for (const ref of refs) {
    const list = referenceOf(ref);
    const [kind, id = ''] = ref.split(/:(.*)/s, 2);
    if (list) lists.set(list, [...(lists.get(list) ?? []), ref]);
    else if (kind === 'issue' && id !== '') issues.add(id);
    else if (kind === 'comment' && id !== '') comments.push(id);
    else if (kind === 'relation' && id !== '') relations.push(id);
    // Heard of again by the sync that follows, as long as Linear lacks it.
    else if (kind === 'schema') continue;
    else await rereadPage(run, ref);
  }
  for (const id of await issuesOfComments(run, comments)) issues.add(id);
  for (const [list, its] of lists) yield* rereadList(run, list, its);
  const pairs = await issuesOfRelations(run, relations);
  // Ends of one relation stay together; see `followRelations`.
  const chunks = [...chunked([...issues], IDS_AT_ONCE), ...chunked(pairs, IDS_AT_ONCE / 2).map((some) => some.flat())];
  for (const ids of chunks) {
    await readIssues(run, ids);
    yield run.builder.take(run.context.cursor);
  }
  yield run.builder.take(run.context.cursor);
}

/** A list, and before the rows that tell of a new name, as in a sync, the issues that repeat it. */
async function* rereadList(
  run: LinearRun,
  list: ReferenceName,
  refs: readonly string[],
): AsyncGenerator<SyncBatch, void> {
  const read = await unlessClosed(run, refs, rereadReference(run, list));
  if (read?.renamed) {
    for await (const page of issuePages(run, 'createdAt', read.renamed, FRONT, false)) {
      await takeIn(run, page.rows, placeOf('createdAt', FRONT), { fresh: true, cascade: 'changed' });
      await settle(run);
      if (page.next !== null) yield run.builder.take(run.context.cursor);
    }
  }
  read?.collect();
}

/** Null where the token may not read it: then these refs are failures, and hold up no others. */
async function unlessClosed<T>(run: LinearRun, refs: readonly string[], reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof SyncError) || !error.options.forbidden) throw error;
    const message = errorText(error);
    run.builder.addFailures(refs.map((source_ref) => ({ source_ref, message, payload: null })));
    return null;
  }
}

async function rereadPage(run: LinearRun, ref: string): Promise<void> {
  const [, orderBy, after] = /^list:issues:(createdAt|updatedAt):(.*)$/s.exec(ref) ?? [];
  try {
    if (orderBy === undefined)
      throw new SyncError('bad_payload', `'${ref}' names no Linear record; dismiss it and run a sync`);
    const { rows } = await run.api.issues({
      first: PAGE,
      after: after || null,
      orderBy: orderBy as 'createdAt' | 'updatedAt',
      includeArchived: true,
      shared: false,
    });
    await takeIn(run, rows, ref, { fresh: true, cascade: 'changed' });
    await settle(run);
  } catch (error) {
    if (!(error instanceof SyncError) || !['bad_payload', 'gone', 'config'].includes(error.kind)) throw error;
    run.builder.addFailures([{ source_ref: ref, message: errorText(error), payload: null }]);
  }
}

/** From our rows where we have them; a comment that is gone has no issue any more, and one that is new has no row. */
async function issuesOfComments(run: LinearRun, ids: readonly string[]): Promise<string[]> {
  const known = await run.context.known(LINEAR_COMMENTS, 'issue_id', ids);
  const issues = [...known.values()].map(String);
  for (const some of chunked(
    ids.filter((id) => !known.has(id)),
    IDS_AT_ONCE,
  )) {
    const filter = { id: { in: some } };
    const asked = { first: IDS_AT_ONCE, after: null, filter, includeArchived: true, shared: false };
    const refs = some.map((id) => `comment:${id}`);
    const page = await unlessClosed(run, refs, run.api.comments(asked));
    const { records, failures } = readRows(seenCommentSchema, page?.rows ?? [], (id) => `comment:${id ?? some[0]}`);
    run.builder.addFailures(failures);
    for (const { fields } of records) if (fields.issueId !== null) issues.push(fields.issueId);
  }
  return issues;
}

async function issuesOfRelations(run: LinearRun, ids: readonly string[]): Promise<[string, string][]> {
  const sources = await run.context.known(LINEAR_RELATIONS, 'issue_id', ids);
  const targets = await run.context.known(LINEAR_RELATIONS, 'related_issue_id', ids);
  const pairs: [string, string][] = [];
  for (const id of ids) {
    if (sources.has(id)) pairs.push([String(sources.get(id)), String(targets.get(id))]);
    else {
      const ends = await endsOfUnknown(run, id);
      if (ends) pairs.push(ends);
    }
  }
  return pairs;
}

/** Null where the relation is gone, or can't be read, which is then its failure. */
async function endsOfUnknown(run: LinearRun, id: string): Promise<[string, string] | null> {
  try {
    const relation = await run.api.relation(id);
    return lacksAnEnd(relation) ? null : endsOf(readPart(seenRelationSchema, relation, 'issueRelation'));
  } catch (error) {
    if (error instanceof SyncError && error.kind === 'gone') return null;
    const own = error instanceof SyncError && (error.kind === 'bad_payload' || error.options.forbidden);
    if (!own) throw error;
    run.builder.addFailures([{ source_ref: `relation:${id}`, message: errorText(error), payload: null }]);
    return null;
  }
}

function chunked<T>(values: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let first = 0; first < values.length; first += size) chunks.push(values.slice(first, first + size));
  return chunks;
}
