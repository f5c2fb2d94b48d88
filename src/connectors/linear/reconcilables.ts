import type { Reconcilable, SyncContext } from '../core/contract.js';
import { FRONT, type CursorPlace } from '../kit/walk-cursor.js';
import { isClosed } from './blocking.js';
import { endsOf } from './followers.js';
import type { LinearPage } from './linear-api.js';
import { walkNodes } from './node-walk.js';
import { readRows } from './parse.js';
import { listedIssueSchema, seenCommentSchema, seenRelationSchema } from './payloads.js';
import { projectsOwn } from './ours.js';
import { type LinearRun, startRun } from './run.js';
import { scopeFilter } from './scope.js';
import { LINEAR_COMMENTS, LINEAR_ISSUES, LINEAR_RELATIONS } from './tables.js';

const PAGE = 250;

/** Pages by creation, where nothing moves; archived and trashed rows are not listed, as ours are not live. */
async function* pagesOf(context: SyncContext, read: (run: LinearRun, place: CursorPlace) => Promise<LinearPage>) {
  const run = startRun(context);
  for await (const { rows } of walkNodes((place) => read(run, place), FRONT, null)) yield { run, rows };
}

/** Issues by id and version. */
const issues: Reconcilable = {
  resource: 'issues',
  table: LINEAR_ISSUES,
  versionColumn: 'vendor_updated_at',
  listedWhere: null,
  refOf: (key) => `issue:${key}`,
  async *list(context) {
    const read = ({ api, scope }: LinearRun, { after }: CursorPlace) =>
      api.issueVersions({ first: PAGE, after, filter: scopeFilter(scope), shared: true });
    for await (const { run, rows } of pagesOf(context, read)) {
      const listed = readRows(listedIssueSchema, rows, String).records.map(({ fields }) => fields);
      const living = listed.filter(({ trashed, team }) => !trashed && team.archivedAt === null);
      // What a first sync left out as too old is not missing; what we have is compared however old it is.
      const known = await context.known(
        LINEAR_ISSUES,
        'id',
        living.map(({ id }) => id),
      );
      yield living
        .filter(({ id, state, updatedAt }) => !isClosed(state.type) || updatedAt >= run.horizon || known.has(id))
        .map(({ id, updatedAt }) => ({ key: id, ref: `issue:${id}`, version: updatedAt }));
    }
  },
};

/** Comments on the issues that we have. */
const comments: Reconcilable = {
  resource: 'comments',
  table: LINEAR_COMMENTS,
  versionColumn: 'vendor_updated_at',
  listedWhere: null,
  refOf: (key) => `comment:${key}`,
  async *list(context) {
    const read = ({ api, scope }: LinearRun, { after }: CursorPlace) => {
      const issue = scopeFilter(scope);
      return api.comments({ first: PAGE, after, filter: scope === null ? {} : { issue }, shared: true });
    };
    for await (const { rows } of pagesOf(context, read)) {
      const listed = readRows(seenCommentSchema, rows, String).records.map(({ fields }) => fields);
      const deleted = await context.known(
        LINEAR_ISSUES,
        'deleted_at',
        listed.flatMap(({ issueId }) => issueId ?? []),
      );
      yield listed
        .filter(({ issueId }) => issueId !== null && deleted.has(issueId) && (deleted.get(issueId) ?? null) === null)
        .map(({ id, updatedAt }) => ({ key: id, ref: `comment:${id}`, version: updatedAt }));
    }
  },
};

/** Relations of which one end at least is an issue of the project that we have, be it put away by now. */
const relations: Reconcilable = {
  resource: 'relations',
  table: LINEAR_RELATIONS,
  versionColumn: 'vendor_updated_at',
  listedWhere: null,
  refOf: (key) => `relation:${key}`,
  async *list(context) {
    const read = ({ api }: LinearRun, { after }: CursorPlace) => api.relations({ first: PAGE, after, shared: true });
    for await (const { run, rows } of pagesOf(context, read)) {
      const listed = readRows(seenRelationSchema, rows, String).records.map(({ fields }) => fields);
      const ours = await projectsOwn(run, listed.flatMap(endsOf));
      yield listed
        .filter((relation) => endsOf(relation).some((id) => ours.has(id)))
        .map(({ id, updatedAt }) => ({ key: id, ref: `relation:${id}`, version: updatedAt }));
    }
  },
};

/** Issues first: what of the others is missing is there by then, mostly. */
export const LINEAR_RECONCILABLES: readonly Reconcilable[] = [issues, comments, relations];
