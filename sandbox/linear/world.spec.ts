import { afterAll, describe, expect, it } from '@jest/globals';
import type { Json } from '../client.js';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox.js';
import { LinearClient } from './linear-client.js';
import { linearDelivery, linearRetry, linearSignature, recordChanges } from './webhook.js';

const NOW = Date.UTC(2026, 4, 5, 9);

describe('linear world', () => {
  const open: Sandbox[] = [];
  afterAll(() => Promise.all(open.map((each) => each.close())));
  const start = async (options: SandboxOptions = {}): Promise<Sandbox> => {
    const sandbox = await startSandbox({ now: () => NOW, ...options });
    open.push(sandbox);
    return sandbox;
  };

  it('seeds an agency with every kind of row, all of it in the past, the same for the same seed', async () => {
    const [one, two] = [await start(), await start()];
    const state = one.linear.snapshot();
    expect(two.linear.snapshot()).toEqual(state);
    expect([state.teams.length, state.projects.length, state.cycles.length]).toEqual([4, 6, 8]);
    expect(state.issues.length).toBeGreaterThanOrEqual(55);
    expect(state.issues.filter((row) => row.trashed).length).toBe(2);
    expect(state.issues.filter((row) => row.archivedAt !== null && !row.trashed).length).toBeGreaterThanOrEqual(4);
    expect(state.issues.filter((row) => /[а-я]/.test(row.title)).length).toBeGreaterThan(9);
    const states = new Map(state.states.map((row) => [row.id, row.type]));
    expect(new Set(state.issues.map((row) => states.get(row.stateId)))).toEqual(
      new Set(['triage', 'backlog', 'unstarted', 'started', 'completed', 'canceled', 'duplicate']),
    );
    const most = (ids: string[]): number => Math.max(...ids.map((id) => ids.filter((each) => each === id).length));
    expect(most(state.comments.map((row) => row.issueId))).toBe(60);
    expect(most(state.relations.map((row) => row.issueId))).toBeGreaterThanOrEqual(55);
    const times = Object.values(state).flatMap((rows) =>
      (rows as Json[]).flatMap((row) => [row.createdAt, row.updatedAt]),
    );
    expect(times.every((time) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(time))).toBe(true);
    expect(times.every((time) => Date.parse(time) < NOW)).toBe(true);
    expect(state.issues.every((row) => row.updatedAt >= row.createdAt)).toBe(true);
  });

  it('shows over the API exactly what the snapshot says, also after churn', async () => {
    const sandbox = await start();
    const plan = { issues: 12, edits: 20, moves: 18, blocks: 10, comments: 15, deletions: 10, seed: 4 };
    const result = sandbox.linear.churn(plan);
    expect([result.addedIds.length, result.purgedIds.length, result.deletedRelationIds.length]).toEqual([12, 2, 2]);
    const again = await start();
    again.linear.churn(plan);
    const state = sandbox.linear.snapshot();
    expect(again.linear.snapshot()).toEqual(state);

    const client = new LinearClient(sandbox);
    const byId = (rows: Json[]): Json[] => rows.sort((a, b) => (a.id < b.id ? -1 : 1));
    const columns =
      'id identifier title description priority estimate dueDate updatedAt archivedAt completedAt trashed labelIds';
    const issues = await client.all(
      'issues',
      `${columns} team { id } state { id } project { id } cycle { id } parent { id }`,
    );
    expect(byId(issues)).toEqual(
      state.issues.map((row) => ({
        ...Object.fromEntries(columns.split(' ').map((column) => [column, (row as Json)[column]])),
        team: { id: row.teamId },
        state: { id: row.stateId },
        project: row.projectId && { id: row.projectId },
        cycle: row.cycleId && { id: row.cycleId },
        parent: row.parentId && { id: row.parentId },
      })),
    );
    const relations = await client.all('issueRelations', 'id type issue { id } relatedIssue { id }');
    expect(byId(relations)).toEqual(
      state.relations.map((row) => ({
        id: row.id,
        type: row.type,
        issue: { id: row.issueId },
        relatedIssue: { id: row.relatedIssueId },
      })),
    );
    const comments = await client.all('comments', 'id body issueId user { id } updatedAt');
    expect(byId(comments).map((row) => [row.id, row.body, row.issueId])).toEqual(
      state.comments.map((row) => [row.id, row.body, row.issueId]),
    );
    for (const [field, rows] of Object.entries({
      teams: state.teams,
      projects: state.projects,
      workflowStates: state.states,
      cycles: state.cycles,
      issueLabels: state.labels,
      projectStatuses: state.projectStatuses,
      projectUpdates: state.projectUpdates,
    })) {
      expect(byId(await client.all(field, 'id createdAt updatedAt'))).toEqual(
        (rows as Json[]).map(({ id, createdAt, updatedAt }) => ({ id, createdAt, updatedAt })),
      );
    }
  });

  it('has a value for every field of the schema', async () => {
    const client = new LinearClient(await start());
    const node = 'id createdAt updatedAt archivedAt';
    const data = await client.data(`{
      organization { ${node} name urlKey userCount }
      issues(first: 5) { nodes { ${node} number url branchName priorityLabel sortOrder previousIdentifiers startedAt canceledAt
        autoArchivedAt autoClosedAt snoozedUntilAt delegate { id } assignee { url isMe displayName avatarUrl timezone admin guest app }
        creator { email } children(first: 2) { nodes { id } } labels(first: 2) { nodes { id name isGroup parent { id } team { id } } }
        inverseRelations(first: 2) { nodes { ${node} type issue { identifier } } edges { cursor node { id } } } } }
      projects { nodes { ${node} name slugId url description content color icon priority progress scope state health healthUpdatedAt
        trashed status { id name type position color } lead { name } startDate targetDate startedAt completedAt canceledAt
        teams(first: 3) { nodes { key displayName timezone cyclesEnabled issueEstimationType private retiredAt } }
        projectUpdates(first: 2) { nodes { body health url user { name } } } } }
      cycles { nodes { ${node} number name startsAt endsAt completedAt progress isActive isPast isFuture isNext isPrevious team { key } } }
      comments(first: 3) { nodes { ${node} body url editedAt resolvedAt issueId parentId parent { id } botActor { id } externalUser { id } project { id } } }
    }`);
    const flags = data.cycles.nodes.filter((row: Json) => row.team.key === 'DEV').reverse();
    expect(flags.map((row: Json) => [row.isPast, row.isActive, row.isFuture, row.isPrevious, row.isNext])).toEqual([
      [true, false, false, false, false],
      [true, false, false, true, false],
      [false, true, false, false, false],
      [false, false, true, false, true],
    ]);
    expect(data.projects.nodes.some((row: Json) => row.health === 'offTrack' && row.status.type === 'started')).toBe(
      true,
    );
  });

  it('answers what a mirror asks for, within the price of one query', async () => {
    const sandbox = await start();
    const checklist = sandbox.linear.tables.list('issue').find((row) => row.title === 'Go live of the Berg shop')!;
    sandbox.linear.editIssue(checklist.id, { priority: 2 });
    const client = new LinearClient(sandbox);
    const answer = await client.query(
      `query Issues($after: String, $since: DateTimeOrDuration!) {
        issues(first: 50, after: $after, orderBy: updatedAt, includeArchived: true, filter: { updatedAt: { gt: $since } }) {
          pageInfo { hasNextPage endCursor }
          nodes {
            id identifier number title description url priority priorityLabel estimate dueDate branchName trashed
            createdAt updatedAt archivedAt startedAt completedAt canceledAt labelIds
            team { id key } state { id name type } assignee { id } creator { id }
            project { id } cycle { id number } parent { id }
            relations(first: 25) { nodes { id type relatedIssue { id identifier } } pageInfo { hasNextPage endCursor } }
            inverseRelations(first: 25) { nodes { id type issue { id identifier } } pageInfo { hasNextPage endCursor } }
          } } }`,
      { since: '-P2W' },
    );
    expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
    const { nodes } = answer.body.data.issues;
    expect([nodes[0].id, nodes[0].relations.nodes.length, nodes[0].relations.pageInfo.hasNextPage]).toEqual([
      checklist.id,
      25,
      true,
    ]);
    const blocked = nodes.find((node: Json) => node.title === 'Clinic appointments go live');
    expect(blocked.inverseRelations.nodes.filter((row: Json) => row.type === 'blocks')).toHaveLength(2);
    expect(Number(answer.headers.get('x-complexity'))).toBeLessThan(10_000);
  });

  it('moves dates with the state, and the identifier with the team', async () => {
    const { linear } = await start({ empty: true });
    const { id } = linear.addIssue({ team: 'DEV', title: 'One' });
    linear.moveToState(id, 'In Review');
    const { startedAt } = linear.tables.get('issue', id);
    expect(startedAt).not.toBeNull();
    const done = linear.moveToState(id, 'completed');
    expect([done.startedAt, done.completedAt]).toEqual([startedAt, done.updatedAt]);
    const moved = linear.moveToTeam(id, 'OPS');
    expect([moved.identifier, moved.previousIdentifiers, linear.tables.issueBy('DEV-1').id]).toEqual([
      'OPS-1',
      ['DEV-1'],
      id,
    ]);
    expect(linear.tables.get('state', moved.stateId)).toMatchObject({ name: 'Done', teamId: moved.teamId });
    expect(linear.addIssue({ team: 'DEV', title: 'Two' }).identifier).toBe('DEV-2');
  });

  it('leaves updatedAt alone for comments and relations unless told otherwise', async () => {
    for (const relationsTouchIssue of [false, true]) {
      const { linear } = await start({ empty: true, linear: { relationsTouchIssue } });
      const [one, two] = [
        linear.addIssue({ team: 'DEV', title: 'One' }),
        linear.addIssue({ team: 'DEV', title: 'Two' }),
      ];
      const moved = (action: () => unknown): boolean => {
        const before = two.updatedAt;
        action();
        return two.updatedAt > before;
      };
      expect(moved(() => linear.block(one.id, two.id))).toBe(relationsTouchIssue);
      expect(moved(() => linear.unblock(one.id, two.id))).toBe(relationsTouchIssue);
      expect(moved(() => linear.addComment({ issue: two.id, body: 'a' }))).toBe(relationsTouchIssue);
      expect(moved(() => linear.editIssue(two.id, { title: 'Two and a half' }))).toBe(true);
      expect(moved(() => linear.editIssue(two.id, { title: 'Two and a half' }))).toBe(false);
    }
  });

  it('makes ties on purpose, and rolls unfinished issues over with a cycle', async () => {
    const { linear } = await start({ empty: true });
    const cycle = (from: string, to: string) =>
      linear.addCycle({ team: 'DEV', startsAt: `${from}T00:00:00.000Z`, endsAt: `${to}T00:00:00.000Z` });
    const [first, second] = [cycle('2026-05-01', '2026-05-15'), cycle('2026-05-15', '2026-05-29')];
    const rows = ['a', 'b', 'c'].map((title) => linear.addIssue({ team: 'DEV', title, cycleId: first.id }));
    linear.moveToState(rows[0]!.id, 'Done');
    linear.completeCycle(first.id);
    expect(rows.map((row) => row.cycleId)).toEqual([first.id, second.id, second.id]);
    expect(rows[1]!.updatedAt).toBe(rows[2]!.updatedAt);
    linear.together(() => rows.forEach((row) => linear.editIssue(row.id, { priority: 1 })));
    expect(new Set(rows.map((row) => row.updatedAt)).size).toBe(1);
  });

  it('makes webhook deliveries, honest and forged', async () => {
    const { linear } = await start({ empty: true });
    const { changes, stop } = recordChanges(linear);
    const { id } = linear.addIssue({ team: 'DEV', title: 'One' });
    linear.moveToState(id, 'Done');
    const other = linear.addIssue({ team: 'DEV', title: 'Two' });
    linear.block(other.id, id);
    linear.addComment({ issue: id, body: 'hello' });
    linear.purge(id);
    stop();
    linear.addIssue({ team: 'DEV', title: 'Unheard' });
    expect(changes.map(({ kind, action }) => `${kind} ${action}`)).toEqual([
      'issue create',
      'issue update',
      'issue create',
      'comment create',
      'comment remove',
      'issue remove',
    ]);
    const update = linearDelivery(linear, changes[1]!, 'secret');
    const payload = JSON.parse(update.body);
    expect(payload).toMatchObject({
      action: 'update',
      type: 'Issue',
      webhookTimestamp: NOW,
      data: { id, identifier: 'DEV-1', labels: [] },
    });
    expect(Object.keys(payload.updatedFrom).sort()).toEqual(['completedAt', 'startedAt', 'stateId', 'updatedAt']);
    expect(update.headers['linear-signature']).toBe(linearSignature(update.body, 'secret'));
    const comment = JSON.parse(linearDelivery(linear, changes[3]!, 'secret').body);
    expect(comment.data).toMatchObject({ body: 'hello', issueId: id });
    expect(JSON.parse(linearDelivery(linear, changes[5]!, 'secret').body)).toMatchObject({
      action: 'remove',
      data: { id },
    });

    const stale = linearDelivery(linear, changes[0]!, 'secret', { webhookTimestamp: NOW - 61_000, deliveryId: 'd-1' });
    expect(stale.headers).toMatchObject({ 'linear-delivery': 'd-1', 'linear-timestamp': String(NOW - 61_000) });
    const retry = linearRetry(stale, 'secret', NOW);
    expect([retry.headers['linear-delivery'], JSON.parse(retry.body).webhookTimestamp]).toEqual(['d-1', NOW]);
    expect(linearDelivery(linear, changes[0]!, 'secret', { signature: '00' }).headers['linear-signature']).toBe('00');
  });
});
