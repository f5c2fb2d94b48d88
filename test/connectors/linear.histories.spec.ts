import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { expected, mirrored } from '../support/linear-expectation.js';
import { linearMirror } from '../support/linear-mirror.js';
import type { Mirror } from '../support/mirror.js';
import type { LinearWorld } from '../vendors/sandbox.js';
import { type Choice, type HistoriesOf, live, randomHistories, RUNS, type Witness } from './random-histories.js';

const DAY = 86_400_000;
const NAMES = ['Blocked', 'Bug', 'Waiting', 'Заблокировано', 'Fine'];
const TEAMS = ['DEV', 'DES'];

const issueIds = (world: LinearWorld) => world.tables.issue.keys();
/** An issue that nobody has put away. */
const someIssue = (world: LinearWorld, choose: Choice) =>
  choose.of(world.tables.list('issue').filter((row) => row.archivedAt === null));
const isoAfter = (world: LinearWorld, days: number) => new Date(world.now() + days * DAY).toISOString();

function addIssue(world: LinearWorld, choose: Choice): void {
  const team = choose.of(TEAMS) ?? 'DEV';
  const { id } = world.tables.teamBy(team);
  const state = choose.of(world.tables.by('state', 'teamId', id))?.id;
  world.addIssue({ team, title: `issue ${choose.below(99)}`, state });
}

