import { afterEach, describe, expect, it } from '@jest/globals';
import { expected, mirrored } from '../../../test/support/linear-expectation.js';
import { linearMirror } from '../../../test/support/linear-mirror.js';
import type { Mirror, MirrorOptions } from '../../../test/support/mirror.js';
import { SharedReads } from '../core/shared-reads.js';
import { type LinearWorld, type Sandbox, type SandboxOptions, startSandbox } from '../../../sandbox/sandbox.js';

let clock = Date.UTC(2026, 4, 5, 9);
const now = () => clock;
const minutes = (count: number) => (clock += count * 60_000);
const open: Sandbox[] = [];

type Options = SandboxOptions & Omit<MirrorOptions, 'now'>;

async function start(options: Options = {}) {
  const sandbox = await startSandbox({ now, ...options });
  open.push(sandbox);
  return { sandbox, world: sandbox.linear, mirror: linearMirror(sandbox, { now, ...options }) };
}

/** A workspace of small issues over several list pages, in the team's backlog. */
async function startMany(count: number, options: Options = {}) {
  const started = await start({ empty: true, ...options });
  for (let i = 0; i < count; i++) add(started.world, `issue ${i}`);
  return started;
}

function add(world: LinearWorld, title: string, state = 'unstarted', team = 'DEV'): string {
  clock += 30_000;
  return world.addIssue({ team, title, state, description: `What ${title} is about` }).id;
}

const row = (mirror: Mirror, id: string) => mirror.tables.get('linear_issues_raw')?.get(id);
const types = (mirror: Mirror, id: string) =>
  [...mirror.log.values()].filter((event) => event.source_ref === id).map((event) => event.event_type);

afterEach(() => Promise.all(open.splice(0).map((each) => each.close())));

describe('first sync', () => {
  it('mirrors the workspace, with lists longer than a page inside issues', async () => {
    const { sandbox, world, mirror } = await start();
    const { failures, requests } = await mirror.sync();
    expect(mirrored(mirror)).toEqual(expected(world));
    expect(failures).toEqual([]);
    expect(mirror.cursor.page_cursor).toBeNull();
    const comments = new Map<string, number>();
    for (const { issue } of mirrored(mirror).comments)
      comments.set(String(issue), (comments.get(String(issue)) ?? 0) + 1);
    expect(Math.max(...comments.values())).toBeGreaterThanOrEqual(60);
    expect(requests).toBeLessThan(40);
    expect(sandbox.requests.total).toBe(requests);
  });

  it('misses nothing that comes, changes or goes while it walks', async () => {
    const { world, mirror } = await startMany(240);
    let batch = 0;
    await mirror.sync(() => {
      batch += 1;
      clock += 1000;
      if (batch <= 6)
        world.churn({ issues: 5, edits: 20, moves: 10, blocks: 6, comments: 6, deletions: 5, seed: batch });
    });
    minutes(1);
    await mirror.sync();
    // What was purged or taken away without a trace after it was read, only the comparison finds.
    await mirror.reconcile();
    expect(mirrored(mirror)).toEqual(expected(world));
  });

  it.each(['error', 'end'] as const)(
    'goes on when the row that marked its place is purged (cursor: %s)',
    async (lostCursor) => {
      const { world, mirror } = await startMany(200, { linear: { lostCursor } });
      await mirror.sync((batch) => {
        const after = batch.cursor.page_cursor?.['after'];
        if (typeof after === 'string') world.purge(Buffer.from(after, 'base64').toString().replace('cursor:', ''));
      });
      await mirror.reconcile();
      expect(mirrored(mirror)).toEqual(expected(world));
      expect(mirrored(mirror).issues.length).toBeLessThan(200);
    },
  );

  it('takes open issues and what was closed within the lookback', async () => {
    const { world, mirror } = await startMany(0, { lookbackDays: 30 });
    const [old, done] = [add(world, 'old and open'), add(world, 'old and done', 'completed')];
    minutes(40 * 24 * 60);
    const recent = add(world, 'recently done', 'completed');
    await mirror.sync();
    expect(new Set(mirrored(mirror).issues.map(({ id }) => id))).toEqual(new Set([old, recent]));
    expect(types(mirror, old)).toEqual([]);
    expect(types(mirror, recent)).toEqual(['issue_created', 'issue_completed']);
    minutes(5);
    world.addComment({ issue: done, body: 'It is broken again' });
    await mirror.sync();
    expect(mirrored(mirror)).toEqual(expected(world));
  });

  it.each(['', 'agency'])('takes the token’s workspace when the source names %j', async (externalId) => {
    const { world, mirror } = await startMany(1, { externalId });
    await mirror.sync();
    expect(mirrored(mirror)).toEqual(expected(world));
  });

  it('refuses another workspace than the source names, or than was read before', async () => {
    const { sandbox, world, mirror } = await startMany(1, { externalId: 'other' });
    await expect(mirror.sync()).rejects.toMatchObject({
      kind: 'config',
      message: expect.stringMatching(/'other'.*'agency'/),
    });
    const unnamed = linearMirror(sandbox, { now });
    await unnamed.sync();
    world.organization.id = '00000000-0000-4000-8000-000000000000';
    await expect(unnamed.reread([`issue:${mirrored(unnamed).issues[0]?.id as string}`])).rejects.toMatchObject({
      kind: 'config',
    });
    await expect(unnamed.sync()).rejects.toMatchObject({ kind: 'config' });
    expect(mirrored(unnamed).issues).toHaveLength(1);
  });
});

