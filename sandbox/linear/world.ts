import type { ChangeListener } from './changes.js';
import { churn, type LinearChurnPlan, type LinearChurnResult } from './churn.js';
import { Limits } from './limits.js';
import type {
  IssueChanges,
  NewComment,
  NewCycle,
  NewIssue,
  NewLabel,
  NewProject,
  NewTeam,
  NewUser,
} from './mutations.js';
import type { NewState, ProjectChanges } from './mutations.js';
import * as fresh from './new-rows.js';
import {
  TYPE_NAMES,
  type CommentRow,
  type CycleRow,
  type IssueRow,
  type Kind,
  type LabelRow,
  type ProjectHealth,
  type ProjectRow,
  type ProjectUpdateRow,
  type RelationRow,
  type RelationType,
  type Rows,
  type StateRow,
  type TeamRow,
  type UserRow,
} from './records.js';
import { linearSnapshotOf, type LinearSnapshot } from './snapshot.js';
import { LinearStore } from './store.js';
import { datesOfProject, datesOfState, projectStatusOf, stateOf } from './states.js';
import { type LinearTables, MissingEntity } from './tables.js';

/** Where what Linear does is not documented: each default is the harder case for a reader. */
export interface LinearQuirks {
  /** Whether a comment or a relation moves `updatedAt` of its issues; default false. */
  relationsTouchIssue: boolean;
  /** Whether setting labels moves `updatedAt` of the issue; default true, being an edit of the issue. */
  labelsTouchIssue: boolean;
  /** Whether archiving, trashing and restoring move `updatedAt`; default true. */
  archivingTouchesIssue: boolean;
  /** HTTP status of a page size out of range: 200 and 400 have both been seen; default 200. */
  argumentErrorStatus: 200 | 400;
  /** HTTP status of an exceeded limit; default 400, older answers were 429. */
  rateLimitStatus: 400 | 429;
  /** A cursor whose row is gone for good: an error, or a list that ends there; default error. */
  lostCursor: 'error' | 'end';
}

/**
 * One Linear workspace: its rows, and the side effects Linear gives each change. Knows nothing of HTTP.
 * One long class on purpose: a spec changes the world by one call on it, and finds all of them in one place.
 */
export class LinearWorld {
  readonly organization: { id: string; name: string; urlKey: string; createdAt: string };
  readonly limits: Limits;
  readonly quirks: LinearQuirks;
  private readonly store: LinearStore;

  constructor(options: { now?: () => number; quirks?: Partial<LinearQuirks> } = {}) {
    this.store = new LinearStore(options.now ?? Date.now);
    this.limits = new Limits(() => this.now());
    this.quirks = {
      relationsTouchIssue: false,
      labelsTouchIssue: true,
      archivingTouchesIssue: true,
      argumentErrorStatus: 200,
      rateLimitStatus: 400,
      lostCursor: 'error',
      ...options.quirks,
    };
    const id = this.store.freshId('organization');
    this.organization = { id, name: 'Agency', urlKey: 'agency', createdAt: '2024-01-08T09:00:00.000Z' };
    const { createdAt } = this.organization;
    for (const status of fresh.PROJECT_STATUSES) {
      this.store.insert('projectStatus', { ...status, createdAt, updatedAt: createdAt });
    }
  }

  get tables(): LinearTables {
    return this.store.tables;
  }

  /** @returns the world's time, epoch ms */
  now(): number {
    return this.store.clock.now();
  }

  /**
   * Another clock from here on; seeds use it to live through the past.
   * @returns the clock before
   */
  setClock(now: () => number): () => number {
    return this.store.clock.replace(now);
  }

  /** Every change inside has the same time, to make ties. */
  together<T>(action: () => T): T {
    return this.store.clock.frozenDuring(action);
  }

  /**
   * Hears every change of every row, in order.
   * @returns a function that ends it
   */
  watch(listener: ChangeListener): () => void {
    return this.store.watch(listener);
  }

  /**
   * Whose key it is: the first administrator, else the first user.
   * @throws MissingEntity in a world without users
   */
  viewer(): UserRow {
    const users = this.tables.list('user');
    const row = users.find((user) => user.admin) ?? users[0];
    if (!row) throw new MissingEntity('User');
    return row;
  }

  /** @returns the row of one of the API's types, archived or not */
  rowOf(type: string, id: string): Rows[Kind] | undefined {
    const kind = (Object.keys(TYPE_NAMES) as Kind[]).find((each) => TYPE_NAMES[each] === type);
    return kind && this.tables.of(kind).get(id);
  }

  addTeam(team: NewTeam): TeamRow {
    const row = this.store.insert('team', fresh.teamRow(team));
    for (const state of team.states ?? fresh.DEFAULT_STATES) this.addState(row.id, state);
    return row;
  }

