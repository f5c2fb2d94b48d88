import { afterEach, describe, expect, it } from '@jest/globals';
import { expected, mirrored } from '../../../test/support/attio-expectation.js';
import { attioMirror } from '../../../test/support/attio-mirror.js';
import type { Mirror, MirrorOptions } from '../../../test/support/mirror.js';
import { seededRandom } from '../../../sandbox/random.js';
import { attioDelivery, type Sandbox, startSandbox, type WebhookEvent } from '../../../sandbox/sandbox.js';
import { attioWebhooks } from './webhook.js';

const SECRET = 'a-secret-that-attio-made';

function read(events: unknown, { secret = SECRET, headers = {} }: { secret?: string; headers?: object } = {}) {
  const sent = attioDelivery(events as WebhookEvent[], secret, { idempotencyKey: 'd1' });
  const body = JSON.parse(sent.body) as Record<string, unknown>;
  return attioWebhooks.read(
    { headers: { ...sent.headers, ...headers }, rawBody: Buffer.from(sent.body), body },
    SECRET,
    0,
  );
}

describe('webhooks', () => {
  it.each([
    ['record.created', { object_id: 'o', record_id: 'r' }, ['record:o/r']],
    ['record.updated', { object_id: 'o', record_id: 'r', attribute_id: 'a' }, ['record:o/r']],
    ['record.deleted', { object_id: 'o', record_id: 'r' }, ['record:o/r']],
    ['record.merged', { object_id: 'o', record_id: 'r' }, ['record:o/r', 'record:o2/r2']],
    ['note.created', { note_id: 'n' }, ['note:n']],
    ['note.updated', { note_id: 'n' }, ['note:n']],
    ['note-content.updated', { note_id: 'n' }, ['note:n']],
    ['note.deleted', { note_id: 'n' }, ['note:n']],
    ['task.created', { task_id: 't' }, ['task:t']],
    ['task.updated', { task_id: 't' }, ['task:t']],
    ['task.deleted', { task_id: 't' }, ['task:t']],
    ['call-recording.created', { meeting_id: 'm', call_recording_id: 'c' }, ['meeting:m']],
    ['list-entry.created', { list_id: 'l', entry_id: 'e' }, []],
    ['list.created', { list_id: 'l' }, []],
    ['object-attribute.updated', { object_id: 'o', attribute_id: 'a' }, []],
    ['comment.created', { thread_id: 'h', comment_id: 'c' }, []],
    ['workspace-member.created', { workspace_member_id: 'w' }, []],
    ['invented.yesterday', { record_id: 'r' }, []],
    ['record.updated', { record_id: 'r' }, []],
    ['record.updated', { object_id: '../self', record_id: 'r' }, []],
    ['note.created', { note_id: 'n'.repeat(101) }, []],
    ['note.created', null, []],
  ])('%s of %j names %j', (event_type, id, refs) => {
    const duplicate = event_type === 'record.merged' ? { duplicate_object_id: 'o2', duplicate_record_id: 'r2' } : {};
    expect(read([{ event_type, id, ...duplicate }])).toEqual({ deliveryId: 'd1', refs });
  });

  it('may hold several events, of which each record is named once', () => {
    const of = (record_id: string) => ({ event_type: 'record.updated', id: { object_id: 'o', record_id } });
    expect(read([of('1'), of('2'), of('1'), 'none', null]).refs).toEqual(['record:o/1', 'record:o/2']);
    expect(read(Array(4000).fill(of('1'))).refs).toEqual(['record:o/1']);
    expect(read('none').refs).toEqual([]);
  });

  it('are refused when forged or without an id', () => {
    expect(() => read([], { secret: 'another' })).toThrow(/signature/);
    expect(() => read([], { headers: { 'attio-signature': 'no' } })).toThrow(/signature/);
    expect(() => read([], { headers: { 'idempotency-key': '' } })).toThrow(/Idempotency-Key/);
  });

  it('are known by the copy of the signature where a proxy drops the first', () => {
    expect(read([], { headers: { 'attio-signature': undefined } }).deliveryId).toBe('d1');
  });

  it('have the same id when they are sent again, however much later', () => {
    const event = { event_type: 'note.created', id: { note_id: 'n' } };
    expect(read([event])).toEqual(read([event]));
  });
});

