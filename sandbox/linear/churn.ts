import { type Random, seededRandom } from '../random.js';
import type { IssueChanges, NewComment, NewIssue } from './mutations.js';
import type { CommentRow, IssueRow, RelationRow } from './records.js';
import { churnBody, churnTitle } from './seed/churn-text.js';
import { isOpen } from './states.js';
import type { LinearTables } from './tables.js';

/** What churn needs of a world: its rows, and the changes it can make to them. */
export interface Changeable {
  readonly tables: LinearTables;
  now(): number;
  addIssue(issue: NewIssue): IssueRow;
  editIssue(reference: string, changes: IssueChanges): IssueRow;
  moveToState(reference: string, state: string): IssueRow;
  moveToTeam(reference: string, team: string): IssueRow;
  block(blocker: string, blocked: string): RelationRow;
  addComment(comment: NewComment): CommentRow;
  purge(reference: string): void;
  trash(reference: string): IssueRow;
  archive(reference: string): IssueRow;
  deleteComment(id: string): void;
  removeRelation(id: string): void;
}

export interface LinearChurnPlan {
  issues?: number;
  edits?: number;
  /** Most change the state, every sixth the team. */
  moves?: number;
  blocks?: number;
  comments?: number;
  /** In turn: purge, trash, archive, a comment, a blocking. */
  deletions?: number;
  seed?: number;
}

export interface LinearChurnResult {
  addedIds: string[];
  editedIds: string[];
  movedIds: string[];
  relationIds: string[];
  commentIds: string[];
  purgedIds: string[];
  trashedIds: string[];
  archivedIds: string[];
  deletedCommentIds: string[];
  deletedRelationIds: string[];
}

/**
 * Life goes on. The same seed on the same world makes the same changes; with a handful of rows fewer than asked for.
 * @returns which rows were touched; a row may be in several lists
 */
export function churn(world: Changeable, plan: LinearChurnPlan): LinearChurnResult {
  return new Churn(world, seededRandom(plan.seed ?? 1)).run(plan);
}

class Churn {
  private readonly result: LinearChurnResult = {
    addedIds: [],
    editedIds: [],
    movedIds: [],
    relationIds: [],
    commentIds: [],
    purgedIds: [],
    trashedIds: [],
    archivedIds: [],
    deletedCommentIds: [],
    deletedRelationIds: [],
  };
  /** Issues that can still be worked with; the archived and trashed ones rest. */
  private readonly living: IssueRow[];

  constructor(
    private readonly world: Changeable,
    private readonly random: Random,
  ) {
    this.living = world.tables.list('issue').filter((row) => row.archivedAt === null);
  }

  run(plan: LinearChurnPlan): LinearChurnResult {
    const times = (count: number | undefined, step: (index: number) => void): void => {
      for (let i = 0; i < (count ?? 0); i++) step(i);
    };
    times(plan.issues, () => this.add());
    times(plan.edits, () => this.edit());
    times(plan.moves, (i) => this.move(i));
    times(plan.blocks, () => this.block());
    times(plan.comments, () => this.comment());
    times(plan.deletions, (i) => this.remove(i % 5));
    return this.result;
  }

  private add(): void {
    const { world, random } = this;
    const teams = world.tables.list('team');
    if (teams.length === 0) return;
    const projects = world.tables.list('project');
    const row = world.addIssue({
      team: random.pick(teams).id,
      title: churnTitle(random),
      description: random.next() < 0.7 ? churnBody(random) : null,
      priority: random.int(0, 4),
      projectId: projects.length > 0 && random.next() < 0.6 ? random.pick(projects).id : null,
    });
    this.living.push(row);
    this.result.addedIds.push(row.id);
  }

  private edit(): void {
    if (this.living.length === 0) return;
    const { world, random } = this;
    const { id } = random.pick(this.living);
    const kind = random.int(0, 3);
    if (kind === 0) world.editIssue(id, { title: churnTitle(random) });
    else if (kind === 1) world.editIssue(id, { description: churnBody(random) });
    else if (kind === 2) world.editIssue(id, { priority: random.int(0, 4), title: churnTitle(random) });
    else {
      const day = new Date(world.now() + random.int(-5, 30) * 86_400_000).toISOString().slice(0, 10);
      world.editIssue(id, { dueDate: day, estimate: random.pick([1, 2, 3, 5, 8]) });
    }
    this.result.editedIds.push(id);
  }

  private move(index: number): void {
    if (this.living.length === 0) return;
    const { world, random } = this;
    const row = random.pick(this.living);
    if (index % 6 === 5) world.moveToTeam(row.id, random.pick(world.tables.list('team')).id);
    else world.moveToState(row.id, random.pick(world.tables.by('state', 'teamId', row.teamId)).id);
    this.result.movedIds.push(row.id);
  }

  private block(): void {
    const open = this.living.filter((row) => isOpen(this.world.tables, row));
    if (open.length < 2) return;
    const [blocker, blocked] = [this.random.pick(open), this.random.pick(open)];
    if (blocker !== blocked) this.result.relationIds.push(this.world.block(blocker.id, blocked.id).id);
  }

  private comment(): void {
    if (this.living.length === 0) return;
    const { random, world } = this;
    const users = world.tables.list('user').filter((user) => user.active);
    const userId = users.length > 0 ? random.pick(users).id : null;
    const row = world.addComment({ issue: random.pick(this.living).id, body: churnBody(random), userId });
    this.result.commentIds.push(row.id);
  }

  private remove(turn: number): void {
    const { world, random, result } = this;
    if (turn < 3) {
      const [row] = this.living.splice(random.int(0, this.living.length - 1), 1);
      if (!row) return;
      if (turn === 0) world.purge(row.id);
      else if (turn === 1) world.trash(row.id);
      else world.archive(row.id);
      [result.purgedIds, result.trashedIds, result.archivedIds][turn]?.push(row.id);
      return;
    }
    const rows = turn === 3 ? world.tables.list('comment') : world.tables.list('relation');
    if (rows.length === 0) return;
    const { id } = random.pick<{ id: string }>(rows);
    if (turn === 3) world.deleteComment(id);
    else world.removeRelation(id);
    (turn === 3 ? result.deletedCommentIds : result.deletedRelationIds).push(id);
  }
}