const linear: HistoriesOf<LinearWorld> = {
  world: (sandbox) => sandbox.linear,
  mirror: (sandbox, now, narrow) =>
    linearMirror(sandbox, { now, filter: narrow ? { team_ids: [sandbox.linear.tables.teamBy('DEV').id] } : {} }),
  manyRows: 55,
  begin(world, size) {
    for (const name of NAMES.slice(0, 2)) world.addLabel({ name });
    for (let i = 0; i < size; i++)
      world.addIssue({ team: TEAMS[i % 2] ?? 'DEV', title: `early ${i}`, state: 'unstarted' });
    const [first, second] = world.tables.list('issue');
    if (first && second) world.block(first.id, second.id);
  },
  changes: {
    issue: { weight: 4, make: addIssue },
    edit: {
      weight: 2,
      make(world, choose) {
        const issue = someIssue(world, choose);
        if (issue) world.editIssue(issue.id, { title: `edited ${choose.below(99)}`, dueDate: '2026-06-01' });
      },
    },
    state: {
      weight: 5,
      make(world, choose) {
        const issue = someIssue(world, choose);
        const state = issue && choose.of(world.tables.by('state', 'teamId', issue.teamId));
        if (state) world.moveToState(issue.id, state.id);
      },
    },
    team: {
      weight: 1,
      make(world, choose) {
        const issue = someIssue(world, choose);
        if (issue) world.moveToTeam(issue.id, choose.of(TEAMS) ?? 'DEV');
      },
    },
    labels: {
      weight: 2,
      make(world, choose) {
        const issue = someIssue(world, choose);
        const label = choose.of(world.tables.label.keys());
        if (issue && label !== undefined)
          world.editIssue(issue.id, { labelIds: issue.labelIds.includes(label) ? [] : [label] });
      },
    },
    cycleOf: {
      weight: 1,
      make(world, choose) {
        const issue = someIssue(world, choose);
        const cycle = issue && choose.of(world.tables.by('cycle', 'teamId', issue.teamId));
        if (cycle) world.editIssue(issue.id, { cycleId: cycle.id });
      },
    },
    archive: {
      weight: 1,
      make(world, choose) {
        const issue = someIssue(world, choose);
        if (issue) world.archive(issue.id);
      },
    },
    trash: {
      weight: 1,
      make(world, choose) {
        const issue = someIssue(world, choose);
        if (issue) world.trash(issue.id);
      },
    },
    restore: {
      weight: 2,
      make(world, choose) {
        const issue = choose.of(world.tables.list('issue').filter((row) => row.archivedAt !== null));
        if (issue) world.restore(issue.id);
      },
    },
    purge: {
      weight: 1,
      make(world, choose) {
        const id = choose.of(issueIds(world));
        if (id !== undefined) world.purge(id);
      },
    },
    relation: {
      weight: 5,
      make(world, choose) {
        const [one, other] = [choose.of(issueIds(world)), choose.of(issueIds(world))];
        const type = choose.of(['blocks', 'blocks', 'blocks', 'related'] as const);
        if (one !== undefined && other !== undefined && one !== other) world.relate(one, other, type);
      },
    },
    relationEnds: {
      weight: 2,
      make(world, choose) {
        const id = choose.of(world.tables.relation.keys());
        if (id !== undefined) world.removeRelation(id);
      },
    },
    comment: {
      weight: 2,
      make(world, choose) {
        const issue = choose.of(issueIds(world));
        if (issue !== undefined) world.addComment({ issue, body: `says ${choose.below(99)}` });
      },
    },
    commentEdit: {
      weight: 1,
      make(world, choose) {
        const id = choose.of(world.tables.comment.keys());
        if (id !== undefined) world.editComment(id, `edited ${choose.below(99)}`);
      },
    },
    commentGone: {
      weight: 1,
      make(world, choose) {
        const id = choose.of(world.tables.comment.keys());
        if (id !== undefined) world.deleteComment(id);
      },
    },
    label: { weight: 1, make: (world, choose) => void world.addLabel({ name: choose.of(NAMES) ?? '' }) },
    labelName: {
      weight: 1,
      make(world, choose) {
        const id = choose.of(world.tables.label.keys());
        if (id !== undefined) world.edit('label', id, { name: choose.of(NAMES) ?? '' });
      },
    },
    stateName: {
      weight: 1,
      make(world, choose) {
        const id = choose.of(world.tables.state.keys());
        if (id !== undefined) world.edit('state', id, { name: choose.of(NAMES) ?? '' });
      },
    },
    newState: {
      weight: 1,
      make: (world, choose) =>
        void world.addState(choose.of(TEAMS) ?? 'DEV', { name: choose.of(NAMES) ?? '', type: 'started' }),
    },
    cycle: {
      weight: 1,
      make(world, choose) {
        const [begin, length] = [choose.below(6) - 3, 1 + choose.below(5)];
        const times = { startsAt: isoAfter(world, begin), endsAt: isoAfter(world, begin + length) };
        world.addCycle({ team: choose.of(TEAMS) ?? 'DEV', ...times });
      },
    },
    cycleEnd: {
      weight: 1,
      make(world, choose) {
        const cycle = choose.of(world.tables.list('cycle'));
        if (cycle) world.edit('cycle', cycle.id, { endsAt: isoAfter(world, 1 + choose.below(9)) });
      },
    },
    cycleDone: {
      weight: 1,
      make(world, choose) {
        const begun = world.tables.list('cycle').filter((row) => Date.parse(row.startsAt) <= world.now());
        const cycle = choose.of(begun);
        if (cycle) world.completeCycle(cycle.id);
      },
    },
    project: {
      weight: 1,
      make(world, choose) {
        const { id } = world.addProject({
          name: `project ${choose.below(99)}`,
          teamIds: [world.tables.teamBy('DEV').id],
        });
        const issue = someIssue(world, choose);
        if (issue) world.editIssue(issue.id, { projectId: id });
      },
    },
    user: {
      weight: 1,
      make(world, choose) {
        const id = choose.of(world.tables.user.keys());
        if (id !== undefined)
          world.edit('user', id, { name: `called ${choose.below(99)}`, active: choose.below(2) === 0 });
      },
    },
  },
  refs: ({ tables }) => [
    ...[...tables.issue.keys()].slice(0, 6).map((id) => `issue:${id}`),
    ...[...tables.comment.keys()].slice(-3).map((id) => `comment:${id}`),
    ...[...tables.relation.keys()].slice(-3).map((id) => `relation:${id}`),
    ...[...tables.cycle.keys()].slice(-1).map((id) => `cycle:${id}`),
    'list:labels',
    'list:states',
    'issue:00000000-0000-4000-a000-000000000000',
  ],
  witness: (world, mirror) => new LinearWitness(world, mirror),
};

