import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { expected, mirrored } from '../support/attio-expectation.js';
import { attioMirror } from '../support/attio-mirror.js';
import type { Mirror } from '../support/mirror.js';
import type { AttioWorld } from '../vendors/sandbox.js';
import { type Choice, type HistoriesOf, live, randomHistories, RUNS, type Witness } from './random-histories.js';

const STAGES = ['Lead', 'Proposal', 'Won', 'Lost'];
const TEXTS = ['We spoke on the phone', 'Invoice 12 was sent', 'They paid the invoice', ''];

/** Records that are not being merged. */
const idsOf = (world: AttioWorld, object: 'companies' | 'people' | 'deals') =>
  world.tables
    .recordsOf(object)
    .map((row) => row.id)
    .filter((id) => !world.isMerging(id));
const anyRecord = (world: AttioWorld, choose: Choice) =>
  choose.of([...idsOf(world, 'deals'), ...idsOf(world, 'companies'), ...idsOf(world, 'people')]);
const amount = (choose: Choice) => [null, 0, 100, 250, 900][choose.below(5)] ?? null;

function change(
  weight: number,
  object: 'companies' | 'people' | 'deals',
  make: (world: AttioWorld, id: string, choose: Choice) => void,
) {
  return {
    weight,
    make(world: AttioWorld, choose: Choice) {
      const id = choose.of(idsOf(world, object));
      if (id !== undefined) make(world, id, choose);
    },
  };
}

function addDeal(world: AttioWorld, choose: Choice): void {
  const person = choose.of(idsOf(world, 'people'));
  world.addDeal({
    name: `deal ${choose.below(99)}`,
    stage: choose.of(STAGES),
    value: amount(choose),
    budget: amount(choose),
    cost: amount(choose),
    company: choose.of(idsOf(world, 'companies')) ?? null,
    people: person === undefined ? [] : [person],
  });
}

let people = 0;
const addPerson = (world: AttioWorld, company: string | null) =>
  world.addPerson({ name: 'Ada Ray', emails: [`person${(people += 1)}@example.org`], company });

