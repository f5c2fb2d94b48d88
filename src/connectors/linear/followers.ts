import type { SyncBatch, TableSpec } from '../core/contract.js';
import { type CursorPlace } from '../kit/walk-cursor.js';
import { timeOf, walkNodes } from './node-walk.js';
import { readRows } from './parse.js';
import { seenCommentSchema, seenRelationSchema } from './payloads.js';
import type { LinearWalk } from './position.js';
import { projectsOwn } from './ours.js';
import { lacksAnEnd } from './relation-ends.js';
import { IDS_AT_ONCE, readIssues } from './read-issues.js';
import { between, type LinearRun } from './run.js';
import { LINEAR_COMMENTS, LINEAR_RELATIONS } from './tables.js';

// A comment or a relation does not date its issue anew (unconfirmed either way), so both have lists of their own here.
// These only tell which issues to read again: an issue's own answer has its comments and relations in full, and says
// with them which are gone. After a walk over everything all recent ones count: one end of a relation may have been
// read before it was made, and the other after.

const PAGE = 100;

interface Seen {
  id: string;
  updatedAt: string;
  archivedAt: string | null;
}

/** Issues whose comments changed. One that we never took is taken now: somebody is talking on it. */
export async function* followComments(run: LinearRun, walk: LinearWalk): AsyncGenerator<SyncBatch, void> {
  const filter = { updatedAt: { gte: walk.from } };
  const read = ({ after, until }: CursorPlace) =>
    run.api.comments({
      first: PAGE,
      after,
      filter: until === null ? filter : { and: [filter, { updatedAt: { lte: until } }] },
      orderBy: 'updatedAt',
      includeArchived: true,
      shared: true,
    });
  const issues = new Set<string>();
  for await (const page of walkNodes(read, { after: null, until: null }, (row) => timeOf(row, 'updatedAt'))) {
    const { records, failures } = readRows(seenCommentSchema, page.rows, (id) => `comment:${id ?? ''}`);
    run.builder.countFetched(page.rows.length);
    run.builder.addFailures(failures.filter(({ source_ref }) => source_ref !== 'comment:'));
    const seen = records.map(({ fields }) => fields).filter(({ issueId }) => issueId !== null);
    for (const { issueId } of walk.first ? seen : await unlikeOurs(run, LINEAR_COMMENTS, seen))
      issues.add(String(issueId));
  }
  const ids = [...issues];
  for (let first = 0; first < ids.length; first += IDS_AT_ONCE) {
    await readIssues(run, ids.slice(first, first + IDS_AT_ONCE));
    if (run.builder.isFull) yield run.builder.take(between(run, walk));
  }
}

/** Issues whose relations changed: the list has no filter, so it is read until it is older than what we have. */
export async function* followRelations(run: LinearRun, walk: LinearWalk): AsyncGenerator<SyncBatch, void> {
  const read = ({ after }: CursorPlace) =>
    run.api.relations({ first: PAGE, after, orderBy: 'updatedAt', includeArchived: true, shared: true });
  const changed = new Map<string, [string, string]>();
  for await (const page of walkNodes(read, { after: null, until: null }, null)) {
    const whole = page.rows.filter((row) => !lacksAnEnd(row));
    const { records, failures } = readRows(seenRelationSchema, whole, (id) => `relation:${id ?? ''}`);
    const recent = records.map(({ fields }) => fields).filter(({ updatedAt }) => updatedAt >= walk.from);
    run.builder.countFetched(recent.length);
    run.builder.addFailures(failures.filter(({ source_ref }) => source_ref !== 'relation:'));
    const own = await projectsOwn(run, recent.flatMap(endsOf));
    // Between issues of others', or between issues too old to have been taken: none of ours.
    const ours = recent.filter((relation) => endsOf(relation).some((id) => own.has(id)));
    for (const relation of walk.first ? ours : await unlikeOurs(run, LINEAR_RELATIONS, ours))
      changed.set(relation.id, endsOf(relation));
    if (recent.length < records.length) break;
  }
  // Both ends of a relation in one batch, or after a crash the one that was left out would stay as it was.
  const pairs = [...changed.values()];
  for (let first = 0; first < pairs.length; first += IDS_AT_ONCE / 2) {
    await readIssues(run, pairs.slice(first, first + IDS_AT_ONCE / 2).flat(), false);
    if (run.builder.isFull) yield run.builder.take(between(run, walk));
  }
}

export const endsOf = (relation: { issue: { id: string }; relatedIssue: { id: string } }): [string, string] => [
  relation.issue.id,
  relation.relatedIssue.id,
];

/** Those that we lack, have in another version, or have as deleted although they are shown, or the other way round. */
async function unlikeOurs<T extends Seen>({ context }: LinearRun, table: TableSpec, seen: readonly T[]): Promise<T[]> {
  const ids = seen.map(({ id }) => id);
  const versions = await context.known(table, 'vendor_updated_at', ids);
  const deleted = await context.known(table, 'deleted_at', ids);
  return seen.filter(
    ({ id, updatedAt, archivedAt }) =>
      versions.get(id) !== updatedAt || ((deleted.get(id) ?? null) !== null) !== (archivedAt !== null),
  );
}