  addState(team: string, state: NewState): StateRow {
    const teamId = this.tables.teamBy(team).id;
    const position = this.tables.by('state', 'teamId', teamId).length;
    return this.store.insert('state', fresh.stateRow(state, teamId, position));
  }

  addUser(user: NewUser): UserRow {
    return this.store.insert('user', fresh.userRow(user));
  }

  addLabel(label: NewLabel): LabelRow {
    return this.store.insert('label', fresh.labelRow(label));
  }

  addProject({ status, ...project }: NewProject): ProjectRow {
    const { id: statusId } = projectStatusOf(this.tables, status ?? 'backlog');
    const row = this.store.insert('project', fresh.projectRow(project, statusId));
    return this.store.patch('project', row, datesOfProject(this.tables, row, row.updatedAt), false);
  }

  editProject(id: string, { status, ...changes }: ProjectChanges): ProjectRow {
    const row = this.tables.get('project', id);
    const statusId = status === undefined ? row.statusId : projectStatusOf(this.tables, status).id;
    const dates = statusId === row.statusId ? {} : datesOfProject(this.tables, { ...row, statusId }, this.iso());
    return this.store.patch('project', row, { ...changes, statusId, ...dates });
  }

  /** The update's health becomes the project's. */
  addProjectUpdate(update: {
    projectId: string;
    body: string;
    health?: ProjectHealth;
    userId?: string;
  }): ProjectUpdateRow {
    const project = this.tables.get('project', update.projectId);
    const userId = update.userId ?? project.leadId ?? this.anyone();
    const { projectId, body, health = 'onTrack' } = update;
    const row = this.store.insert('projectUpdate', { projectId, userId, body, health, editedAt: null });
    this.store.patch('project', project, { health, healthUpdatedAt: row.createdAt });
    return row;
  }

  addCycle({ team, ...cycle }: NewCycle): CycleRow {
    const teamId = this.tables.teamBy(team).id;
    const number = this.store.count(`cycle ${teamId}`);
    return this.store.insert('cycle', fresh.cycleRow({ number, ...cycle }, teamId));
  }

  /** Unfinished issues move on to the team's next cycle, if it has one, all at the same moment. */
  completeCycle(id: string, options: { rollOver?: boolean } = {}): CycleRow {
    const row = this.tables.get('cycle', id);
    return this.together(() => {
      this.store.patch('cycle', row, { completedAt: this.iso() });
      const next = this.tables.by('cycle', 'teamId', row.teamId).find((each) => each.number === row.number + 1);
      for (const issue of next && options.rollOver !== false ? [...this.tables.by('issue', 'cycleId', id)] : []) {
        if (issue.completedAt === null && issue.canceledAt === null && next) {
          this.store.patch('issue', issue, { cycleId: next.id });
        }
      }
      return row;
    });
  }

  addIssue({ team, state, ...issue }: NewIssue): IssueRow {
    const { id: teamId, key } = this.tables.teamBy(team);
    const { id: stateId } = stateOf(this.tables, teamId, state ?? 'backlog');
    const number = this.store.count(`issue ${teamId}`);
    const row = fresh.issueRow(issue, {
      teamId,
      stateId,
      number,
      key,
      creatorId: issue.creatorId ?? this.anyone(false),
    });
    return this.together(() => this.store.insert('issue', { ...row, ...datesOfState(this.tables, row, this.iso()) }));
  }

  editIssue(reference: string, changes: IssueChanges): IssueRow {
    const row = this.tables.issueBy(reference);
    const labelsOnly = Object.keys(changes).join() === 'labelIds';
    return this.store.patch('issue', row, changes, !labelsOnly || this.quirks.labelsTouchIssue);
  }

  /** `state`: id, name or type of a state of the issue's team. */
  moveToState(reference: string, state: string): IssueRow {
    const row = this.tables.issueBy(reference);
    const { id: stateId } = stateOf(this.tables, row.teamId, state);
    if (stateId === row.stateId) return row;
    return this.together(() => {
      const dates = datesOfState(this.tables, { ...row, stateId }, this.iso());
      return this.store.patch('issue', row, { stateId, ...dates });
    });
  }

  /** Another number, another identifier; the cycle and the old team's labels do not come along. */
  moveToTeam(reference: string, team: string): IssueRow {
    const row = this.tables.issueBy(reference);
    const { id: teamId, key } = this.tables.teamBy(team);
    if (teamId === row.teamId) return row;
    const { name, type } = this.tables.get('state', row.stateId);
    const number = this.store.count(`issue ${teamId}`);
    return this.store.patch('issue', row, {
      teamId,
      number,
      identifier: `${key}-${number}`,
      previousIdentifiers: [...row.previousIdentifiers, row.identifier],
      stateId: stateOf(this.tables, teamId, name, type).id,
      cycleId: null,
      labelIds: row.labelIds.filter((id) => this.tables.find('label', id)?.teamId === null),
    });
  }

