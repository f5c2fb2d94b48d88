import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json } from '../client.js';
import { type Sandbox, startSandbox } from '../sandbox.js';
import { AttioClient } from './client.js';
import type { AttioWorld } from './world.js';

const NOW = Date.UTC(2026, 4, 5, 9);

describe('Attio notes, tasks, meetings and members', () => {
  let sandbox: Sandbox;
  let world: AttioWorld;
  let client: AttioClient;

  beforeAll(async () => {
    sandbox = await startSandbox({ now: () => NOW });
    world = sandbox.attio;
    client = new AttioClient(sandbox);
  });
  afterAll(() => sandbox.close());

  it('gives ten notes, at most fifty, by parent if asked', async () => {
    const all = world.snapshot().notes;
    expect((await client.get('/notes')).body.data).toHaveLength(10);
    expect((await client.get('/notes?limit=51')).body.code).toBe('validation_type');
    const seen = await client.list('/notes', 50);
    expect(seen.map((row) => row.id.note_id).sort()).toEqual(all.map((row) => row.id).sort());
    const [note] = all;
    const path = `/notes?parent_object=${note?.parent_object}&parent_record_id=${note?.parent_record_id}&limit=50`;
    const own = (await client.get(path)).body.data;
    expect(own.map((row: Json) => row.parent_record_id)).toEqual(own.map(() => note?.parent_record_id));
    expect(own).toHaveLength(all.filter((row) => row.parent_record_id === note?.parent_record_id).length);
  });

  it('shows an edited note without any date of it', async () => {
    const record = world.tables.recordsOf('deals')[0]?.id ?? '';
    const note = world.addNote({
      record,
      title: 'Call',
      content: '## Agreed\n- **two** payments, see [it](https://x.example)',
    });
    const before = (await client.get(`/notes/${note.id}`)).body.data;
    expect(before.content_plaintext).toBe('Agreed\ntwo payments, see it');
    world.takeEvents();
    world.editNote(note.id, { title: 'Call with Neil' });
    world.editNote(note.id, { content: 'One payment' });
    expect(world.takeEvents().map((event) => event.event_type)).toEqual(['note.updated', 'note-content.updated']);
    const after = (await client.get(`/notes/${note.id}`)).body.data;
    const changed = { title: 'Call with Neil', content_markdown: 'One payment', content_plaintext: 'One payment' };
    expect(after).toEqual({ ...before, ...changed });
    world.deleteNote(note.id);
    expect((await client.get(`/notes/${note.id}`)).body.code).toBe('not_found');
  });

  it('sorts and filters tasks', async () => {
    const all = (await client.get('/tasks')).body.data;
    expect(all.map((row: Json) => row.id.task_id)).toEqual(world.snapshot().tasks.map((row) => row.id));
    const open = (await client.get('/tasks?is_completed=false')).body.data;
    const task = open[0];
    world.completeTask(task.id.task_id);
    const latest = (await client.get('/tasks?sort=completed_at:desc&limit=1')).body.data[0];
    expect(latest).toMatchObject({ id: task.id, is_completed: true, completed_at: expect.stringMatching(/\d{9}Z$/) });
    const [link] = latest.linked_records;
    const linked = await client.get(`/tasks?linked_object=deals&linked_record_id=${link.target_record_id}`);
    expect(linked.body.data.map((row: Json) => row.id.task_id)).toContain(task.id.task_id);
    const mine = await client.get('/tasks?assignee=oleg@agency.example');
    expect(mine.body.data.length).toBeGreaterThan(0);
    expect((await client.get('/tasks?sort=deadline_at:asc')).status).toBe(400);
    expect((await client.get('/tasks?limit=501')).status).toBe(400);
  });

  it('pages meetings by cursor, and is closed to some plans', async () => {
    const seen: Json[] = [];
    let cursor: string | null = '';
    do {
      const { body }: Json = await client.get(`/meetings?limit=5${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...body.data);
      cursor = body.pagination.next_cursor;
    } while (cursor !== null);
    expect(seen.map((row) => row.id.meeting_id).sort()).toEqual(
      world
        .snapshot()
        .meetings.map((row) => row.id)
        .sort(),
    );
    const starts = seen.map((row) => row.start.datetime ?? row.start.date);
    expect(starts).toEqual([...starts].sort());
    expect(seen.filter((row) => row.is_all_day).map((row) => Object.keys(row.start))).toContainEqual(['date']);
    const today = new Date(NOW).toISOString();
    expect((await client.get(`/meetings?starts_before=${today}`)).body.data).toHaveLength(10);
    expect((await client.get(`/meetings?ends_from=${today}`)).body.data).toHaveLength(2);
    expect((await client.get('/meetings?participants=neil@oharafunerals.example')).body.data).toHaveLength(1);
    for (const bad of ['limit=201', 'cursor=abc', 'sort=newest']) {
      expect((await client.get(`/meetings?${bad}`)).status).toBe(400);
    }
    world.quirks.meetings = 'forbidden';
    expect((await client.get('/meetings')).body).toMatchObject({ status_code: 403, type: 'auth_error' });
    world.quirks.meetings = 'missing';
    expect((await client.get('/meetings')).body).toMatchObject({ status_code: 404, code: 'not_found' });
    world.quirks.meetings = 'available';
  });

  it('moves the interactions of those who meet', async () => {
    const person = world.addPerson({ name: 'Ann Lee', emails: ['ann@lee.example'] });
    world.addMeeting({ title: 'Soon', start: NOW + 86_400_000, records: [person.id] });
    world.addMeeting({ title: 'Then', start: NOW - 86_400_000, records: [person.id] });
    const { values } = (await client.get(`/objects/people/records/${person.id}`)).body.data;
    expect(values.last_interaction[0]).toMatchObject({
      attribute_type: 'interaction',
      interaction_type: 'calendar-event',
      interacted_at: '2026-05-04T09:00:00.000000000Z',
    });
    expect(values.next_interaction[0].interacted_at).toBe('2026-05-06T09:00:00.000000000Z');
  });

  it('lists the members', async () => {
    const { body } = await client.get('/workspace_members');
    expect(body.data.map((row: Json) => [row.first_name, row.access_level])).toEqual([
      ['Marta', 'admin'],
      ['Oleg', 'member'],
      ['Priya', 'member'],
    ]);
  });
});
