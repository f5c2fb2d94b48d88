import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newProject } from '../../test/support/search-parts.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { until } from '../../test/support/until.js';
import { readConfig } from '../config/index.js';
import type { VendorActions } from '../connectors/index.js';
import { vendorsOf } from '../connectors/vendors.js';
import type { Action } from './action.entity.js';
import { ActionsRepository, type Ending, type NewAction } from './actions.repository.js';

let db: TestDatabase;
let actions: ActionsRepository;
let projectId: string;

beforeAll(async () => {
  db = await openTestDatabase();
  const all = vendorsOf(readConfig({})).flatMap((vendor) => vendor.actions ?? []);
  actions = new ActionsRepository(db.database, { all: () => all } as unknown as VendorActions);
});
afterAll(() => db.close());
beforeEach(async () => {
  projectId = await newProject(db);
});

const NOW = new Date('2026-03-02T09:00:00Z');
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

const action = (more: Partial<NewAction> = {}): NewAction => ({
  project_id: projectId,
  recommendation_id: null,
  kind: 'linear_issue',
  status: 'queued',
  target: 'team',
  target_label: 'Team',
  title: 'Call',
  text: 'They wait',
  due_at: null,
  idempotency_key: randomUUID(),
  fingerprint: 'f',
  created_by: 'olga',
  next_try_at: NOW,
  ...more,
});
const add = async (more: Partial<NewAction> = {}, now = NOW): Promise<Action> =>
  (await db.database.transaction((tx) => actions.add(tx, action(more), now)))!;
const settle = (one: Action, ending: Partial<Ending>) =>
  db.database.transaction((tx) =>
    actions.settle(
      tx,
      one,
      {
        status: 'done',
        unanswered: false,
        next_try_at: null,
        error_kind: null,
        last_error: null,
        vendor_ref: 'ref',
        vendor_url: null,
        ...ending,
      },
      after(5),
    ),
  );

