import { readConfig } from '../../src/config/index.js';
import { GITHUB_TABLES, githubVendor } from '../../src/connectors/github/index.js';
import { expected, mirrored } from '../support/github-expectation.js';
import { githubMirror } from '../support/github-mirror.js';
import { githubDelivery, startSandbox } from '../../sandbox/sandbox.js';
import type { ListFacts, Part, VendorFacts, VendorHarness, VendorWorld } from './harness.js';

const REPOSITORIES: Record<Part, string> = { ours: 'acme/site', others: 'acme/app' };
const DAY = 86_400_000;

const facts: VendorFacts = {
  tables: GITHUB_TABLES,
  pageSize: 100,
  resolutionMs: 1000,
  unchangedRequests: 12,
  takesOldRecords: true,
  vanishedFoundBy: 'syncs',
  list: /\/issues\?/,
  sharedRoute: 'GET /repos/:owner/:repo/issues',
  elsewhere: { externalId: 'acme/elsewhere', kind: 'config' },
  references: [
    { table: 'github_issues_raw', column: 'milestone_id', to: ['github_milestones_raw'] },
    { table: 'github_comments_raw', column: 'issue_id', to: ['github_issues_raw'] },
  ],
};

export const GITHUB_LISTS: readonly ListFacts[] = [
  { stream: 'milestones', match: /\/milestones\?/ },
  { stream: 'labels', match: /\/labels\?/ },
  { stream: 'issues', match: /\/issues\?/ },
  { stream: 'comments', match: /\/issues\/comments\?/ },
];

/**
 * The record is an issue with its text as body, known by its number at GitHub as a whole; the parts are repositories.
 */
export const githubHarness: VendorHarness = {
  vendor: githubVendor(readConfig({})),
  lists: GITHUB_LISTS,
  async start(clock, options) {
    const sandbox = await startSandbox({ now: clock.now, empty: true, ...options });
    const world = sandbox.github;
    for (const name of Object.values(REPOSITORIES)) world.addRepository(name);
    /** Where each issue is, or was. */
    const places = new Map<string, { repository: string; number: number }>();
    const removed = new Map<string, Record<string, unknown>>();
    const at = (id: string) => places.get(id) ?? { repository: REPOSITORIES.ours, number: Number(id) };
    const key = (id: string) => `${at(id).repository}#${at(id).number}`;
    const edit = (id: string, change: Record<string, unknown>) =>
      world.editIssue(at(id).repository, at(id).number, change);
    function place(repository: string, number: number): string {
      const id = String(world.list(repository, 'issues').get(String(number))?.['id']);
      places.set(id, { repository, number });
      return id;
    }

    const harness: VendorWorld = {
      sandbox,
      facts,
      filterOf: (part) => ({ repositories: [REPOSITORIES[part]] }),
      mirror: (given) => githubMirror(sandbox, given),
      populate() {
        const { ours } = REPOSITORIES;
        world.addLabel(ours, 'bug');
        const milestone = world.addMilestone(ours, 'Launch', clock.now() + 13 * DAY);
        const { number } = world.addIssue(ours, { title: 'With everything', labels: ['bug'], milestone });
        world.addComment(ours, number, 'Said here');
        const pull = world.addIssue(ours, { title: 'Not an issue', pull: true });
        world.addComment(ours, pull.number, 'Said of code');
        harness.create('Elsewhere', 'others');
      },
      create(text, part = 'ours') {
        const { number } = world.addIssue(REPOSITORIES[part], { body: text });
        return place(REPOSITORIES[part], number);
      },
      edit: (id, text) => edit(id, { body: text }),
      remove(id) {
        const { repository, number } = at(id);
        const issue = world.list(repository, 'issues').get(String(number));
        if (issue) removed.set(id, issue);
        world.deleteIssue(repository, number);
      },
      // GitHub's support can, for a while.
      restore(id) {
        const issue = removed.get(id);
        if (issue) world.list(at(id).repository, 'issues').set(String(at(id).number), issue);
      },
      // No removal leaves a trace in any list.
      vanish: (id) => harness.remove(id),
      move: (id, part) =>
        place(REPOSITORIES[part], world.transfer(at(id).repository, at(id).number, REPOSITORIES[part])),
      settle: (id) => world.close(at(id).repository, at(id).number),
      revive: (id) => void world.addComment(at(id).repository, at(id).number, 'It is broken again'),
      late(minutes, happens) {
        const before = world.setClock(() => clock.now() - minutes * 60_000);
        happens();
        world.setClock(before);
      },
      shorten: (most) => void (world.maxPerPage = most),
      telling() {
        const id = harness.create('Waiting');
        edit(id, { labels: ['Blocked'] });
        return id;
      },
      tells: {
        created: (id) => [['issue_created', key(id)]],
        changed(id) {
          world.close(at(id).repository, at(id).number);
          return [['issue_completed', key(id)]];
        },
        removed(id) {
          harness.remove(id);
          return [['issue_unblocked', key(id)]];
        },
      },
      held: (mirror) => mirrored(mirror),
      truth: (part) => expected(world, part === undefined ? undefined : [REPOSITORIES[part]]),
      row: (mirror, id) => mirror.tables.get('github_issues_raw')?.get(key(id)),
      forget: (mirror, id) => void mirror.tables.get('github_issues_raw')?.delete(key(id)),
      ref: (id) => `issue:${key(id)}`,
      textId: (id) => key(id),
      spoken: (text) => ['Record', text.trim()].filter((part) => part !== '').join('\n\n'),
      spoil: (id) => ({ match: '/issues', kind: 'bad_shape', recordId: Number(id) }),
      delivery(id, secret) {
        const change = world.changes.findLast(({ record }) => String(record['id']) === id);
        if (!change) throw new Error(`nothing has happened to ${id}`);
        return githubDelivery(world, change, secret);
      },
    };
    return harness;
  },
};
