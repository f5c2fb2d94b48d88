import { describe, expect, it } from '@jest/globals';
import type { Json } from '../client.js';
import { startSandbox } from '../sandbox.js';
import { AttioClient } from './client.js';
import { addMembers, seedSales } from './seed.js';
import { AttioWorld } from './world.js';

const NOW = Date.UTC(2026, 4, 5, 9, 17);

function agency(seed = 1): AttioWorld {
  const world = new AttioWorld({ now: () => NOW });
  addMembers(world);
  seedSales(world, seed);
  return world;
}

describe('Attio world', () => {
  it('seeds half a year of sales, all of it in the past, the same for the same seed', () => {
    const state = agency().snapshot();
    expect(agency().snapshot()).toEqual(state);
    expect(agency(2).snapshot()).not.toEqual(state);
    const { companies, people, deals, notes, tasks, meetings } = state;
    expect([companies.length, people.length, deals.length, tasks.length, meetings.length]).toEqual([
      14, 30, 25, 30, 12,
    ]);
    expect(notes.length).toBeGreaterThanOrEqual(60);
    expect(new Set(deals.map((row) => row.stage)).size).toBe(6);
    expect(deals.some((row) => row.value === null)).toBe(true);
    expect(companies.filter((row) => row.created_at === companies[0]?.created_at).length).toBeGreaterThan(5);
    const latest = [...companies, ...people, ...deals, ...notes, ...tasks, ...meetings]
      .map((row) => row.created_at)
      .sort();
    expect((latest.at(-1) ?? '') < new Date(NOW).toISOString()).toBe(true);
    expect(notes.some((row) => /\{\w+\}/.test(row.title + row.content))).toBe(false);
    expect(tasks.some((row) => /\{\w+\}/.test(row.content))).toBe(false);
  });

  it('churns the same way for the same seed', () => {
    const plan = {
      deals: 20,
      stageMoves: 30,
      valueChanges: 30,
      notes: 20,
      noteEdits: 5,
      deletions: 15,
      merges: 5,
      seed: 4,
    };
    const [one, two] = [agency(), agency()];
    const result = one.churn(plan);
    expect(two.churn(plan)).toEqual(result);
    expect(two.snapshot()).toEqual(one.snapshot());
    expect([result.dealIds.length, result.movedIds.length, result.merges.length]).toEqual([20, 30, 5]);
    const there = new Set(one.tables.records.keys());
    for (const { from } of result.merges) expect(from.some((id) => there.has(id))).toBe(false);
    const dangling = one.snapshot().deals.filter((row) => row.company_id !== null && !there.has(row.company_id));
    expect(dangling).toEqual([]);
    const events = one.takeEvents();
    expect(events.filter((event) => event.event_type === 'record.merged')).toHaveLength(10);
  });

  it('shows over the API exactly what the snapshot says', async () => {
    const sandbox = await startSandbox({ now: () => NOW });
    try {
      sandbox.attio.churn({
        deals: 40,
        stageMoves: 40,
        valueChanges: 40,
        notes: 60,
        deletions: 20,
        merges: 4,
        seed: 9,
      });
      const client = new AttioClient(sandbox);
      const state = sandbox.attio.snapshot();
      const first = (values: Json[], field = 'value'): Json => values[0]?.[field] ?? null;
      const deals = (await client.scan('deals', 20)).map(({ id, created_at, values }) => ({
        id: id.record_id,
        created_at,
        name: first(values.name),
        stage: first(values.stage, 'status')?.title ?? null,
        value: first(values.value, 'currency_value'),
        budget: first(values.budget, 'currency_value'),
        cost: first(values.cost, 'currency_value'),
        currency: first(values.value, 'currency_code'),
        owner_id: first(values.owner, 'referenced_actor_id'),
        company_id: first(values.associated_company, 'target_record_id'),
        people_ids: values.associated_people.map((row: Json) => row.target_record_id),
        next_step: first(values.next_step),
        close_date: first(values.close_date),
      }));
      const byId = (rows: Json[]): Map<string, Json> => new Map(rows.map((row) => [row.id, row]));
      expect(byId(deals)).toEqual(byId(state.deals));
      const notes = (await client.list('/notes', 50)).map((row) => ({
        id: row.id.note_id,
        created_at: row.created_at,
        parent_object: row.parent_object,
        parent_record_id: row.parent_record_id,
        title: row.title,
        content: row.content_plaintext,
        meeting_id: row.meeting_id,
      }));
      expect(byId(notes)).toEqual(byId(state.notes));
      const people = (await client.scan('people', 500)).map(
        ({ id, values }) => [id.record_id, first(values.company, 'target_record_id')] as const,
      );
      expect(new Map(people)).toEqual(new Map(state.people.map((row) => [row.id, row.company_id])));
    } finally {
      await sandbox.close();
    }
  });
});
