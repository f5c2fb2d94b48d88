import { afterEach, describe, expect, it } from '@jest/globals';
import { expected, mirrored } from '../../../test/support/attio-expectation.js';
import { attioMirror } from '../../../test/support/attio-mirror.js';
import type { Mirror, MirrorOptions, Synced } from '../../../test/support/mirror.js';
import { OwnClock } from '../../../test/support/own-clock.js';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../sandbox/sandbox.js';
import { SharedReads } from '../core/shared-reads.js';

let clock = Date.UTC(2026, 4, 5, 9);
const now = () => clock;
const minutes = (count: number) => (clock += count * 60_000);
const open: Sandbox[] = [];
const DEALS = 'attio_opportunities_raw';

async function start(options: SandboxOptions & Omit<MirrorOptions, 'now'> = {}) {
  const sandbox = await startSandbox({ now, ...options });
  open.push(sandbox);
  return { sandbox, world: sandbox.attio, mirror: attioMirror(sandbox, { now, ...options }) };
}

/** A workspace over several pages: deals by the hundred, and notes on them. */
async function startMany(deals: number, notes: number) {
  const started = await start({ empty: true });
  const { world } = started;
  const company = world.addCompany({ name: 'Acme', domains: ['acme.example'] });
  const ids = Array.from({ length: deals }, (_, i) => {
    clock += 1000;
    return world.addDeal({ name: `Deal ${i}`, company: company.id, value: i + 1 }).id;
  });
  for (let i = 0; i < notes; i++) {
    clock += 1000;
    world.addNote({ record: ids[i % deals] ?? company.id, title: `Note ${i}`, content: `Said ${i}` });
  }
  return { ...started, company, ids };
}

const types = ({ events }: Synced) => events.map((event) => event.event_type).sort();
const of = ({ events }: Synced, type: string) => events.filter((event) => event.event_type === type);

afterEach(() => Promise.all(open.splice(0).map((each) => each.close())));