describe('later syncs', () => {
  it.each([
    ['as documented', {}],
    ['where relations date issues anew', { relationsTouchIssue: true }],
    ['where neither labels nor archiving do', { labelsTouchIssue: false, archivingTouchesIssue: false }],
    ['where limits answer 429 and arguments 400', { rateLimitStatus: 429, argumentErrorStatus: 400 }],
  ] as const)('follow a busy day %s', async (_name, quirks) => {
    const { world, mirror } = await start({ linear: quirks });
    await mirror.sync();
    for (let seed = 1; seed <= 3; seed++) {
      minutes(60);
      world.churn({ issues: 40, edits: 60, moves: 40, blocks: 20, comments: 30, deletions: 15, seed });
      minutes(1);
      await mirror.sync();
    }
    await mirror.reconcile();
    expect(mirrored(mirror)).toEqual(expected(world));
    // Removals leave no trace: with more open issues than one look takes, it takes some looks to see the last of them.
    for (let i = 0; i < 3; i++) {
      minutes(30);
      expect((await mirror.sync()).events).toEqual([]);
    }
    expect((await mirror.sync()).changes).toEqual([]);
  });

  it('have all issues of a bulk change that shares one moment, and go on inside its pages', async () => {
    const { world, mirror } = await startMany(170);
    await mirror.sync();
    minutes(60);
    world.together(() => {
      for (const { id, number } of world.snapshot().issues) world.editIssue(id, { title: `renamed ${number}` });
    });
    const crashed: Mirror[] = [];
    await mirror.sync(() => void crashed.push(mirror.copy()));
    crashed.push(mirror);
    expect(crashed.length).toBeGreaterThan(3);
    for (const each of crashed) {
      await each.sync();
      expect(mirrored(each)).toEqual(expected(world));
    }
  });

  it('see comments and relations that leave their issue’s date alone', async () => {
    const { world, mirror } = await startMany(60);
    const [first, second, third] = world.snapshot().issues.map(({ id }) => id) as [string, string, string];
    const comment = world.addComment({ issue: first, body: 'one' });
    await mirror.sync();
    minutes(24 * 60);
    world.editComment(comment.id, 'edited long after');
    for (let i = 0; i < 60; i++) world.addComment({ issue: second, body: `comment ${i}` });
    for (const { id } of world.snapshot().issues) if (id !== third) world.relate(third, id);
    const { texts } = await mirror.sync();
    expect(mirrored(mirror)).toEqual(expected(world));
    expect(texts).toContainEqual(
      expect.objectContaining({ source_kind: 'issue', source_id: `comment:${comment.id}`, text: 'edited long after' }),
    );
    world.deleteComment(comment.id);
    for (let lap = 0; lap < 3; lap++) await mirror.sync();
    expect(mirrored(mirror)).toEqual(expected(world));
  });

  it('see names that issues repeat', async () => {
    const { world, mirror } = await start();
    await mirror.sync();
    minutes(5);
    const [issue] = world.snapshot().issues.filter((each) => each.labelIds.length > 0 && each.archivedAt === null);
    world.edit('label', issue?.labelIds[0] ?? '', { name: 'Blocked by the client' });
    world.edit('state', issue?.stateId ?? '', { name: 'Renamed' });
    await mirror.sync();
    expect(row(mirror, issue?.id ?? '')).toMatchObject({
      state_name: 'Renamed',
      labels: expect.arrayContaining(['Blocked by the client']),
    });
    expect(mirrored(mirror)).toEqual(expected(world));
  });

  it('mark small objects that are archived or gone, at the latest on the next day', async () => {
    const { world, mirror } = await start();
    await mirror.sync();
    const { labels, cycles } = world.snapshot();
    world.edit('label', labels[0]?.id ?? '', { archivedAt: new Date(clock).toISOString() });
    world.tables.cycle.delete(cycles[0]?.id ?? '');
    world.tables.changed('cycle');
    minutes(24 * 60);
    await mirror.sync();
    expect(mirrored(mirror)).toEqual(expected(world));
  });

  it('archive, trash, restore and purge: the row stays as long as anybody may ask for it', async () => {
    const { world, mirror } = await startMany(4);
    const [archived, trashed, purged] = world.snapshot().issues.map(({ id }) => id) as [string, string, string];
    world.addComment({ issue: trashed, body: 'said before' });
    await mirror.sync();
    minutes(10);
    world.archive(archived);
    world.trash(trashed);
    world.purge(purged);
    const { texts } = await mirror.sync();
    expect(texts.map(({ text }) => text)).toEqual([null, null, null]);
    expect(mirrored(mirror).issues).toHaveLength(2);
    expect(await mirror.reconcile()).toMatchObject({ issues: [`issue:${purged}`] });
    expect(mirrored(mirror)).toEqual(expected(world));
    expect(mirror.rows('linear_issues_raw')).toHaveLength(4);
    minutes(10);
    world.restore(archived);
    world.restore(trashed);
    expect((await mirror.sync()).texts.map(({ text }) => text)).toEqual(expect.arrayContaining(['said before']));
    expect(mirrored(mirror)).toEqual(expected(world));
    expect(await mirror.reconcile()).toEqual({ issues: [], comments: [], relations: [] });
  });

  it('tell of an issue that was first seen in the trash once it is back, and once only', async () => {
    const { world, mirror } = await startMany(0);
    const id = add(world, 'thrown away and taken back', 'completed');
    world.trash(id);
    // Its webhook came before any sync.
    await mirror.reread([`issue:${id}`]);
    expect(types(mirror, id)).toEqual([]);
    for (let i = 0; i < 2; i++) {
      minutes(10);
      world.restore(id);
      await mirror.sync();
      world.trash(id);
      await mirror.sync();
    }
    expect(types(mirror, id)).toEqual(['issue_created', 'issue_completed']);
  });

  it('keep an issue that moves to another team, under its new identifier', async () => {
    const { world, mirror } = await startMany(2);
    const [id] = world.snapshot().issues.map((each) => each.id) as [string];
    await mirror.sync();
    minutes(5);
    const { identifier } = world.moveToTeam(id, 'OPS');
    const { texts } = await mirror.sync();
    expect(texts).toContainEqual(expect.objectContaining({ source_id: id, identifiers: [identifier] }));
    expect(mirrored(mirror)).toEqual(expected(world));
    expect(types(mirror, id)).toEqual(['issue_created']);
  });
});