const attio: HistoriesOf<AttioWorld> = {
  world: (sandbox) => sandbox.attio,
  mirror(sandbox, now, narrow) {
    const [company] = idsOf(sandbox.attio, 'companies');
    return attioMirror(sandbox, { now, filter: narrow && company !== undefined ? { company_ids: [company] } : {} });
  },
  manyRows: 55,
  begin(world, size) {
    for (let i = 0; i < size; i++) {
      const { id } = world.addCompany({ name: `company ${i}` });
      addPerson(world, id);
      const deal = world.addDeal({ name: `early ${i}`, value: 100 * i, budget: 70 * i, company: id });
      world.addNote({ record: deal.id, title: 'Call', content: `about ${i}` });
    }
  },
  changes: {
    company: { weight: 1, make: (world, choose) => void world.addCompany({ name: `company ${choose.below(99)}` }) },
    person: { weight: 1, make: (world, choose) => void addPerson(world, choose.of(idsOf(world, 'companies')) ?? null) },
    deal: { weight: 3, make: addDeal },
    stage: change(3, 'deals', (world, id, choose) => world.setStage(id, choose.of(STAGES) ?? 'Lead')),
    value: change(3, 'deals', (world, id, choose) => world.setValue(id, amount(choose))),
    budget: change(2, 'deals', (world, id, choose) => world.setBudget(id, amount(choose))),
    cost: change(2, 'deals', (world, id, choose) => world.setCost(id, amount(choose))),
    dealName: change(1, 'deals', (world, id, choose) => world.rename(id, `renamed ${choose.below(99)}`)),
    companyName: change(1, 'companies', (world, id, choose) => world.rename(id, `renamed ${choose.below(99)}`)),
    personName: change(1, 'people', (world, id, choose) => world.rename(id, `Ada Renamed${choose.below(99)}`)),
    employer: change(1, 'people', (world, id, choose) => {
      const company = choose.of(idsOf(world, 'companies'));
      world.setValues(id, 'company', company === undefined ? [] : [company]);
    }),
    goneDeal: change(1, 'deals', (world, id) => world.deleteRecord(id)),
    gonePerson: change(1, 'people', (world, id) => world.deleteRecord(id)),
    goneCompany: change(1, 'companies', (world, id) => world.deleteRecord(id)),
    merge: {
      weight: 2,
      make(world, choose) {
        const object = choose.of(['deals', 'deals', 'people', 'companies'] as const) ?? 'deals';
        const [one, other] = [choose.of(idsOf(world, object)), choose.of(idsOf(world, object))];
        // Half of them take a while, in which none of the three can be read.
        const settleAfterMs = choose.below(2) * 60_000;
        if (one !== undefined && other !== undefined && one !== other)
          world.mergeRecords(one, other, { settleAfterMs });
      },
    },
    note: {
      weight: 2,
      make(world, choose) {
        const record = anyRecord(world, choose);
        if (record !== undefined) world.addNote({ record, title: 'Note', content: choose.of(TEXTS) ?? '' });
      },
    },
    noteEdit: {
      weight: 1,
      make(world, choose) {
        const id = choose.of(world.tables.notes.keys());
        if (id !== undefined) world.editNote(id, { content: choose.of(TEXTS) });
      },
    },
    goneNote: {
      weight: 1,
      make(world, choose) {
        const id = choose.of(world.tables.notes.keys());
        if (id !== undefined) world.deleteNote(id);
      },
    },
    task: {
      weight: 2,
      make(world, choose) {
        const record = anyRecord(world, choose);
        world.addTask({ content: choose.of(TEXTS) ?? '', records: record === undefined ? [] : [record] });
      },
    },
    taskDone: {
      weight: 2,
      make(world, choose) {
        const task = choose.of(world.tables.tasks.values());
        if (task?.is_completed) world.reopenTask(task.id);
        else if (task) world.completeTask(task.id);
      },
    },
    goneTask: {
      weight: 1,
      make(world, choose) {
        const id = choose.of(world.tables.tasks.keys());
        if (id !== undefined) world.deleteTask(id);
      },
    },
    meeting: {
      weight: 1,
      make(world, choose) {
        const record = anyRecord(world, choose);
        const start = world.now() + (choose.below(5) - 2) * 86_400_000;
        world.addMeeting({ title: 'Workshop', start, records: record === undefined ? [] : [record] });
      },
    },
    goneMeeting: {
      weight: 1,
      make(world, choose) {
        const id = choose.of(world.tables.meetings.keys());
        if (id !== undefined) world.deleteMeeting(id);
      },
    },
  },
  refs: (world) => [
    ...idsOf(world, 'deals')
      .slice(0, 5)
      .map((id) => `deals:${id}`),
    ...idsOf(world, 'people')
      .slice(0, 2)
      .map((id) => `record:people/${id}`),
    ...idsOf(world, 'companies')
      .slice(0, 2)
      .map((id) => `companies:${id}`),
    ...[...world.tables.notes.keys()].slice(-2).map((id) => `note:${id}`),
    ...[...world.tables.tasks.keys()].slice(-2).map((id) => `task:${id}`),
    'deals:00000000-0000-4000-a000-000000000000',
  ],
  witness: (world, mirror) => new AttioWitness(world, mirror),
};

class AttioWitness implements Witness {
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
      const told = this.eventsOf('deal_stage_changed').findLast(({ source_ref }) => source_ref === id);
      if (moved) expect([id, told?.payload['to']]).toEqual([id, stage]);
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
    }
    const told = (of: Map<string, unknown>) => [...of].filter(([, each]) => each !== 0).sort();
    expect(told(amounts)).toEqual(told(theirs));
  }

  /** What is told of a deal's stages leads from one to the next, and to the one it is in. */
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

it('any history of an Attio workspace ends with its tables, and every change told once', async () => {
  await fc.assert(
    fc.asyncProperty(randomHistories(attio), (history) => live(attio, history)),
    RUNS,
  );
}, 600_000);
