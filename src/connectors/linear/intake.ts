import type { Read } from '../kit/read-rows.js';
import { isOpen } from './blocking.js';
import { completed } from './connections.js';
import { fingerprintOf } from './mapper.js';
import { readRows } from './parse.js';
import { commentSchema, type LinearIssue, issueSchema } from './payloads.js';
import { projectsOwn } from './ours.js';
import { unreadRelations } from './relation-ends.js';
import type { LinearRun } from './run.js';
import { inScope } from './scope.js';
import { LINEAR_COMMENTS, LINEAR_ISSUES, LINEAR_RELATIONS } from './tables.js';

/** Issues whose long lists are read at once: enough to hide the network's delay. */
const AT_ONCE = 4;

export interface IssueIntake {
  /** The answer is not shared and from now: it is right also where our rows are newer. */
  readonly fresh: boolean;
  /** Takes issues of the project that we lack, however old they are. */
  readonly force?: boolean;
  /** Which issues' blocked ones are to be read too: of those that changed, of all, of none. */
  readonly cascade: 'changed' | 'all' | 'none';
}

/** What we have of an issue. */
interface Known {
  readonly version: string;
  readonly fingerprint: string;
  readonly deleted: boolean;
  readonly blocks: readonly string[];
}

/**
 * Takes in listed issues of the project that changed (and leaves to `settle` what that affects), with their comments
 * and relations; the unreadable are added as failures, named by `place` where even their id can't be read. Out of the
 * project's scope, archived or trashed, they are marked.
 */
export async function takeIn(
  run: LinearRun,
  nodes: readonly unknown[],
  place: string,
  intake: IssueIntake,
): Promise<void> {
  const { records, failures } = readRows(issueSchema, nodes, (id) => (id === null ? place : `issue:${id}`));
  run.builder.countFetched(nodes.length);
  run.builder.addFailures(failures);
  const distinct = [...new Map(records.map((record) => [record.fields.id, record])).values()];
  const known = await knownIssues(
    run,
    distinct.map(({ fields }) => fields.id),
  );
  const wanted: Read<LinearIssue>[] = [];
  for (const issue of distinct) {
    const { id } = issue.fields;
    const before = known.get(id);
    const differs = isWanted(run, issue, before, intake);
    // Of two looks at one version a shared answer may be the older: which one holds, only a fresh one tells.
    if (differs && !intake.fresh && before?.version === issue.fields.updatedAt) run.affected.add(id);
    else if (differs) wanted.push(issue);
    else {
      run.builder.addRead(`issue:${id}`);
      if (intake.cascade === 'all') affect(run, issue, before);
    }
  }
  for (let first = 0; first < wanted.length; first += AT_ONCE) {
    run.context.signal.throwIfAborted();
    const some = wanted.slice(first, first + AT_ONCE);
    const results = await Promise.allSettled(some.map((issue) => completed(run, issue)));
    const whole: Read<LinearIssue>[] = [];
    const tied = await projectsOwn(run, some.filter((issue) => !isOurs(run, issue.fields)).flatMap(otherEnds));
    for (const [index, result] of results.entries()) {
      if (result.status === 'rejected') throw result.reason;
      run.builder.addFailures(result.value.failures);
      for (const issue of result.value.records) {
        collectIssue(run, issue, some[index] ?? issue, tied);
        whole.push(issue);
      }
    }
    if (intake.cascade !== 'none') await cascade(run, whole, known, intake.cascade === 'all');
  }
}

/** Ids of listed issues that are not as we have them, for walks that only look for what was missed. */
export async function differing(run: LinearRun, nodes: readonly unknown[]): Promise<string[]> {
  const { records } = readRows(issueSchema, nodes, String);
  const known = await knownIssues(
    run,
    records.map(({ fields }) => fields.id),
  );
  const seen: IssueIntake = { fresh: false, cascade: 'none' };
  return records
    .filter((issue) => isWanted(run, issue, known.get(issue.fields.id), seen))
    .map(({ fields }) => fields.id);
}

/**
 * Marks an issue that Linear does not have any more, with all that hangs on it, and those that are tied to it as
 * affected.
 */
export async function collectGone(run: LinearRun, ids: readonly string[]): Promise<void> {
  for (const [id, { blocks }] of await knownIssues(run, ids)) {
    run.builder.beginComplete(LINEAR_ISSUES, 'id', id);
    beginRelations(run, id);
    run.builder.beginComplete(LINEAR_COMMENTS, 'issue_id', id);
    const sources = await run.context.live(LINEAR_RELATIONS, 'issue_id', { related_issue_id: id });
    for (const affected of [...blocks, ...sources.values()]) run.affected.add(String(affected));
  }
}

function isWanted(
  run: LinearRun,
  issue: Read<LinearIssue>,
  before: Known | undefined,
  { fresh, force }: IssueIntake,
): boolean {
  const { fields } = issue;
  if (!before) {
    const ours = inScope(run.scope, fields.team.id, fields.project);
    return ours && (force === true || isOpen(fields) || fields.updatedAt >= run.horizon);
  }
  if (fresh) return true;
  // Shared answers may be a minute old, and a webhook may have brought more since.
  if (fields.updatedAt < before.version) return false;
  return before.fingerprint !== fingerprintOf(issue) || before.deleted !== isGone(run, fields);
}

