import { readConfig } from '../../src/config/index.js';
import { LINEAR_TABLES, linearVendor } from '../../src/connectors/linear/index.js';
import { expected, mirrored } from '../support/linear-expectation.js';
import { linearMirror } from '../support/linear-mirror.js';
import { linearDelivery, recordChanges, startSandbox } from '../../sandbox/sandbox.js';
import type { ListFacts, Part, VendorFacts, VendorHarness, VendorWorld } from './harness.js';

const TEAMS: Record<Part, string> = { ours: 'DEV', others: 'OPS' };

const facts: VendorFacts = {
  tables: LINEAR_TABLES,
  pageSize: 50,
  resolutionMs: 1,
  unchangedRequests: 7,
  takesOldRecords: false,
  vanishedFoundBy: 'comparison',
  list: / issues/,
  sharedRoute: 'POST /graphql comments,organization',
  elsewhere: { externalId: 'another-workspace', kind: 'config' },
  references: [
    { table: 'linear_comments_raw', column: 'issue_id', to: ['linear_issues_raw'] },
    { table: 'linear_issues_raw', column: 'state_id', to: ['linear_states_raw'] },
    { table: 'linear_issues_raw', column: 'team_id', to: ['linear_teams_raw'] },
  ],
};

export const LINEAR_LISTS: readonly ListFacts[] = [
  { stream: 'issues', match: / issues,/, carries: ['comments', 'relations'] },
  { stream: 'comments', match: / comments,/ },
  { stream: 'relations', match: / issueRelations,/ },
  // The small lists come together, and each by itself where that is refused.
  { stream: 'teams', match: /[ ,]teams,/ },
  { stream: 'users', match: /[ ,]users,/ },
  { stream: 'labels', match: /[ ,]issueLabels,/ },
  { stream: 'states', match: /[ ,]workflowStates,/ },
  { stream: 'cycles', match: /[ ,]cycles,/ },
  { stream: 'projects', match: /[ ,]projects,/ },
];

interface IssuePage {
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** The record is an issue with its text as description; the parts are teams. */
export const linearHarness: VendorHarness = {
  vendor: linearVendor(readConfig({})),
  lists: LINEAR_LISTS,
  async start(clock, options) {
    const sandbox = await startSandbox({ now: clock.now, empty: true, ...options });
    const world = sandbox.linear;
    const { changes } = recordChanges(world);
    const team = (part: Part) => world.tables.teamBy(TEAMS[part]).id;

    const harness: VendorWorld = {
      sandbox,
      facts,
      filterOf: (part) => ({ team_ids: [team(part)] }),
      mirror: (given) => linearMirror(sandbox, given),
      populate() {
        const [one, two] = [harness.create('With everything'), harness.create('Elsewhere', 'others')];
        const project = world.addProject({ name: 'Launch', teamIds: [team('ours')] });
        const day = (days: number) => new Date(clock.now() + days * 86_400_000).toISOString();
        const cycle = world.addCycle({ team: TEAMS.ours, startsAt: day(-1), endsAt: day(13) });
        const label = world.addLabel({ name: 'Urgent' });
        world.editIssue(one, { projectId: project.id, cycleId: cycle.id, labelIds: [label.id] });
        world.addComment({ issue: one, body: 'Said here' });
        world.block(two, one);
      },
      create: (text, part = 'ours') =>
        world.addIssue({ team: TEAMS[part], title: 'Record', state: 'unstarted', description: text }).id,
      edit: (id, text) => void world.editIssue(id, { description: text }),
      remove: (id) => void world.trash(id),
      restore: (id) => void world.restore(id),
      vanish: (id) => world.purge(id),
      move: (id, part) => world.moveToTeam(id, TEAMS[part]).id,
      settle: (id) => void world.moveToState(id, 'completed'),
      revive: (id) => void world.addComment({ issue: id, body: 'It is broken again' }),
      late(minutes, happens) {
        const before = world.setClock(() => clock.now() - minutes * 60_000);
        happens();
        world.setClock(before);
      },
      shorten(most) {
        sandbox.faults.add({
          match: facts.list,
          kind: 'edit',
          edit(reply) {
            const { issues } = (reply.body as { data: { issues?: IssuePage } | null }).data ?? {};
            if (!issues || issues.nodes.length <= most) return;
            issues.nodes = issues.nodes.slice(0, most);
            // A cursor names the row that it stands behind.
            const last = `cursor:${issues.nodes.at(-1)?.id}`;
            issues.pageInfo = { hasNextPage: true, endCursor: Buffer.from(last).toString('base64') };
          },
        });
      },
      telling() {
        const [blocker, blocked] = [harness.create('In the way'), harness.create('Waiting')];
        world.block(blocker, blocked);
        return blocked;
      },
      tells: {
        created: (id) => [['issue_created', id]],
        changed(id) {
          world.moveToState(id, 'completed');
          return [['issue_completed', id]];
        },
        removed(id) {
          world.trash(id);
          return [['issue_unblocked', id]];
        },
      },
      held: (mirror, part) => within(part, mirrored(mirror)),
      truth: (part) =>
        within(
          part,
          expected(world, (id) => part === undefined || id === team(part)),
        ),
      row: (mirror, id) => mirror.tables.get('linear_issues_raw')?.get(id),
      forget: (mirror, id) => void mirror.tables.get('linear_issues_raw')?.delete(id),
      ref: (id) => `issue:${id}`,
      textId: (id) => id,
      spoken: (text) => ['Record', text.trim()].filter((part) => part !== '').join('\n\n'),
      spoil: (id) => ({ match: facts.list, kind: 'bad_shape', recordId: id }),
      delivery(id, secret) {
        const change = changes.findLast(({ row }) => row.id === id);
        if (!change) throw new Error(`nothing has happened to ${id}`);
        return linearDelivery(world, change, secret);
      },
    };
    return harness;
  },
};

/** A project has its teams' issues; which of the workspace's names it has, its own specs say. */
function within(part: Part | undefined, all: ReturnType<typeof expected | typeof mirrored>): object {
  const { issues, comments, relations } = all;
  return part === undefined ? all : { issues, comments, relations };
}