describe('a part of the workspace', () => {
  it('is taken by teams or by projects, each adding to the other', async () => {
    const { sandbox, world } = await start();
    const team = world.tables.teamBy('OPS').id;
    const project = world.tables.list('project')[0]?.id ?? '';
    for (const [filter, ours] of [
      [{ team_ids: [team] }, (t: string) => t === team],
      [{ project_ids: [project] }, (_t: string, p: string | null) => p === project],
      [{ team_ids: [team], project_ids: [project] }, (t: string, p: string | null) => t === team || p === project],
    ] as const) {
      const mirror = linearMirror(sandbox, { now, filter });
      await mirror.sync();
      const { issues, comments, relations } = expected(world, ours);
      expect(issues.length).toBeGreaterThan(0);
      expect(mirrored(mirror)).toMatchObject({ issues, comments, relations });
      expect(mirrored(mirror).cycles.length).toBeLessThanOrEqual(world.tables.cycle.size);
      expect(await mirror.reconcile()).toEqual({ issues: [], comments: [], relations: [] });
    }
  });

  it('shares the lists with the workspace’s other projects', async () => {
    const { sandbox, world } = await start();
    const shared = new SharedReads();
    const [one, two] = ['DEV', 'OPS'].map((key) =>
      linearMirror(sandbox, { now, shared, filter: { team_ids: [world.tables.teamBy(key).id] } }),
    ) as [Mirror, Mirror];
    await one.sync();
    await two.sync();
    minutes(60);
    world.churn({ issues: 10, edits: 10, comments: 5, blocks: 5 });
    // An hour has passed in the workspace only.
    one.of.shared = two.of.shared = new SharedReads();
    sandbox.requests.reset();
    await one.sync();
    const lists = ['comments,organization', 'issueRelations,organization'].map((what) => `POST /graphql ${what}`);
    expect(lists.map((route) => sandbox.requests.count(route))).toEqual([1, 1]);
    await two.sync();
    expect(lists.map((route) => sandbox.requests.count(route))).toEqual([1, 1]);
    for (const [mirror, key] of [
      [one, 'DEV'],
      [two, 'OPS'],
    ] as const) {
      const { issues, comments } = expected(world, (team) => team === world.tables.teamBy(key).id);
      expect(mirrored(mirror)).toMatchObject({ issues, comments });
    }
  });

  it('does not believe a shared answer that is older than what a webhook has told', async () => {
    const { sandbox, world } = await startMany(3);
    const shared = new SharedReads();
    const [one, two] = [linearMirror(sandbox, { now, shared }), linearMirror(sandbox, { now, shared })];
    await two.sync();
    const [blocker, blocked] = world.snapshot().issues.map(({ id }) => id) as [string, string];
    minutes(5);
    world.editIssue(blocked, { title: 'edited' });
    await two.sync();
    await one.sync();
    world.block(blocker, blocked);
    world.moveToState(blocked, 'started');
    await two.reread([`issue:${blocked}`]);
    expect(row(two, blocked)).toMatchObject({ blocked: true, state_type: 'started' });
    const { events } = await two.sync();
    expect(events).toEqual([]);
    expect(row(two, blocked)).toMatchObject({ blocked: true, state_type: 'started' });
  });

  it('reads a renamed label as it is now, whatever others share, and the issues that repeat its name', async () => {
    const { sandbox, world } = await start();
    const shared = new SharedReads();
    const [one, two] = [linearMirror(sandbox, { now, shared }), linearMirror(sandbox, { now, shared })];
    await two.sync();
    const [issue] = world.snapshot().issues.filter((each) => each.labelIds.length > 0 && each.archivedAt === null);
    const label = issue?.labelIds[0] ?? '';
    for (const name of ['Urgent', 'Very urgent']) {
      world.edit('label', label, { name });
      await two.reread([`label:${label}`]);
      expect(row(two, issue?.id ?? '')).toMatchObject({ labels: expect.arrayContaining([name]) });
      expect(mirrored(two)).toEqual(expected(world));
      await one.reread(['list:labels']);
    }
    minutes(5);
    const { changes } = await two.sync();
    expect(changes).toEqual([]);
  });

  it('loses an issue that moves out, and has it back when it returns', async () => {
    const { sandbox, world } = await startMany(3);
    const team = world.tables.teamBy('DEV').id;
    const mirror = linearMirror(sandbox, { now, filter: { team_ids: [team] } });
    await mirror.sync();
    const [id] = world.snapshot().issues.map((each) => each.id) as [string];
    minutes(5);
    world.moveToTeam(id, 'OPS');
    await mirror.sync();
    expect(row(mirror, id)).toMatchObject({ deleted_at: expect.any(Date) });
    minutes(5);
    world.moveToTeam(id, 'DEV');
    await mirror.sync();
    expect(row(mirror, id)).toMatchObject({ deleted_at: null });
    expect(types(mirror, id)).toEqual(['issue_created']);
  });

  it('is read anew when it is another part from now on', async () => {
    const { sandbox, world } = await start();
    const [one, two] = ['DEV', 'OPS'].map((key) => world.tables.teamBy(key).id) as [string, string];
    const before = linearMirror(sandbox, { now, filter: { team_ids: [one] } });
    await before.sync();
    const after = linearMirror(sandbox, { now, filter: { team_ids: [two] } });
    after.tables = before.tables;
    after.cursor = before.cursor;
    minutes(5);
    await after.sync();
    await after.reconcile();
    expect(mirrored(after).issues).toEqual(expected(world, (team) => team === two).issues);
    minutes(30);
    expect((await after.sync()).changes).toEqual([]);
  });
});