/** Whether what depends on the issue's state may have changed with it. */
const moved = (run: LinearRun, { fields }: Read<LinearIssue>, before: Known | undefined): boolean =>
  before?.version !== fields.updatedAt || before.deleted !== isGone(run, fields);

const isOurs = (run: LinearRun, { team, project }: LinearIssue): boolean => inScope(run.scope, team.id, project);

const isGone = (run: LinearRun, fields: LinearIssue): boolean =>
  fields.archivedAt !== null || fields.trashed || fields.team.archivedAt !== null || !isOurs(run, fields);

/** The issues at the other ends of its relations. */
const otherEnds = ({ fields: { relations, inverseRelations } }: Read<LinearIssue>): string[] => [
  ...relations.nodes.map(({ relatedIssue }) => relatedIssue.id),
  ...inverseRelations.nodes.map(({ issue }) => issue.id),
];

/**
 * What depends on these issues is to be read again: what they block, when they changed; and the other end of every
 * relation that we did not have, which shows it too.
 */
async function cascade(
  run: LinearRun,
  issues: readonly Read<LinearIssue>[],
  known: ReadonlyMap<string, Known>,
  all: boolean,
) {
  const ends = issues.flatMap(({ fields: { relations, inverseRelations } }) => [
    ...relations.nodes.map(({ id, relatedIssue }) => ({ id, other: relatedIssue.id })),
    ...inverseRelations.nodes.map(({ id, issue }) => ({ id, other: issue.id })),
  ]);
  const had = await run.context.known(
    LINEAR_RELATIONS,
    'deleted_at',
    ends.map(({ id }) => id),
  );
  for (const { id, other } of ends) if (had.get(id) !== null) run.affected.add(other);
  for (const issue of issues) {
    const before = known.get(issue.fields.id);
    if (all || moved(run, issue, before)) affect(run, issue, before);
  }
}

/** What it blocks, and what it was known to block, is to be read again. */
function affect({ affected }: LinearRun, { fields }: Read<LinearIssue>, before: Known | undefined): void {
  for (const { type, relatedIssue } of fields.relations.nodes) if (type === 'blocks') affected.add(relatedIssue.id);
  for (const blocked of before?.blocks ?? []) affected.add(blocked);
}

/** @param tied issues of the project at the other ends of the relations of issues that are not */
function collectIssue(
  run: LinearRun,
  issue: Read<LinearIssue>,
  listed: Read<LinearIssue>,
  tied: ReadonlySet<string>,
): void {
  const { builder, mapper, api } = run;
  const { id, relations, inverseRelations, comments } = issue.fields;
  const gone = isGone(run, issue.fields);
  const unread = unreadRelations(issue);
  builder.addFailures(unread);
  // With one that can't be read, the others look like removed ones.
  if (unread.length === 0) beginRelations(run, id);
  if (gone) builder.beginComplete(LINEAR_COMMENTS, 'issue_id', id);
  builder.add(LINEAR_ISSUES, mapper.issue(api.workspaceId, issue, listed, gone));
  builder.addRead(`issue:${id}`);
  for (const relation of [...relations.nodes, ...inverseRelations.nodes]) builder.addRead(`relation:${relation.id}`);
  // Between issues that have left the project it ties nothing of ours.
  const ties = (other: string) => isOurs(run, issue.fields) || tied.has(other);
  for (const relation of relations.nodes)
    if (ties(relation.relatedIssue.id)) builder.add(LINEAR_RELATIONS, mapper.outgoing(id, relation));
  for (const relation of inverseRelations.nodes)
    if (ties(relation.issue.id)) builder.add(LINEAR_RELATIONS, mapper.incoming(id, relation));
  // What is said on an issue that was put away is put away with it.
  if (gone) return;
  const read = readRows(commentSchema, comments.nodes, (comment) =>
    comment === null ? `issue:${id}` : `comment:${comment}`,
  );
  builder.addFailures(read.failures);
  // With one that can't be read, the others look like deleted ones.
  if (read.failures.length === 0) builder.beginComplete(LINEAR_COMMENTS, 'issue_id', id);
  for (const comment of read.records) {
    builder.add(LINEAR_COMMENTS, mapper.comment(id, comment));
    builder.addRead(`comment:${comment.fields.id}`);
  }
}

/** Its relations, from both sides, are complete. */
function beginRelations({ builder }: LinearRun, id: string): void {
  builder.beginComplete(LINEAR_RELATIONS, 'issue_id', id);
  builder.beginComplete(LINEAR_RELATIONS, 'related_issue_id', id);
}

async function knownIssues({ context }: LinearRun, ids: readonly string[]): Promise<Map<string, Known>> {
  if (ids.length === 0) return new Map();
  const column = (name: string) => context.known(LINEAR_ISSUES, name, ids);
  const versions = await column('vendor_updated_at');
  const fingerprints = await column('fingerprint');
  const deleted = await column('deleted_at');
  const blocks = await column('blocks');
  return new Map(
    [...versions].map(([id, version]) => [
      id,
      {
        version: String(version),
        fingerprint: String(fingerprints.get(id)),
        deleted: (deleted.get(id) ?? null) !== null,
        blocks: (blocks.get(id) ?? []) as string[],
      },
    ]),
  );
}
