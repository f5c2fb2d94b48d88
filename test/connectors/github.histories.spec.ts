import { it } from '@jest/globals';
import fc from 'fast-check';
import { githubMirror } from '../support/github-mirror.js';
import type { GithubWorld } from '../../sandbox/sandbox.js';
import { type Choice, type HistoriesOf, randomHistories, RUNS, RUNS_LIMIT_MS } from './random-histories.js';
import { GITHUB_LISTS } from './github-harness.js';
import { GithubWitness } from './github-witness.js';
import { live } from './live.js';

const DAY = 86_400_000;
const REPOSITORIES = ['acme/site', 'acme/app'] as const;
const NAMES = ['Blocked', 'bug', 'Заблокировано', 'good first issue', 'fine'];

const anyRepository = (choose: Choice) => choose.of(REPOSITORIES) ?? REPOSITORIES[0];

/** Does something to one of a list's records, where there is any. */
function change(
  weight: number,
  list: Parameters<GithubWorld['list']>[1],
  make: (world: GithubWorld, repository: string, key: string, choose: Choice) => void,
) {
  return {
    weight,
    make(world: GithubWorld, choose: Choice) {
      const repository = anyRepository(choose);
      const key = choose.of(world.list(repository, list).keys());
      if (key !== undefined) make(world, repository, key, choose);
    },
  };
}

const github: HistoriesOf<GithubWorld> = {
  world: (sandbox) => sandbox.github,
  mirror: (sandbox, now, narrow) =>
    githubMirror(sandbox, { now, filter: narrow ? { repositories: [REPOSITORIES[0]] } : {} }),
  lists: GITHUB_LISTS,
  manyRows: 230,
  begin(world, size) {
    // Short pages, so that syncs after the first ask for changes and see a part of the rest.
    world.maxPerPage = size % 3 === 0 ? 100 : 3;
    for (const name of REPOSITORIES) {
      world.addRepository(name);
      for (const label of NAMES.slice(0, 2)) world.addLabel(name, label);
    }
    for (let i = 0; i < size; i++) world.addIssue(REPOSITORIES[i % 2] ?? REPOSITORIES[0], { title: `early ${i}` });
  },
  changes: {
    issue: {
      weight: 4,
      make(world, choose) {
        const repository = anyRepository(choose);
        const milestone = Number(choose.of(world.list(repository, 'milestones').keys()) ?? 0);
        const labels = [choose.of(world.list(repository, 'labels').keys())].filter((name) => name !== undefined);
        world.addIssue(repository, { title: `issue ${choose.below(99)}`, milestone, labels });
      },
    },
    pull: {
      weight: 1,
      make(world, choose) {
        const repository = anyRepository(choose);
        const { number } = world.addIssue(repository, { pull: true });
        world.addComment(repository, number, 'of code');
      },
    },
    edit: change(2, 'issues', (world, repository, key, choose) =>
      world.editIssue(repository, key, { body: `edited ${choose.below(99)}` }),
    ),
    labels: change(3, 'issues', (world, repository, key, choose) => {
      const label = choose.of(world.list(repository, 'labels').keys());
      world.editIssue(repository, key, { labels: choose.below(2) === 0 || label === undefined ? [] : [label] });
    }),
    close: change(3, 'issues', (world, repository, key, choose) =>
      world.close(repository, key, choose.of(['completed', 'completed', 'not_planned', 'duplicate'])),
    ),
    reopen: change(2, 'issues', (world, repository, key) => world.reopen(repository, key)),
    gone: change(1, 'issues', (world, repository, key) => world.deleteIssue(repository, key)),
    transfer: change(1, 'issues', (world, repository, key) => {
      const other = REPOSITORIES.find((name) => name !== repository) ?? REPOSITORIES[0];
      world.transfer(repository, Number(key), other);
    }),
    comment: change(2, 'issues', (world, repository, key, choose) => {
      const by = choose.below(3) === 0 ? { login: 'ci[bot]', type: 'Bot' } : { login: 'client', type: 'User' };
      world.addComment(repository, Number(key), `says ${choose.below(99)}`, by);
    }),
    commentEdit: change(1, 'comments', (world, repository, key, choose) =>
      world.editComment(repository, key, `edited ${choose.below(99)}`),
    ),
    commentGone: change(1, 'comments', (world, repository, key) => world.deleteComment(repository, key)),
    label: { weight: 1, make: (world, choose) => world.addLabel(anyRepository(choose), choose.of(NAMES) ?? 'fine') },
    labelName: change(2, 'labels', (world, repository, key, choose) =>
      world.renameLabel(repository, key, choose.of(NAMES) ?? 'fine'),
    ),
    milestone: {
      weight: 1,
      make(world, choose) {
        const due = choose.below(4) === 0 ? null : world.now() + choose.below(9) * DAY;
        world.addMilestone(anyRepository(choose), `milestone ${choose.below(99)}`, due);
      },
    },
    milestoneDue: change(1, 'milestones', (world, repository, key, choose) => {
      const due_on = new Date(world.now() + choose.below(9) * DAY).toISOString().replace(/\.\d+Z$/, 'Z');
      world.editMilestone(repository, key, { due_on });
    }),
    milestoneDone: change(1, 'milestones', (world, repository, key) => world.closeMilestone(repository, key)),
  },
  refs: (world) => [
    ...REPOSITORIES.flatMap((name) => [
      ...[...world.list(name, 'issues').keys()].slice(0, 4).map((key) => `issue:${name}#${key}`),
      ...[...world.list(name, 'comments').keys()].slice(-2).map((key) => `comment:${name}#${key}`),
      ...[...world.list(name, 'labels').keys()].slice(-1).map((key) => `label:${name}#${key}`),
      ...[...world.list(name, 'milestones').keys()].slice(-1).map((key) => `milestone:${name}#${key}`),
    ]),
    'issue:acme/site#9999',
  ],
  witness: (world, mirror) => new GithubWitness(world, mirror),
};

it(
  'any history of GitHub repositories ends with their tables, and every change told once',
  async () => {
    await fc.assert(
      fc.asyncProperty(randomHistories(github), (history) => live(github, history)),
      RUNS,
    );
  },
  RUNS_LIMIT_MS,
);