describe('what webhooks name, read again', () => {
  let clock = Date.UTC(2026, 4, 5, 9);
  const open: Sandbox[] = [];
  afterEach(() => Promise.all(open.splice(0).map((each) => each.close())));

  async function start(filterOf?: (sandbox: Sandbox) => MirrorOptions['filter']) {
    const now = () => clock;
    const sandbox = await startSandbox({ now });
    open.push(sandbox);
    const filter = filterOf?.(sandbox) ?? {};
    const mirror = attioMirror(sandbox, { now, filter });
    await mirror.sync();
    sandbox.attio.takeEvents();
    clock += 60_000;
    const other = () => attioMirror(sandbox, { now, filter });
    return { world: sandbox.attio, mirror, other };
  }
  /** What the deliveries of these events name, in an order of chance, some of them twice. */
  function refsOf(events: readonly WebhookEvent[], seed: number): string[] {
    const random = seededRandom(seed);
    const sent = [...events, ...events.filter(() => random.next() < 0.2)];
    const shuffled = sent.map((event) => ({ event, at: random.next() })).sort((a, b) => a.at - b.at);
    return shuffled.flatMap(({ event }) => read([event]).refs);
  }

  it.each([1, 2, 3])('is what a sync would find, in any order (seed %i)', async (seed) => {
    const { world, mirror } = await start();
    world.churn({ deals: 6, stageMoves: 9, valueChanges: 9, notes: 6, noteEdits: 6, deletions: 9, merges: 3, seed });
    const { deals, tasks } = world.snapshot();
    const task = world.addTask({ content: 'Send the offer', records: [deals[0]?.id ?? ''] });
    world.completeTask(task.id);
    world.deleteTask(tasks[0]?.id ?? '');
    const { failures } = await mirror.reread(refsOf(world.takeEvents(), seed));
    expect(failures).toEqual([]);
    expect(mirrored(mirror)).toEqual(expected(world));
    const { events, texts } = await mirror.sync();
    expect([events, texts]).toEqual([[], []]);
  });

  it('is a meeting of which a recording tells', async () => {
    const { world, mirror } = await start();
    const meeting = world.addMeeting({
      title: 'Kick-off',
      start: clock,
      records: [world.snapshot().deals[0]?.id ?? ''],
    });
    const recording = { event_type: 'call-recording.created', id: { meeting_id: meeting.id, call_recording_id: 'c' } };
    await mirror.reread(read([recording]).refs);
    expect(mirrored(mirror)).toEqual(expected(world));
  });

  it('is a merge that is not through yet, once it is', async () => {
    const { world, mirror } = await start();
    const [first, second] = world.snapshot().companies;
    const merged = world.mergeRecords(first?.id ?? '', second?.id ?? '', { settleAfterMs: Infinity });
    const { failures } = await mirror.reread(refsOf(world.takeEvents(), 1));
    expect(failures).toContain(`companies:${merged.id}`);
    world.finishMerges();
    expect((await mirror.reread(failures)).failures).toEqual([]);
    expect(mirrored(mirror)).toEqual(expected(world));
  });

  describe('under a filter', () => {
    const ids = (mirror: Mirror) =>
      Object.fromEntries(Object.entries(mirrored(mirror)).map(([kind, rows]) => [kind, rows.map(({ id }) => id)]));
    const companyWithDeals = ({ attio }: Sandbox) =>
      attio.snapshot().deals.find((deal) => deal.company_id !== null)?.company_id ?? '';
    const oneCompany = (sandbox: Sandbox) => ({ company_ids: [companyWithDeals(sandbox)] });

    it('brings nothing in of what lies outside', async () => {
      const { world, mirror } = await start(oneCompany);
      const before = ids(mirror);
      const company = world.addCompany({ name: 'Elsewhere' });
      const person = world.addPerson({ name: 'Ada Else', company: company.id });
      const deal = world.addDeal({ name: 'Other', company: company.id, people: [person.id] });
      for (const record of [company.id, person.id, deal.id]) {
        world.addNote({ record, title: 'Call', content: 'About something else' });
        world.addTask({ content: 'Call back', records: [record] });
      }
      const { changes, failures } = await mirror.reread(refsOf(world.takeEvents(), 1));
      expect([changes, failures]).toEqual([[], []]);
      expect(ids(mirror)).toEqual(before);
    });

    it('brings a deal in with its people and notes, however they are ordered, and takes it out again', async () => {
      const { world, mirror, other } = await start(oneCompany);
      const before = ids(mirror);
      const company = before['companies']?.[0] as string;
      const elsewhere = world.addCompany({ name: 'Elsewhere' });
      const person = world.addPerson({ name: 'Ada Else', company: elsewhere.id });
      const deal = world.addDeal({ name: 'Website', company, people: [person.id] });
      const note = world.addNote({ record: deal.id, title: 'Call', content: 'They like it' });
      const refs = world.takeEvents().flatMap((event) => read([event]).refs);
      await mirror.reread(refs.reverse());
      expect(ids(mirror)['notes']).toContain(note.id);
      const polled = other();
      await polled.sync();
      expect(mirrored(mirror)).toEqual(mirrored(polled));

      world.setValues(deal.id, 'associated_company', [elsewhere.id]);
      await mirror.reread(refsOf(world.takeEvents(), 1));
      expect(ids(mirror)['deals']).toEqual(before['deals']);
      expect(ids(mirror)['notes']).toEqual(before['notes']);
    });
  });
});