describe('a first sync', () => {
  it('mirrors the workspace', async () => {
    const { world, mirror } = await start();
    const { failures } = await mirror.sync();
    expect(mirrored(mirror)).toEqual(expected(world));
    expect(failures).toEqual([]);
    const { workspaceId } = world.schema;
    expect(mirror.cursor).toEqual({ cursor_ts: new Date(clock), cursor_id: workspaceId, page_cursor: null });
  });

  it('keeps names, addresses and the vendor object', async () => {
    const { world, mirror } = await start();
    await mirror.sync();
    const [deal] = mirror.living(DEALS);
    expect(deal).toMatchObject({
      owner_name: expect.any(String),
      web_url: expect.stringContaining('/deals/record/'),
      vendor_created_at_text: expect.stringMatching(/\.\d{9}Z$/),
      data: { values: { stage: [{ status: { title: deal?.['stage_title'] } }] } },
    });
    const task = mirror.living('attio_activities_raw').find((row) => row['kind'] === 'task');
    expect(task?.['web_url']).toMatch(/^https:\/\/app\.attio\.com\/agency\/(deals|companies|people)\/record\//);
    expect(task?.['linked_records']).toEqual([{ object: 'deals', record_id: expect.any(String) }]);
    expect(world.tables.members.map((member) => member.id)).toContain(deal?.['owner_id']);
  });

  it('tells of notes, activities and amounts, and of stages where a deal has ended', async () => {
    const { world, mirror } = await start();
    const first = await mirror.sync();
    const { notes, tasks, meetings, deals } = world.snapshot();
    const done = tasks.filter((task) => task.is_completed).length;
    // The value counts as revenue or as expected, but for what is lost.
    const amounts = deals.flatMap((deal) => [deal.budget, deal.cost, deal.stage === 'Lost' ? null : deal.value]);
    expect(of(first, 'note_logged')).toHaveLength(notes.length);
    expect(of(first, 'activity_logged')).toHaveLength(tasks.length + meetings.length + done);
    expect(of(first, 'finance_entry_recorded')).toHaveLength(amounts.filter(Boolean).length);
    const lost = deals.filter((deal) => deal.stage === 'Lost').map((deal) => [deal.id, null]);
    expect(of(first, 'deal_stage_changed').map(({ source_ref, payload }) => [source_ref, payload['from']])).toEqual(
      expect.arrayContaining(lost),
    );
    expect(of(first, 'deal_stage_changed')).toHaveLength(lost.length);
    expect(lost.length).toBeGreaterThan(0);
    expect(of(first, 'contact_updated')).toEqual([]);
    const invoices = (word: RegExp) => notes.filter((note) => word.test(note.content)).length;
    expect(of(first, 'invoice_sent')).toHaveLength(invoices(/invoice \S+ (sent|for the)|Счёт \S+ выставлен/i));
    expect(of(first, 'invoice_paid')).toHaveLength(invoices(/invoice \S+ paid|Счёт \S+ оплачен/i));
    expect(first.texts.map((one) => one.source_id).sort()).toEqual(notes.map((note) => note.id).sort());
    expect(first.events.every((event) => event.evidence[0]?.source_pk === event.source_ref)).toBe(true);
    expect(first.events.every((event) => event.occurred_at.getTime() <= clock)).toBe(true);
  });

  it('goes on from any batch after a crash, without telling anything twice', async () => {
    const { world, mirror } = await startMany(1600, 130);
    const crashed: Mirror[] = [];
    await mirror.sync(() => void crashed.push(mirror.copy()));
    expect(crashed.length).toBeGreaterThan(2);
    expect(crashed[0]?.cursor.page_cursor).toMatchObject({ resource: 'deals', offset: 1425 });
    for (const each of crashed) {
      await each.sync();
      expect(mirrored(each)).toEqual(expected(world));
      expect([...each.log.keys()].sort()).toEqual([...mirror.log.keys()].sort());
    }
  });

  it('takes a workspace without meetings or deals', async () => {
    const { sandbox, world, mirror } = await start({ attio: { meetings: false } });
    sandbox.faults.add({ match: '/objects/deals/', kind: 'status', status: 404 });
    const closed = { kind: 'auth', message: expect.stringContaining('meeting:read') };
    await expect(mirror.sync()).rejects.toMatchObject(closed);
    const all = expected(world);
    expect(mirrored(mirror)).toEqual({ ...all, meetings: [], deals: [] });
    world.quirks.meetings = 'missing';
    sandbox.faults.clear();
    await mirror.sync();
    expect(mirrored(mirror)).toEqual({ ...all, meetings: [] });
    world.quirks.meetings = 'available';
    await mirror.sync();
    world.quirks.meetings = 'forbidden';
    await expect(mirror.sync()).rejects.toMatchObject(closed);
    expect(mirrored(mirror)).toEqual(all);
  });

  it('takes the workspace that is named, and refuses a token that is no longer active', async () => {
    const { sandbox, world } = await start();
    const right = attioMirror(sandbox, { now, externalId: world.schema.workspaceId });
    await right.sync();
    expect(mirrored(right)).toEqual(expected(world));
    sandbox.faults.add({ match: '/v2/self', kind: 'status', status: 200, body: { active: false } });
    await expect(right.sync()).rejects.toMatchObject({ kind: 'auth' });
  });

  it('refuses another workspace than was read before, be it in part', async () => {
    const { sandbox, world, mirror, ids } = await startMany(1010, 0);
    const stopped = attioMirror(sandbox, { now });
    await stopped.sync(() => false);
    await mirror.sync();
    expect(mirror.of.connector.accountOf?.(mirror.cursor.cursor_id)).toBe(world.schema.workspaceId);
    const before = [stopped, mirror].map((each) => each.living(DEALS));
    for (const id of ids) world.deleteRecord(id);
    world.addDeal({ name: 'Of others' });
    sandbox.faults.add({
      match: '/v2/self',
      kind: 'edit',
      edit: ({ body }) => void Object.assign(body as object, { workspace_id: 'elsewhere' }),
    });
    for (const each of [stopped, mirror]) {
      const refused = { kind: 'config', message: expect.stringContaining('belongs to elsewhere') };
      await expect(each.sync()).rejects.toMatchObject(refused);
      await expect(each.reread([`deals:${ids[0]}`])).rejects.toMatchObject(refused);
    }
    expect([stopped, mirror].map((each) => each.living(DEALS))).toEqual(before);
  });
});

describe('later syncs', () => {
  it('write nothing, tell nothing and ask for one scan when there is no news', async () => {
    const { sandbox, mirror } = await startMany(1100, 120);
    await mirror.sync();
    minutes(15);
    sandbox.requests.reset();
    for (let i = 0; i < 2; i++) {
      const { changes, batches, requests } = await mirror.sync();
      expect(changes).toEqual([]);
      expect(batches).toHaveLength(1);
      expect(batches[0]).toMatchObject({ rows: [], complete: [], fetched: 1100 + 120 + 1 });
      // Three of deals, three of notes, one of each other list, and three about the workspace.
      expect(requests).toBeLessThanOrEqual(13);
    }
  });

  it('share their scan with those of other projects', async () => {
    const shared = new SharedReads();
    const { sandbox, world, mirror } = await start({ shared });
    await mirror.sync();
    const asked = sandbox.requests.total;
    const others = Array.from({ length: 5 }, () => attioMirror(sandbox, { now, shared }));
    for (const other of others) {
      await other.sync();
      expect(mirrored(other)).toEqual(expected(world));
    }
    expect(sandbox.requests.total).toBe(asked);
  });

  it('do not take a shared answer for news where something was read since', async () => {
    clock = Date.now();
    const shared = new SharedReads();
    const { sandbox, world, mirror } = await start({ shared });
    await mirror.sync();
    const other = attioMirror(sandbox, { now, shared });
    await other.sync();
    clock += 10_000;
    const [deal, gone] = world.snapshot().deals;
    world.setStage(deal?.id ?? '', 'Lost');
    world.deleteRecord(gone?.id ?? '');
    const created = world.addCompany({ name: 'Just now' });
    const reread = await other.reread([`deals:${deal?.id}`, `deals:${gone?.id}`, `companies:${created.id}`]);
    expect(of(reread, 'deal_stage_changed')).toHaveLength(1);
    const stale = await other.sync();
    expect(stale.events).toEqual([]);
    expect(stale.changes).toEqual([]);
    expect(other.cursor.cursor_ts?.getTime()).toBeLessThan(clock);
  });

  it.each([1, 2, 3])('follow what changes (seed %i)', async (seed) => {
    const { world, mirror } = await start();
    await mirror.sync();
    minutes(30);
    world.churn({
      deals: 12,
      stageMoves: 20,
      valueChanges: 20,
      notes: 15,
      noteEdits: 10,
      deletions: 12,
      merges: 4,
      seed,
    });
    minutes(1);
    await mirror.sync();
    expect(mirrored(mirror)).toEqual(expected(world));
    minutes(15);
    const again = await mirror.sync();
    expect(again.changes).toEqual([]);
  });

  it('keep the latest amounts of each deal true, whatever is revalued, won, lost, deleted or merged', async () => {
    const { world, mirror } = await start();
    for (let seed = 1; seed <= 5; seed++) {
      await mirror.sync();
      minutes(30);
      world.churn({ deals: 5, stageMoves: 15, valueChanges: 15, deletions: 5, merges: 2, seed });
    }
    await mirror.sync();
    const latest = new Map<string, number>();
    for (const { event_type, payload } of mirror.log.values())
      if (event_type === 'finance_entry_recorded') latest.set(String(payload['entry_id']), Number(payload['amount']));
    const sum = (type: string) =>
      [...latest].filter(([id]) => id.endsWith(`:${type}`)).reduce((total, [, amount]) => total + amount, 0);
    const { deals } = world.snapshot();
    const total = (amounts: (number | null)[]) => amounts.reduce<number>((all, amount) => all + (amount ?? 0), 0);
    expect(sum('planned_budget')).toBe(total(deals.map((deal) => deal.budget)));
    expect(sum('cost')).toBe(total(deals.map((deal) => deal.cost)));
    expect(sum('revenue')).toBe(total(deals.map((deal) => (deal.stage === 'Won' ? deal.value : null))));
    const open = deals.filter(({ stage }) => stage !== 'Won' && stage !== 'Lost');
    expect(sum('expected_revenue')).toBe(total(open.map((deal) => deal.value)));
  });

  it('tell each move of a stage once, there and back again', async () => {
    const { world, mirror, ids } = await startMany(1, 0);
    const deal = ids[0] ?? '';
    await mirror.sync();
    const moves: unknown[] = [];
    for (const stage of ['Proposal', 'Lead', 'Proposal', 'Won', 'Lead']) {
      minutes(5);
      world.setStage(deal, stage);
      const at = new Date(clock);
      minutes(5);
      const [event, ...more] = of(await mirror.sync(), 'deal_stage_changed');
      expect(more).toEqual([]);
      expect(event?.occurred_at).toEqual(at);
      moves.push([event?.payload['from'], event?.payload['to']]);
      expect((await mirror.reread([`deals:${deal}`])).events).toEqual([]);
    }
    expect(moves).toEqual([
      ['Lead', 'Proposal'],
      ['Proposal', 'Lead'],
      ['Lead', 'Proposal'],
      ['Proposal', 'Won'],
      ['Won', 'Lead'],
    ]);
    const revenue = [...mirror.log.values()].filter((event) => event.payload['entry_type'] === 'revenue');
    expect(revenue.map((event) => event.payload['amount'])).toEqual([1, 0]);
  });

  it('take a renamed stage for the same stage', async () => {
    const { world, mirror, ids } = await startMany(2, 0);
    await mirror.sync();
    world.renameStage('Lead', 'Fresh lead');
    const { events, changes } = await mirror.sync();
    expect(changes).toHaveLength(2);
    expect(events).toEqual([]);
    world.setStage(ids[0] ?? '', 'Proposal');
    expect(of(await mirror.sync(), 'deal_stage_changed')[0]?.payload).toMatchObject({ from: 'Fresh lead' });
  });

  it('tell amounts that come, change, go and come back', async () => {
    const { world, mirror, ids } = await startMany(1, 0);
    await mirror.sync();
    const amounts: unknown[] = [];
    for (const amount of [500, 700, null, 500, null, 500]) {
      minutes(5);
      world.setBudget(ids[0] ?? '', amount);
      const { events } = await mirror.sync();
      amounts.push(...events.map((event) => event.payload['amount']));
      expect((await mirror.sync()).events).toEqual([]);
    }
    expect(amounts).toEqual([500, 700, 0, 500, 0, 500]);
  });

  it('tell of contacts that change, tasks that are done, and invoices', async () => {
    const { world, mirror, company, ids } = await startMany(1, 0);
    const person = world.addPerson({ name: 'Ada Novak', emails: ['ada@acme.example'], company: company.id });
    const task = world.addTask({ content: 'Call Ada', records: [person.id] });
    await mirror.sync();
    minutes(5);
    world.setValues(person.id, 'email_addresses', ['ada@home.example']);
    world.completeTask(task.id);
    const note = world.addNote({ record: ids[0] ?? '', title: 'Invoice 2026-7 sent', content: 'Due in 14 days.' });
    const second = await mirror.sync();
    expect(types(second)).toEqual(['activity_logged', 'contact_updated', 'invoice_sent', 'note_logged']);
    expect(of(second, 'contact_updated')[0]).toMatchObject({
      occurred_at: new Date(clock),
      source_attio_record_id: person.id,
      payload: { changed: ['email'], email: 'ada@home.example' },
    });
    expect(of(second, 'activity_logged')[0]?.payload).toMatchObject({ action: 'completed', kind: 'task' });
    minutes(5);
    world.editNote(note.id, { content: 'Счёт 7 оплачен.' });
    const third = await mirror.sync();
    expect(types(third)).toEqual(['invoice_paid']);
    expect(third.texts).toMatchObject([{ source_id: note.id, text: 'Invoice 2026-7 sent\n\nСчёт 7 оплачен.' }]);
    world.deleteNote(note.id);
    expect((await mirror.sync()).texts).toMatchObject([{ source_id: note.id, text: null }]);
  });

  it('wait for a merge to be through, and follow it', async () => {
    const { world, mirror, ids } = await startMany(3, 3);
    await mirror.sync();
    const merged = world.mergeRecords(ids[0] ?? '', ids[1] ?? '', { settleAfterMs: Infinity });
    await mirror.sync();
    expect(mirror.living(DEALS).map((row) => row['record_id'])).toEqual(ids);
    expect((await mirror.reread([`deals:${merged.id}`])).failures).toEqual([`deals:${merged.id}`]);
    world.finishMerges();
    await mirror.sync();
    expect(mirrored(mirror)).toEqual(expected(world));
    expect(mirror.rows(DEALS)).toHaveLength(4);
  });

  it('mark at most some hundred missing records at once, and the rest with the next sync', async () => {
    const { sandbox, world, mirror, ids } = await startMany(260, 0);
    await mirror.sync();
    for (const id of ids.slice(0, 250)) world.deleteRecord(id);
    await mirror.sync();
    expect(mirror.living(DEALS)).toHaveLength(60);
    expect(sandbox.requests.count('GET /v2/objects/:object/records/:record')).toBe(200);
    await mirror.sync();
    expect(mirrored(mirror)).toEqual(expected(world));
  });
});

describe('a list that moves while it is read', () => {
  it.each([3, 60])('misses nothing when %i deals and notes are deleted behind each page', async (count) => {
    const { world, mirror, ids } = await startMany(1400, 170);
    const victims = [...ids];
    const notes = [...world.tables.notes.keys()].reverse();
    world.afterPage = ({ route }) => {
      if (route === 'deals/records') for (const id of victims.splice(0, count)) world.deleteRecord(id);
      if (route === 'notes') for (const id of notes.splice(0, 3)) if (world.tables.notes.has(id)) world.deleteNote(id);
    };
    await mirror.sync();
    world.afterPage = null;
    const have = new Set(mirror.rows(DEALS).map((row) => row['record_id']));
    expect(world.snapshot().deals.filter((deal) => !have.has(deal.id))).toEqual([]);
    const said = new Set(mirror.rows('attio_activities_raw').map((row) => row['activity_id']));
    expect(world.snapshot().notes.filter((note) => !said.has(note.id))).toEqual([]);
    for (let i = 0; i < 3; i++) await mirror.sync();
    expect(mirrored(mirror)).toEqual(expected(world));
  });

  it.each<[string, number[]]>([
    ['by their number', [100]],
    ['by their size', [100, 90, 80]],
  ])('is read to its end where the vendor cuts its pages %s', async (_name, sizes) => {
    const { sandbox, world, mirror } = await startMany(250, 0);
    let pages = 0;
    sandbox.faults.add({
      match: 'deals/records/query',
      kind: 'edit',
      edit({ body }) {
        const page = body as { data: unknown[] };
        page.data = page.data.slice(0, sizes[pages++ % sizes.length]);
      },
    });
    await mirror.sync();
    expect(mirrored(mirror)).toEqual(expected(world));
  });

  it('is read to its end where a full page shows a row twice', async () => {
    const { sandbox, world, mirror } = await startMany(1100, 0);
    sandbox.faults.add({
      match: 'deals/records/query',
      kind: 'edit',
      edit({ body }, exchange) {
        const { data } = body as { data: unknown[] };
        const { offset } = JSON.parse(exchange.body.toString()) as { offset: number };
        if (offset === 475) data.splice(10, data.length - 10, ...data.slice(9, -1));
      },
    });
    await mirror.sync();
    expect(mirrored(mirror)).toEqual(expected(world));
  });

  it.each(['newest', 'oldest', 'shuffled'] as const)('takes notes that come meanwhile, %s first', async (order) => {
    const { world, mirror, ids } = await startMany(2, 160);
    world.quirks.notesOrder = order;
    let left = 3;
    world.afterPage = ({ route }) => {
      if (route === 'notes' && left-- > 0) world.addNote({ record: ids[0] ?? '', title: 'Late', content: `${left}` });
    };
    await mirror.sync();
    expect(mirrored(mirror).notes).toEqual(expected(world).notes);
  });

  it('finds rows that change places because they were made at the same moment', async () => {
    const { world, mirror } = await start({ empty: true });
    const createdAt = clock;
    for (let i = 0; i < 560; i++) world.addCompany({ name: `Company ${i}`, createdAt });
    world.quirks.unstableTies = true;
    for (let i = 0; i < 3; i++) await mirror.sync();
    expect(mirrored(mirror)).toEqual(expected(world));
  });
});

describe('a source that is narrowed', () => {
  it('to companies has their deals, people, notes, tasks and meetings', async () => {
    const { sandbox, world } = await start();
    const { companies } = world.snapshot();
    const company = companies.find((each) => each.name?.includes('Lumen'))?.id ?? '';
    const mirror = attioMirror(sandbox, { now, filter: { company_ids: [company] } });
    await mirror.sync();
    const all = expected(world);
    const deals = all.deals.filter((deal) => deal.company_id === company);
    const guests = new Set(deals.flatMap((deal) => deal.people_ids as string[]));
    const people = all.people.filter((person) => person.company_id === company || guests.has(String(person.id)));
    const ours = new Set([company, ...deals.map(({ id }) => id), ...people.map(({ id }) => id)]);
    expect(deals.length).toBeGreaterThan(0);
    expect(mirrored(mirror)).toEqual({
      companies: all.companies.filter(({ id }) => id === company),
      people,
      deals,
      notes: all.notes.filter((note) => ours.has(note.record_id)),
      tasks: all.tasks.filter((task) => task.record_ids.some((id) => ours.has(id))),
      meetings: all.meetings.filter((meeting) => meeting.record_ids.some((id) => ours.has(id))),
    });
    expect((await mirror.sync()).changes).toEqual([]);
  });

  it('follows a deal that moves in or out, with what hangs on it', async () => {
    const { sandbox, world, ids, company } = await startMany(2, 4);
    const other = world.addCompany({ name: 'Other' });
    const [deal = ''] = ids;
    const mirror = attioMirror(sandbox, { now, filter: { company_ids: [other.id], deal_ids: ['none'] } });
    await mirror.sync();
    expect(mirrored(mirror)).toMatchObject({ deals: [], notes: [], companies: [{ name: 'Other' }] });
    world.setBudget(deal, 900);
    world.setValues(deal, 'associated_company', [other.id]);
    const moved = await mirror.sync();
    expect(mirrored(mirror)).toMatchObject({ deals: [{ id: deal }], notes: [{}, {}] });
    expect(of(moved, 'finance_entry_recorded').map((event) => event.payload['amount'])).toEqual([900, 1]);
    const [note = ''] = mirrored(mirror).notes.map(({ id }) => String(id));
    expect((await mirror.reread([`note:${note}`, `deals:${ids[1]}`, `companies:${company.id}`])).changes).toEqual([]);
    world.setValues(deal, 'associated_company', [company.id]);
    const left = await mirror.sync();
    expect(mirrored(mirror)).toMatchObject({ deals: [], notes: [] });
    expect(of(left, 'finance_entry_recorded').map((event) => event.payload['amount'])).toEqual([0, 0]);
    expect(left.texts.map((each) => each.text)).toEqual([null, null]);
  });

  it('to a deal has its people only', async () => {
    const { sandbox, world } = await start();
    const deal = world.snapshot().deals.find((each) => each.people_ids.length > 0);
    const mirror = attioMirror(sandbox, { now, filter: { deal_ids: [deal?.id] } });
    await mirror.sync();
    const { companies, people, deals } = mirrored(mirror);
    expect(companies).toEqual([]);
    expect(deals.map(({ id }) => id)).toEqual([deal?.id]);
    expect(people.map(({ id }) => id)).toEqual([...(deal?.people_ids ?? [])].sort());
  });
});

describe('what vendors do wrong', () => {
  it('one bad record of each kind fails alone, is not taken for deleted, and is healed by its ref', async () => {
    const { sandbox, world, mirror } = await start();
    await mirror.sync();
    minutes(5);
    world.churn({ stageMoves: 30, notes: 2, seed: 3 });
    for (const match of ['deals/records/query', 'people/records/query', '/notes?', '/tasks?', '/meetings?'])
      sandbox.faults.add({ match, kind: 'bad_shape' });
    const { failures, batches } = await mirror.sync();
    expect(new Set(failures.map((ref) => ref.split(':')[0]))).toEqual(
      new Set(['deals', 'people', 'note', 'task', 'meeting']),
    );
    expect(batches.flatMap((batch) => batch.failures ?? [])[0]?.message).toMatch(/values|created_at/);
    expect(mirror.rows(DEALS).every((row) => row['deleted_at'] === null)).toBe(true);
    sandbox.faults.clear();
    expect((await mirror.reread(failures)).failures).toEqual([]);
    expect(mirrored(mirror)).toEqual(expected(world));
    expect((await mirror.sync()).changes).toEqual([]);
  });

  it('a record without an id is healed by its place', async () => {
    const { sandbox, world, mirror } = await startMany(5, 0);
    sandbox.faults.add({ match: 'deals/records/query', kind: 'bad_shape', field: 'id', value: { record_id: 5 } });
    const { failures } = await mirror.sync();
    expect(failures).toEqual(['list:deals:0']);
    expect(mirror.living(DEALS)).toHaveLength(4);
    sandbox.faults.clear();
    expect((await mirror.reread(failures)).failures).toEqual([]);
    expect(mirrored(mirror)).toEqual(expected(world));
  });

  describe('records that the vendor stumbles over wherever they are listed', () => {
    async function broken(deals: number, places: readonly number[]) {
      const started = await startMany(deals, 0);
      const bad = places.map((place) => started.ids[place] ?? '');
      started.sandbox.faults.add({
        match: 'deals/records/query',
        kind: 'edit',
        edit(reply) {
          const text = JSON.stringify(reply.body);
          if (bad.some((id) => text.includes(id))) Object.assign(reply, { status: 500, body: { message: 'Oops' } });
        },
      });
      return started;
    }

    it.each([[[3, 4]], [[3, 4, 5, 6, 7]], [[8, 9]]])('fail alone, at the places %j', async (places) => {
      const { sandbox, world, mirror } = await broken(10, places);
      const { failures } = await mirror.sync();
      expect(failures).toEqual(places.map((place) => `list:deals:${place}`));
      expect(mirror.living(DEALS)).toHaveLength(10 - places.length);
      sandbox.faults.clear();
      expect((await mirror.reread(failures)).failures).toEqual([]);
      expect(mirrored(mirror)).toEqual(expected(world));
    });

    it('are told from an outage, which fails the list', async () => {
      const { mirror } = await broken(12, [3, 4, 5, 6, 7, 8, 9]);
      await expect(mirror.sync()).rejects.toMatchObject({ kind: 'vendor_error' });
      expect(mirror.statuses()).toMatchObject({ deals: 'failed', companies: 'ok' });
    });
  });

  it('limits and stumbles are waited out', async () => {
    const { sandbox, world, mirror } = await start();
    const clock = new OwnClock();
    mirror.of.clock = clock;
    sandbox.faults.add({ match: '/v2/', kind: 'rate_limit', times: 1 });
    sandbox.faults.add({ match: '/v2/', kind: 'status', status: 503, every: 4 });
    sandbox.faults.add({ match: '/v2/', kind: 'drop', every: 5 });
    await mirror.sync();
    // Attio says until when, in whole seconds.
    for (const wait of clock.waits) expect(wait).toBeLessThanOrEqual(2_000);
    expect(clock.waits.length).toBeLessThanOrEqual(1);
    expect(mirrored(mirror)).toEqual(expected(world));
  });

  it.each([
    ['a used-up quota', { kind: 'status', status: 403, body: { code: 'quota_exceeded' } }, 'rate_limited'],
    ['an unpaid bill', { kind: 'status', status: 403, body: { code: 'billing_error' } }, 'config'],
  ] as const)('%s is the failure of the sync, and the cursor stays', async (_name, rule, kind) => {
    const { sandbox, world, mirror } = await start();
    await mirror.sync();
    const { cursor } = mirror;
    minutes(5);
    world.churn({ notes: 3 });
    sandbox.faults.add({ match: '/v2/notes?', ...rule });
    await expect(mirror.sync()).rejects.toMatchObject({ kind });
    expect(mirror.cursor).toEqual(cursor);
    sandbox.faults.clear();
    await mirror.sync();
    expect(mirrored(mirror)).toEqual(expected(world));
  });

  it('an unknown ref is a failure, a record that is gone is marked, another object is none of ours', async () => {
    const { world, mirror, ids } = await startMany(2, 0);
    await mirror.sync();
    const [deal = '', other = ''] = ids;
    world.deleteRecord(deal);
    const object = world.schema.objectId('deals');
    const { failures } = await mirror.reread(['what', `record:${object}/${deal}`, `record:lists/${other}`]);
    expect(failures).toEqual(['what']);
    expect(mirrored(mirror)).toEqual(expected(world));
  });
});
