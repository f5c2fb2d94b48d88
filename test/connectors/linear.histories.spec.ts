import { it } from '@jest/globals';
import fc from 'fast-check';
import { linearMirror } from '../support/linear-mirror.js';
import type { LinearWorld } from '../../sandbox/sandbox.js';
import {
  type Choice,
  type HistoriesOf,
  randomHistories,
  type RandomHistory,
  RUNS,
  RUNS_LIMIT_MS,
} from './random-histories.js';
import { LINEAR_LISTS } from './linear-harness.js';
import { live } from './live.js';
import { LinearWitness } from './linear-witness.js';

const DAY = 86_400_000;
const NAMES = ['Blocked', 'Bug', 'Waiting', 'Заблокировано', 'Fine'];
const TEAMS = ['DEV', 'DES'];

const issueIds = (world: LinearWorld) => world.tables.issue.keys();
/** An issue that is not put away. */
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
  lists: LINEAR_LISTS,
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

/** An issue leaves for a team that the project does not read, and its relation has to leave with it. */
const WENT_WRONG: RandomHistory = {
  narrow: true,
  size: 2,
  commands: [
    { do: 'reconcile', trouble: { kind: 'fault', request: 1, fault: 'status', times: 1 } },
    { do: 'change', change: 'team', numbers: [0, 225, 0, 0] },
    { do: 'change', change: 'relation', numbers: [0, 0, 0, 0] },
  ],
};

it(
  'any history of a Linear workspace ends with its tables, and every change told once',
  async () => {
    await fc.assert(
      fc.asyncProperty(randomHistories(linear), (history) => live(linear, history)),
      { ...RUNS, examples: [[WENT_WRONG]] },
    );
  },
  RUNS_LIMIT_MS,
);