  relate(issue: string, related: string, type: RelationType = 'related'): RelationRow {
    const [source, target] = [this.tables.issueBy(issue), this.tables.issueBy(related)];
    if (source === target) throw new Error('an issue can not be related to itself');
    const row = this.store.insert('relation', { type, issueId: source.id, relatedIssueId: target.id });
    this.touchIfAsked(source, target);
    return row;
  }

  /** `blocker` blocks `blocked`. */
  block(blocker: string, blocked: string): RelationRow {
    return this.relate(blocker, blocked, 'blocks');
  }

  /**
   * Ends every blocking of `blocked` by `blocker`, without a trace.
   * @returns how many there were
   */
  unblock(blocker: string, blocked: string): number {
    const [source, target] = [this.tables.issueBy(blocker), this.tables.issueBy(blocked)];
    const rows = this.tables
      .by('relation', 'issueId', source.id)
      .filter((row) => row.type === 'blocks' && row.relatedIssueId === target.id);
    for (const row of rows) this.removeRelation(row.id);
    return rows.length;
  }

  removeRelation(id: string): void {
    const row = this.tables.get('relation', id);
    this.store.remove('relation', row);
    this.touchIfAsked(this.tables.get('issue', row.issueId), this.tables.get('issue', row.relatedIssueId));
  }

  addComment(comment: NewComment): CommentRow {
    const issue = this.tables.issueBy(comment.issue);
    const { body, parentId = null, userId = issue.assigneeId ?? this.anyone(false) } = comment;
    const fields = { issueId: issue.id, userId, parentId, body, editedAt: null, resolvedAt: null };
    const row = this.store.insert('comment', fields);
    this.touchIfAsked(issue);
    return row;
  }

  editComment(id: string, body: string): CommentRow {
    const row = this.tables.get('comment', id);
    this.together(() => this.store.patch('comment', row, { body, editedAt: this.iso() }));
    this.touchIfAsked(this.tables.get('issue', row.issueId));
    return row;
  }

  /** Gone without a trace in any list. Answers to it stay. */
  deleteComment(id: string): void {
    const row = this.tables.get('comment', id);
    this.store.remove('comment', row);
    this.touchIfAsked(this.tables.get('issue', row.issueId));
  }

  archive(reference: string): IssueRow {
    return this.together(() => this.setArchived(reference, { archivedAt: this.iso() }));
  }

  /** In the trash: hidden like an archived one, until it is restored or purged. */
  trash(reference: string): IssueRow {
    return this.together(() => this.setArchived(reference, { archivedAt: this.iso(), trashed: true }));
  }

  restore(reference: string): IssueRow {
    return this.setArchived(reference, { archivedAt: null, trashed: null });
  }

  /** Deleted for good, with its comments and relations: no list tells of it. */
  purge(reference: string): void {
    const row = this.tables.issueBy(reference);
    for (const comment of [...this.tables.by('comment', 'issueId', row.id)]) this.store.remove('comment', comment);
    for (const relation of this.tables.list('relation')) {
      if (relation.issueId === row.id || relation.relatedIssueId === row.id) this.store.remove('relation', relation);
    }
    for (const child of [...this.tables.by('issue', 'parentId', row.id)]) {
      this.store.patch('issue', child, { parentId: null }, false);
    }
    this.store.remove('issue', row);
  }

  /** Changes any row of the kinds without rules of their own: rename a label, disable a user, archive a team. */
  edit<K extends Exclude<Kind, 'issue' | 'relation' | 'comment'>>(
    kind: K,
    id: string,
    changes: Partial<Rows[K]>,
  ): Rows[K] {
    return this.store.patch(kind, this.tables.get(kind, id), changes);
  }

  churn(plan: LinearChurnPlan): LinearChurnResult {
    return churn(this, plan);
  }

  /** @returns a copy of every row, for comparison with a mirror */
  snapshot(): LinearSnapshot {
    return linearSnapshotOf(this.tables);
  }

  private setArchived(reference: string, changes: Partial<IssueRow>): IssueRow {
    return this.store.patch('issue', this.tables.issueBy(reference), changes, this.quirks.archivingTouchesIssue);
  }

  private touchIfAsked(...issues: IssueRow[]): void {
    if (this.quirks.relationsTouchIssue) for (const issue of issues) this.store.touch('issue', issue);
  }

  private iso(): string {
    return this.store.clock.tick();
  }

  private anyone(): string;
  private anyone(needed: false): string | null;
  private anyone(needed = true): string | null {
    const first = this.tables.user.keys().next().value;
    if (first === undefined && needed) throw new MissingEntity('User');
    return first ?? null;
  }
}