describe('blocked', () => {
  async function pair() {
    const started = await startMany(2);
    const [blocker, blocked] = started.world.snapshot().issues.map(({ id }) => id) as [string, string];
    await started.mirror.sync();
    minutes(10);
    return { ...started, blocker, blocked };
  }

  it('by an open issue, until that is completed; and again when it is reopened', async () => {
    const { world, mirror, blocker, blocked } = await pair();
    const relation = world.block(blocker, blocked);
    await mirror.sync();
    expect(row(mirror, blocked)).toMatchObject({
      blocked: true,
      blocked_by: [blocker],
      blocked_since: relation.createdAt,
    });
    expect(mirror.eventsOf('issue_blocked', blocked)).toMatchObject([
      {
        occurred_at: new Date(relation.createdAt),
        actor: 'team',
        payload: { issue_id: blocked, blocked_by: [blocker] },
        evidence: [{ linear_issue_id: blocked, source_table: 'linear_issues_raw', source_pk: blocked }],
      },
    ]);
    minutes(60);
    const done = world.moveToState(blocker, 'completed');
    await mirror.sync();
    expect(row(mirror, blocked)).toMatchObject({ blocked: false, blocked_by: [] });
    expect(mirror.eventsOf('issue_unblocked', blocked)).toMatchObject([{ occurred_at: new Date(done.updatedAt) }]);
    minutes(60);
    world.moveToState(blocker, 'started');
    await mirror.sync();
    minutes(60);
    world.moveToState(blocked, 'completed');
    await mirror.sync();
    const eventTypes = types(mirror, blocked);
    expect(eventTypes).toEqual([
      'issue_created',
      'issue_blocked',
      'issue_unblocked',
      'issue_blocked',
      'issue_completed',
    ]);
    expect(mirror.eventsOf('issue_completed', blocked)).toMatchObject([{ payload: { was_blocked: true } }]);
    const times = [...mirror.log.values()]
      .filter((event) => event.source_ref === blocked)
      .map((event) => event.occurred_at);
    expect([...times].sort((a, b) => Number(a) - Number(b))).toEqual(times);
  });

  it('until the relation is removed, which leaves no trace', async () => {
    const { world, mirror, blocker, blocked } = await pair();
    world.block(blocker, blocked);
    await mirror.sync();
    minutes(60);
    world.unblock(blocker, blocked);
    await mirror.sync();
    expect(row(mirror, blocked)).toMatchObject({ blocked: false });
    expect(mirrored(mirror)).toEqual(expected(world));
    minutes(60);
    world.block(blocker, blocked);
    await mirror.sync();
    expect(types(mirror, blocked).slice(1)).toEqual(['issue_blocked', 'issue_unblocked', 'issue_blocked']);
  });

  it('by the state or a label, and by several issues at once', async () => {
    const { world, mirror, blocker, blocked } = await pair();
    const label = world.addLabel({ name: 'Заблокировано клиентом' });
    world.editIssue(blocked, { labelIds: [label.id] });
    await mirror.sync();
    expect(row(mirror, blocked)).toMatchObject({ blocked: true, blocked_by: [] });
    world.block(blocker, blocked);
    minutes(5);
    world.editIssue(blocked, { labelIds: [] });
    await mirror.sync();
    expect(row(mirror, blocked)).toMatchObject({ blocked: true, blocked_by: [blocker] });
    world.addState('DEV', { name: 'Blocked', type: 'started' });
    minutes(5);
    world.moveToState(blocker, 'Blocked');
    await mirror.sync();
    expect(row(mirror, blocker)).toMatchObject({ blocked: true });
    minutes(5);
    world.trash(blocker);
    await mirror.sync();
    expect(row(mirror, blocked)).toMatchObject({ blocked: false });
    expect(types(mirror, blocked).slice(1)).toEqual(['issue_blocked', 'issue_unblocked']);
    expect(types(mirror, blocker).slice(1)).toEqual(['issue_blocked', 'issue_unblocked']);
  });

  it('a whole chain, and an issue of another team’s that is none of ours', async () => {
    const { sandbox, world } = await startMany(3);
    const [a, b, c] = world.snapshot().issues.map(({ id }) => id) as [string, string, string];
    const elsewhere = add(world, 'elsewhere', 'unstarted', 'OPS');
    const mirror = linearMirror(sandbox, { now, filter: { team_ids: [world.tables.teamBy('DEV').id] } });
    world.block(a, b);
    world.block(b, c);
    world.block(elsewhere, a);
    await mirror.sync();
    expect([a, b, c].map((id) => row(mirror, id)?.['blocked'])).toEqual([true, true, true]);
    minutes(5);
    world.moveToState(b, 'canceled');
    world.moveToState(elsewhere, 'completed');
    await mirror.sync();
    expect([a, b, c].map((id) => row(mirror, id)?.['blocked'])).toEqual([false, false, false]);
    expect(row(mirror, elsewhere)).toBeUndefined();
  });

  it('what a webhook brings in reaches the blocked issue too, and a second look tells nothing new', async () => {
    const { world, mirror, blocker, blocked } = await pair();
    world.block(blocker, blocked);
    await mirror.sync();
    minutes(5);
    world.moveToState(blocker, 'completed');
    expect((await mirror.reread([`issue:${blocker}`])).events.map((event) => event.event_type).sort()).toEqual([
      'issue_completed',
      'issue_unblocked',
    ]);
    for (let i = 0; i < 2; i++) {
      const again = await mirror.reread([`issue:${blocker}`, `issue:${blocked}`]);
      expect(again.events).toEqual([]);
      expect(again.changes).toEqual([]);
    }
    expect((await mirror.sync()).events).toEqual([]);
  });
});