describe('the outbox of actions', () => {
  it('takes one of a person and a key, and the same key of another person', async () => {
    const first = await add({ idempotency_key: 'k' });
    expect(await add({ idempotency_key: 'k', text: 'Something else' })).toBeNull();
    expect(await add({ idempotency_key: 'k', created_by: 'anna' })).not.toBeNull();
    expect((await actions.byKey(db.database, projectId, 'olga', 'k'))?.id).toBe(first.id);
    expect(await actions.byKey(db.database, projectId, 'olga', 'other')).toBeNull();
  });

  it('gives out what is due, the one that has waited longest first, and each to one worker', async () => {
    const [late, early] = [await add({ next_try_at: after(-10) }), await add({ next_try_at: after(-60) })];
    await add({ next_try_at: after(1) });
    await add({ kind: 'reminder', next_try_at: null, due_at: after(-60) });
    const claimed = await Promise.all([1, 2, 3, 4].map(() => actions.claim(projectId, NOW, after(180))));
    expect(claimed.flatMap((one) => one?.id ?? []).sort()).toEqual([late.id, early.id].sort());
    expect(claimed.filter((one) => one !== null)).toMatchObject([
      { status: 'sending', attempts: 1, unanswered: false, first_sent_at: NOW },
      { status: 'sending', attempts: 1, unanswered: false, first_sent_at: NOW },
    ]);
  });

  it('waits for a person who has the action in hand, and gives it out then', async () => {
    const { id } = await add();
    let isOver = false;
    const waits = async (): Promise<boolean> => {
      const waiting = await db.database.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return isOver || waiting.length > 0;
    };
    const { claimed } = await db.database.transaction(async (tx) => {
      await actions.lock(tx, projectId, id);
      const claimed = actions.claim(projectId, NOW, after(180)).finally(() => (isOver = true));
      // The embedded database has one session: there, the claim has not begun.
      if (!db.embedded) await until('the claim waits for the person', waits);
      return { claimed };
    });
    expect(await claimed).toMatchObject({ id, status: 'sending' });
  });

  it('gives out what a person has queued by a clock that is ahead of the worker’s', async () => {
    const { id } = await add({ next_try_at: after(30) }, after(30));
    const claimed = (await actions.claim(projectId, NOW, after(180)))!;
    expect(claimed.id).toBe(id);
    // A try that is put off waits for the worker's own clock.
    await settle(claimed, { status: 'queued', next_try_at: after(60), vendor_ref: null });
    expect(await actions.claim(projectId, after(59), after(300))).toBeNull();
    expect(await actions.claim(projectId, after(60), after(300))).toMatchObject({ id, attempts: 2 });
  });

  it('leaves what another worker has taken meanwhile, and gives out the next', async () => {
    await Promise.all(Array.from({ length: 6 }, () => add()));
    const claimed = await Promise.all(Array.from({ length: 6 }, () => actions.claim(projectId, NOW, after(180))));
    expect(new Set(claimed.map((one) => one?.id)).size).toBe(6);
    expect(await actions.claim(projectId, NOW, after(180))).toBeNull();
  });

  it('gives out what a dead worker was sending, as one whose answer was lost', async () => {
    await add();
    await actions.claim(projectId, NOW, after(180));
    expect(await actions.claim(projectId, after(179), after(400))).toBeNull();
    expect(await actions.claim(projectId, after(180), after(400))).toMatchObject({
      attempts: 2,
      unanswered: true,
      first_sent_at: NOW,
    });
  });

  it('notes the end of the present attempt only', async () => {
    await add();
    const first = (await actions.claim(projectId, NOW, after(180)))!;
    const second = (await actions.claim(projectId, after(180), after(400)))!;
    expect(await settle(first, { status: 'failed', vendor_ref: null })).toBe(false);
    expect(await settle(second, {})).toBe(true);
    expect(await settle(second, { status: 'failed' })).toBe(false);
    expect(await actions.find(projectId, first.id)).toMatchObject({
      status: 'done',
      vendor_ref: 'ref',
      done_at: after(5),
    });
  });

  it('counts tries from the beginning where a person has it tried again, and remembers that an answer was lost', async () => {
    await add();
    const claimed = (await actions.claim(projectId, NOW, after(180)))!;
    await settle(claimed, { status: 'unsure', unanswered: true, vendor_ref: null });
    await db.database.transaction((tx) => actions.move(tx, claimed, 'queued', after(9), after(9)));
    expect(await actions.claim(projectId, after(9), after(200))).toMatchObject({ attempts: 1, unanswered: true });
  });

  it('knows what others made at a target', async () => {
    const [one, other] = [await add(), await add()];
    const claimed = (await actions.claim(projectId, NOW, after(180)))!;
    await settle(claimed, { vendor_ref: 'made' });
    const left = claimed.id === one.id ? other : one;
    expect(await actions.madeAt(left)).toEqual(['made']);
    expect(await actions.madeAt({ ...left, target: 'elsewhere' })).toEqual([]);
    expect(await actions.madeAt(claimed)).toEqual([]);
  });

  it('lists by kind, status, recommendation and the time that reminders are due', async () => {
    const recommendation = randomUUID();
    const rows = [
      await add({ recommendation_id: recommendation }),
      await add({ kind: 'reminder', due_at: after(60), next_try_at: null }, after(1)),
      await add({ kind: 'reminder', due_at: after(600), next_try_at: null }, after(2)),
    ];
    const [issue, soon, later] = rows.map(({ id }) => id);
    const listed = async (filter: Parameters<ActionsRepository['list']>[1], limit = 9, from: string | null = null) =>
      (await actions.list(projectId, filter, limit, from)).map(({ id }) => id);
    expect(await listed({})).toEqual([later, soon, issue]);
    expect(await listed({}, 2)).toEqual([later, soon]);
    expect(await listed({}, 2, soon)).toEqual([issue]);
    expect(await listed({ kind: 'reminder' })).toEqual([later, soon]);
    expect(await listed({ due: after(60) })).toEqual([soon]);
    expect(await listed({ recommendation })).toEqual([issue]);
    expect(await listed({ status: ['done', 'failed'] })).toEqual([]);
    expect(await actions.find(await newProject(db), issue!)).toBeNull();
  });
});
