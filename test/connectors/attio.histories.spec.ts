import { it } from '@jest/globals';
import fc from 'fast-check';
import { attioMirror } from '../support/attio-mirror.js';
import type { AttioWorld } from '../../sandbox/sandbox.js';
import {
  type Choice,
  type HistoriesOf,
  randomHistories,
  type RandomHistory,
  RUNS,
  RUNS_LIMIT_MS,
} from './random-histories.js';
import { ATTIO_LISTS } from './attio-harness.js';
import { live } from './live.js';
import { AttioWitness } from './attio-witness.js';

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
  lists: ATTIO_LISTS,
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

/** A deal's value changes twice within one millisecond, and the second change has to be told as the later one. */
const WENT_WRONG: RandomHistory = {
  narrow: false,
  size: 1,
  commands: [
    { do: 'wait', ms: 1 },
    { do: 'reconcile', trouble: { kind: 'meanwhile', request: 1, change: 'value', numbers: [0, 467, 0, 0] } },
    { do: 'change', change: 'value', numbers: [0, 0, 0, 0] },
    { do: 'change', change: 'task', numbers: [0, 0, 0, 0] },
  ],
};

it(
  'any history of an Attio workspace ends with its tables, and every change told once',
  async () => {
    await fc.assert(
      fc.asyncProperty(randomHistories(attio), (history) => live(attio, history)),
      { ...RUNS, examples: [[WENT_WRONG]] },
    );
  },
  RUNS_LIMIT_MS,
);