describe('stages', () => {
  it('begin with the time, move, and are completed', async () => {
    const { world, mirror } = await start({ empty: true });
    const day = (days: number) => new Date(clock + days * 86_400_000).toISOString();
    const { id, endsAt } = world.addCycle({ team: 'DEV', startsAt: day(1), endsAt: day(15) });
    await mirror.sync();
    expect(types(mirror, id)).toEqual([]);
    minutes(2 * 24 * 60);
    await mirror.sync();
    expect(mirror.eventsOf('stage_started', id)).toMatchObject([
      { occurred_at: expect.any(Date), payload: { stage_id: id, stage_name: 'Cycle 1', due_at: endsAt } },
    ]);
    expect((await mirror.sync()).changes).toEqual([]);
    const moved = world.edit('cycle', id, { endsAt: day(20) }).endsAt;
    minutes(1);
    await mirror.sync();
    expect(mirror.eventsOf('stage_started', id).map((event) => event.payload['due_at'])).toEqual([endsAt, moved]);
    minutes(14 * 24 * 60);
    world.completeCycle(id);
    await mirror.sync();
    expect(mirror.eventsOf('stage_completed', id)).toMatchObject([{ payload: { stage_id: id, due_at: moved } }]);
  });
});

describe('what vendors do wrong', () => {
  it.each([
    ['an issue without a title', 'issues', 'title', null],
    ['an issue without a readable id', 'issues', 'id', { value: 1 }],
  ] as const)('%s that cannot be read fails alone, and is healed by its ref', async (_name, list, field, value) => {
    const { sandbox, world, mirror } = await startMany(60);
    const bad = world.snapshot().issues[30]?.id ?? '';
    sandbox.faults.add({ match: list, kind: 'bad_shape', recordId: bad, field, value });
    const { failures } = await mirror.sync();
    expect(failures.length).toBeGreaterThan(0);
    expect(mirrored(mirror).issues).toEqual(expected(world).issues.filter(({ id }) => id !== bad));
    expect((await mirror.reread(failures)).failures.length).toBeGreaterThan(0);
    sandbox.faults.clear();
    expect((await mirror.reread(failures)).failures).toEqual([]);
    expect(mirrored(mirror)).toEqual(expected(world));
  });

  it('a label that cannot be read fails alone, and takes no others for removed', async () => {
    const { sandbox, world, mirror } = await start();
    sandbox.faults.add({ match: /teams,users/, kind: 'bad_shape' });
    const { failures } = await mirror.sync();
    expect(failures).toEqual([expect.stringMatching(/^team:/)]);
    sandbox.faults.clear();
    await mirror.reread(failures);
    expect(mirrored(mirror)).toEqual(expected(world));
  });

  it.each([
    ['answers 400 RATELIMITED', { kind: 'rate_limit' }, 'rate_limited'],
    ['answers 429', { kind: 'rate_limit', status: 429 }, 'rate_limited'],
    ['answers errors in a 200', { kind: 'status', status: 200 }, 'vendor_error'],
    ['answers errors beside half the data', { kind: 'partial' }, 'vendor_error'],
    ['refuses the query', { kind: 'status', status: 400 }, 'config'],
  ] as const)('one that %s stops the sync where it is, and nothing is lost', async (_name, fault, kind) => {
    const { sandbox, world, mirror } = await startMany(120);
    await mirror.sync();
    minutes(30);
    world.churn({ issues: 60, edits: 30, blocks: 5, comments: 10 });
    const before = mirror.cursor.cursor_ts;
    sandbox.faults.add({ vendor: 'linear', match: / issues/, ...fault });
    await expect(mirror.sync()).rejects.toMatchObject({ kind });
    expect(mirror.cursor.cursor_ts).toEqual(before);
    sandbox.faults.clear();
    await mirror.sync();
    expect(mirrored(mirror)).toEqual(expected(world));
  });

  it('now and then is not even noticed', async () => {
    const { sandbox, world, mirror } = await start();
    sandbox.faults.add({ vendor: 'linear', kind: 'status', status: 200, every: 3 });
    sandbox.faults.add({ vendor: 'linear', kind: 'drop', every: 5 });
    await mirror.sync();
    expect(mirrored(mirror)).toEqual(expected(world));
  });

  it('a used-up budget is told by its limit and its reset', async () => {
    // Resets are moments, and waits are reckoned by the clock on the wall.
    clock = Date.now();
    const { world, mirror } = await startMany(2);
    world.limits.exhaust('complexity');
    await expect(mirror.sync()).rejects.toMatchObject({
      kind: 'rate_limited',
      options: { retryAfterSeconds: expect.any(Number) },
    });
    world.limits.refill();
    await mirror.sync();
    expect(mirrored(mirror)).toEqual(expected(world));
  });

  describe('an issue whose further comments are not shown', () => {
    type Json = any;
    const internal = { type: 'internal error', code: 'INTERNAL_SERVER_ERROR' };
    const failed = (path: unknown[]) => [{ message: 'Internal server error', path, extensions: internal }];
    const LIST = ['issues', 'nodes', 0, 'comments'];

    /** One of three issues has more comments than come with it; `spoil` changes the answers that show the others. */
    async function long(spoil: (body: Json) => void, alone = true) {
      const started = await startMany(3);
      const { sandbox, world } = started;
      const bad = world.snapshot().issues[1]?.id ?? '';
      for (let i = 0; i < 15; i++) world.addComment({ issue: bad, body: `comment ${i}` });
      sandbox.faults.add({
        vendor: 'linear',
        match: / issues,/,
        kind: 'edit',
        edit(reply, exchange) {
          const { query } = JSON.parse(exchange.body.toString()) as { query: string };
          if (/query Nested/.test(query) || (!alone && /query IssueVersions/.test(query))) spoil(reply.body);
        },
      });
      return { ...started, bad };
    }
    const refuse = (body: Json) => Object.assign(body, { data: null, errors: failed([]) });

    it.each<[string, (body: Json) => void]>([
      ['for an error without data', refuse],
      [
        'for an error of their list',
        (body) => {
          body.data.issues.nodes[0].comments = null;
          body.errors = failed(LIST);
        },
      ],
      [
        'for an error of one of them',
        (body) => {
          body.data.issues.nodes[0].comments.nodes[3].externalUser = null;
          body.errors = failed([...LIST, 'nodes', 3, 'externalUser']);
        },
      ],
      ['without a word', (body) => (body.data.issues.nodes[0].comments = null)],
      ['nor the issue itself', (body) => (body.data.issues.nodes = [null])],
    ])('%s fails alone', async (_name, spoil) => {
      const { sandbox, world, mirror, bad } = await long(spoil);
      const { failures } = await mirror.sync();
      expect(new Set(failures)).toEqual(new Set([`issue:${bad}`]));
      expect(mirrored(mirror).issues).toEqual(expected(world).issues.filter(({ id }) => id !== bad));
      expect(mirrored(mirror).comments).toEqual([]);
      sandbox.faults.clear();
      expect((await mirror.reread([...new Set(failures)])).failures).toEqual([]);
      expect(mirrored(mirror)).toEqual(expected(world));
    });

    it('is told from an outage, which is the sync’s failure', async () => {
      const { mirror } = await long(refuse, false);
      await expect(mirror.sync()).rejects.toMatchObject({ kind: 'vendor_error' });
      expect(mirror.statuses()).toMatchObject({ issues: 'failed' });
    });
  });

  it.each<[string, RegExp, (world: LinearWorld, issue: string) => string]>([
    ['labels', /[ ,]issueLabels,/, (world) => `label:${world.snapshot().labels[0]?.id}`],
    ['comments', / comments,/, (world, issue) => `comment:${world.addComment({ issue, body: 'New' }).id}`],
    ['relations', / issueRelation,/, (world, issue) => `relation:${world.relate(issue, add(world, 'Other')).id}`],
  ])('a list of %s that is closed holds up no other record that is read again', async (_name, match, unread) => {
    const { sandbox, world, mirror } = await start();
    await mirror.sync();
    minutes(5);
    const [issue] = world.snapshot().issues.filter(({ archivedAt }) => archivedAt === null);
    const id = issue?.id ?? '';
    const ref = unread(world, id);
    world.editIssue(id, { title: 'Edited' });
    sandbox.faults.add({ vendor: 'linear', match, kind: 'status', status: 403 });
    expect((await mirror.reread([ref, `issue:${id}`])).failures).toEqual([ref]);
    expect(row(mirror, id)).toMatchObject({ title: 'Edited' });
    sandbox.faults.clear();
    expect((await mirror.reread([ref])).failures).toEqual([]);
    await mirror.sync();
    expect(mirrored(mirror)).toEqual(expected(world));
  });

  it('refs that name nothing stay failures; records that are gone do not', async () => {
    const { mirror } = await startMany(1);
    await mirror.sync();
    const gone = '00000000-0000-4000-8000-000000000000';
    const refs = [`issue:${gone}`, `comment:${gone}`, `relation:${gone}`, 'planet:9'];
    expect((await mirror.reread(refs)).failures).toEqual(['planet:9']);
  });
});