class LinearWitness implements Witness {
  /** Issues that a sync had before it. */
  private readonly seen = new Set<string>();
  /** Moments at which issues were completed. */
  private readonly completions = new Map<string, Set<string>>();

  constructor(
    private readonly world: LinearWorld,
    private readonly mirror: Mirror,
  ) {}

  changed(): void {
    for (const { id, completedAt } of this.world.tables.issue.values()) {
      const known = this.completions.get(id) ?? new Set();
      if (completedAt !== null) known.add(completedAt);
      this.completions.set(id, known);
    }
  }

  synced(): void {
    for (const { id, archivedAt, teamId } of this.world.tables.issue.values())
      if (archivedAt === null && this.isOurs(teamId)) this.seen.add(id);
    for (const id of this.seen) expect([id, this.mirror.eventsOf('issue_created', id).length]).toEqual([id, 1]);
  }

  /** One sync finds whatever has a date; what goes without a trace, only the daily comparison does. */
  async settle(): Promise<void> {
    await this.mirror.sync();
    this.synced();
    await this.mirror.reconcile();
    await this.mirror.sync();
  }

  check(): void {
    const { world, mirror } = this;
    if (this.narrow) {
      const { issues, comments, relations } = expected(world, (team) => this.isOurs(team));
      expect(mirrored(mirror)).toMatchObject({ issues, comments, relations });
    } else expect(mirrored(mirror)).toEqual(expected(world));
    this.checkIssues();
    this.checkCycles();
  }

  private get narrow(): boolean {
    return 'team_ids' in this.mirror.of.source.filter;
  }

  private isOurs(teamId: string): boolean {
    return !this.narrow || this.world.tables.teamBy('DEV').id === teamId;
  }

  private checkIssues(): void {
    const { mirror } = this;
    const events = [...mirror.log.values()];
    for (const row of mirror.rows('linear_issues_raw')) {
      const id = String(row['id']);
      const told = events.filter(({ source_ref }) => source_ref === id);
      const of = (type: string) => told.filter(({ event_type }) => event_type === type);
      expect([id, of('issue_created').length <= 1]).toEqual([id, true]);
      const moments = of('issue_completed').map(({ occurred_at }) => occurred_at.toISOString());
      expect([id, moments.filter((at) => !this.completions.get(id)?.has(at))]).toEqual([id, []]);
      const live = row['deleted_at'] === null;
      if (live && row['state_type'] === 'completed') expect([id, moments.length > 0]).toEqual([id, true]);

      const blocking = told.filter(({ event_type }) => BLOCKING.has(event_type));
      const inOrder = [...blocking].sort((a, b) => a.occurred_at.getTime() - b.occurred_at.getTime());
      expect(inOrder).toEqual(blocking);
      const blocked = live && row['blocked'] === true;
      expect([id, told, blocking.at(-1)?.event_type === 'issue_blocked']).toEqual([id, told, blocked]);
    }
  }

  private checkCycles(): void {
    for (const cycle of this.world.tables.list('cycle')) {
      const { id, startsAt, endsAt, completedAt } = cycle;
      if (!this.isOurs(cycle.teamId)) continue;
      const told = [...this.mirror.log.values()].filter(({ source_ref }) => source_ref === id);
      const last = told.at(-1);
      if (Date.parse(startsAt) > this.world.now()) expect([id, told]).toEqual([id, []]);
      else if (completedAt !== null) {
        expect([id, last?.event_type]).toEqual([id, 'stage_completed']);
        expect(told.filter(({ event_type }) => event_type === 'stage_completed')).toHaveLength(1);
      } else expect([last?.event_type, last?.payload['due_at']]).toEqual(['stage_started', endsAt]);
    }
  }
}

const BLOCKING = new Set(['issue_blocked', 'issue_unblocked', 'issue_completed']);

it('any history of a Linear workspace ends with its tables, and every change told once', async () => {
  await fc.assert(
    fc.asyncProperty(randomHistories(linear), (history) => live(linear, history)),
    RUNS,
  );
}, 600_000);
