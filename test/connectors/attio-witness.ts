import { expect } from '@jest/globals';
import { expected, mirrored } from '../support/attio-expectation.js';
import type { Mirror } from '../support/mirror.js';
import type { AttioWorld } from '../../sandbox/sandbox.js';
import type { Witness } from './random-histories.js';

/** What has to come of a history of an Attio workspace. */
export class AttioWitness implements Witness {
  /** Activities that a sync had before it. */
  private readonly seen = new Set<string>();
  private readonly completions = new Map<string, Set<string | null>>();
  private complete = false;
  /** Stages in which a sync saw deals. */
  private readonly stages = new Map<string, string | null>();

  constructor(
    private readonly world: AttioWorld,
    private readonly mirror: Mirror,
  ) {}

  changed(): void {
    for (const { id, completed_at } of this.world.tables.tasks.values())
      this.completions.set(id, (this.completions.get(id) ?? new Set()).add(completed_at));
  }

  synced(): void {
    // The first one may go on where another stopped, and leave what happened in between to the next.
    if (!this.complete) {
      this.complete = true;
      return;
    }
    const { deals, notes, tasks, meetings } = this.expectedOfOurs();
    for (const { id } of [...notes, ...tasks, ...meetings]) this.seen.add(String(id));
    for (const { id, stage } of deals as { id: string; stage: string | null }[]) {
      if (this.world.isMerging(id)) continue;
      const moved = this.stages.has(id) && this.stages.get(id) !== stage;
      const latest = this.eventsOf('deal_stage_changed').findLast(({ source_ref }) => source_ref === id);
      if (moved) expect([id, latest?.payload['to']]).toEqual([id, stage]);
      this.stages.set(id, stage);
    }
  }

  /** Every sync looks at all there is; one that goes on where the first one stopped leaves what is gone to the next. */
  async settle(): Promise<void> {
    await this.mirror.sync();
    await this.mirror.sync();
    this.synced();
  }

  check(): void {
    expect(mirrored(this.mirror)).toEqual(this.expectedOfOurs());
    this.checkMoney();
    this.checkStages();
    this.checkActivities();
  }

  /** The latest amount of every entry is the source's. */
  private checkMoney(): void {
    const amounts = new Map<string, unknown>();
    const byTime = this.eventsOf('finance_entry_recorded').sort(
      (a, b) => a.occurred_at.getTime() - b.occurred_at.getTime(),
    );
    for (const { payload } of this.eventsOf('finance_entry_recorded'))
      amounts.set(String(payload['entry_id']), payload['amount']);
    const latest = new Map(byTime.map(({ payload }) => [String(payload['entry_id']), payload['amount']]));
    expect(latest).toEqual(amounts);
    const theirs = new Map<string, number>();
    for (const { id, stage, value, budget, cost } of this.expectedOfOurs().deals) {
      theirs.set(`${String(id)}:planned_budget`, Number(budget));
      theirs.set(`${String(id)}:cost`, Number(cost));
      theirs.set(`${String(id)}:revenue`, stage === 'Won' ? Number(value) : 0);
      theirs.set(`${String(id)}:expected_revenue`, stage === 'Won' || stage === 'Lost' ? 0 : Number(value));
    }
    const known = (of: Map<string, unknown>) => [...of].filter(([, each]) => each !== 0).sort();
    expect(known(amounts)).toEqual(known(theirs));
  }

  /** The events of a deal's stages lead from one to the next, and to the one it is in. */
  private checkStages(): void {
    const stages = new Map(this.expectedOfOurs().deals.map(({ id, stage }) => [String(id), stage]));
    const last = new Map<string, unknown>();
    for (const event of this.eventsOf('deal_stage_changed')) {
      const { payload } = event;
      const source_ref = String(event.source_ref);
      const { from, to } = payload;
      expect([source_ref, last.get(source_ref) ?? from]).toEqual([source_ref, from]);
      expect(from).not.toEqual(to);
      last.set(source_ref, to);
    }
    for (const [id, stage] of last) if (stages.has(id)) expect([id, stage]).toEqual([id, stages.get(id)]);
  }

  private checkActivities(): void {
    const events = [...this.eventsOf('note_logged'), ...this.eventsOf('activity_logged')];
    const created = events.filter(({ payload }) => payload['action'] !== 'completed').map((event) => event.source_ref);
    expect(new Set(created).size).toBe(created.length);
    expect([...this.seen].filter((id) => !created.includes(id))).toEqual([]);
    const completed = events.filter(({ payload }) => payload['action'] === 'completed');
    for (const { source_ref, occurred_at } of completed) {
      const times = [...(this.completions.get(String(source_ref)) ?? [])].map((at) => at && Date.parse(at));
      expect([source_ref, times]).toEqual([source_ref, expect.arrayContaining([occurred_at.getTime()])]);
    }
    for (const { id, is_completed } of this.expectedOfOurs().tasks)
      if (is_completed) expect(completed.map((event) => event.source_ref)).toContain(id);
    for (const type of ['invoice_sent', 'invoice_paid']) {
      const refs = this.eventsOf(type).map((event) => event.source_ref);
      expect(new Set(refs).size).toBe(refs.length);
    }
  }

  /** The named company and its deals, the people of both, and what is said of any of them. */
  private expectedOfOurs(): ReturnType<typeof expected> {
    const all = expected(this.world);
    const named = this.mirror.of.source.filter['company_ids'];
    if (!Array.isArray(named)) return all;
    const companies = all.companies.filter(({ id }) => named.includes(id));
    const deals = all.deals.filter((row) => named.includes(row.company_id));
    const ofDeals = deals.flatMap((row) => row.people_ids);
    const people = all.people.filter((row) => named.includes(row.company_id) || ofDeals.includes(row.id));
    const ours = new Set([...named, ...deals.map(({ id }) => id), ...people.map(({ id }) => id)]);
    return {
      companies,
      deals,
      people,
      notes: all.notes.filter((row) => ours.has(row.record_id)),
      tasks: all.tasks.filter((row) => row.record_ids.some((id) => ours.has(id))),
      meetings: all.meetings.filter((row) => row.record_ids.some((id) => ours.has(id))),
    };
  }

  private eventsOf(type: string) {
    return [...this.mirror.log.values()].filter(({ event_type }) => event_type === type);
  }
}
