import { type Random, seededRandom } from '../random.js';
import { churnText } from '../seed/churn-text.js';
import type { NewDeal, NewNote } from './mutations.js';
import { OBJECTS, type Schema } from './schema.js';
import type { Tables } from './tables.js';

/** What churn needs of a world: its rows, and the changes it can make to them. */
export interface Changeable {
  readonly schema: Schema;
  readonly tables: Tables;
  isMerging(id: string): boolean;
  addDeal(deal: NewDeal): { id: string };
  setStage(dealId: string, title: string): void;
  setValue(dealId: string, amount: number | null): void;
  setBudget(dealId: string, amount: number | null): void;
  setCost(dealId: string, amount: number | null): void;
  addNote(note: NewNote): { id: string };
  editNote(id: string, change: { content?: string }): { id: string };
  deleteNote(id: string): void;
  deleteRecord(id: string): void;
  mergeRecords(firstId: string, secondId: string): { id: string };
}

export interface ChurnPlan {
  /** New ones. */
  deals?: number;
  stageMoves?: number;
  valueChanges?: number;
  /** New ones. */
  notes?: number;
  noteEdits?: number;
  /** Of deals mostly, of notes, and now and then of a person with all that hangs on him. */
  deletions?: number;
  merges?: number;
  seed?: number;
}

export interface ChurnResult {
  dealIds: string[];
  movedIds: string[];
  revaluedIds: string[];
  noteIds: string[];
  editedNoteIds: string[];
  /** Records and notes that were deleted by name; a record takes its notes along. */
  deletedIds: string[];
  merges: { from: [string, string]; to: string }[];
}

/**
 * Life goes on. The same seed on the same world makes the same changes; a record touched early may be deleted or merged
 * later in the same call.
 */
export function churn(world: Changeable, plan: ChurnPlan): ChurnResult {
  const random = seededRandom(plan.seed ?? 1);
  const result: ChurnResult = {
    dealIds: [],
    movedIds: [],
    revaluedIds: [],
    noteIds: [],
    editedNoteIds: [],
    deletedIds: [],
    merges: [],
  };
  const ids = (object: string): string[] =>
    world.tables
      .recordsOf(object)
      .map((row) => row.id)
      .filter((id) => !world.isMerging(id));
  const some = (from: readonly string[]): string | undefined => (from.length > 0 ? random.pick(from) : undefined);
  const times = (count: number | undefined, act: () => void): void => {
    for (let i = 0; i < (count ?? 0); i++) act();
  };

  times(plan.deals, () => result.dealIds.push(addDeal(world, random, some(ids('companies')), some(ids('people')))));
  const deals = ids('deals');
  times(plan.stageMoves, () => {
    const id = some(deals);
    if (id === undefined) return;
    world.setStage(id, otherStage(world, id, random));
    result.movedIds.push(id);
  });
  times(plan.valueChanges, () => {
    const id = some(deals);
    if (id === undefined) return;
    const amount = random.int(10, 900) * 50 + random.int(1, 49);
    random.pick([
      () => world.setValue(id, amount),
      () => world.setBudget(id, amount),
      () => world.setCost(id, amount),
    ])();
    result.revaluedIds.push(id);
  });
  times(plan.notes, () => {
    const record = some(ids(random.next() < 0.7 ? 'deals' : 'companies'));
    if (record === undefined) return;
    result.noteIds.push(world.addNote({ record, title: 'Call', content: churnText(random) }).id);
  });
  times(plan.noteEdits, () => {
    const id = some([...world.tables.notes.keys()]);
    if (id !== undefined) result.editedNoteIds.push(world.editNote(id, { content: churnText(random) }).id);
  });
  times(plan.deletions, () => {
    const kind = random.next();
    const note = kind >= 0.5 && kind < 0.9;
    const id = some(note ? [...world.tables.notes.keys()] : ids(kind < 0.5 ? 'deals' : 'people'));
    if (id === undefined) return;
    if (note) world.deleteNote(id);
    else world.deleteRecord(id);
    result.deletedIds.push(id);
  });
  times(plan.merges, () => {
    const rows = ids(random.pick(OBJECTS));
    const first = some(rows);
    const second = some(rows.filter((id) => id !== first));
    if (first === undefined || second === undefined) return;
    result.merges.push({ from: [first, second], to: world.mergeRecords(first, second).id });
  });
  return result;
}

function addDeal(world: Changeable, random: Random, company: string | undefined, person: string | undefined): string {
  const value = random.int(8, 400) * 100;
  const deal = world.addDeal({
    name: `${random.pick(['Website', 'Shop', 'Care plan', 'Лендинг', 'Campaign'])} ${random.int(100, 99_999)}`,
    stage: openStage(world, random),
    value,
    budget: random.next() < 0.7 ? Math.round(value * 0.7) : null,
    cost: random.next() < 0.4 ? Math.round(value * 0.4) : null,
    company: company ?? null,
    people: person === undefined ? [] : [person],
  });
  return deal.id;
}

const stages = (world: Changeable): string[] =>
  world.schema
    .column('deals', 'stage')
    .choices.filter((each) => !each.is_archived)
    .map((each) => each.title);

const openStage = (world: Changeable, random: Random): string => random.pick(stages(world).slice(0, 4));

/** Never the stage the deal is in, so that each move is one. */
function otherStage(world: Changeable, dealId: string, random: Random): string {
  const stage = world.schema.column('deals', 'stage');
  const now = world.tables.record(dealId).values['stage']?.find((value) => value.active_until === null)?.body;
  const current = stage.choices.find((each) => each.id === now?.['choice_id'])?.title;
  return random.pick(stages(world).filter((title) => title !== current));
}
