import { ActivityStore } from './activity-store.js';
import type { ChoiceDef } from './attributes.js';
import { churn, type ChurnPlan, type ChurnResult } from './churn.js';
import { Core } from './core.js';
import type { WebhookEvent } from './events.js';
import type { NewCompany, NewDeal, NewMeeting, NewNote, NewPerson, NewTask } from './mutations.js';
import { defaultQuirks, type Limits, type Quirks } from './quirks.js';
import type { MeetingRow, NoteRow, RecordRow, TaskRow, ValueRow } from './records.js';
import { isActive, RecordStore } from './record-store.js';
import type { Schema } from './schema.js';
import { snapshotOf, type AttioSnapshot } from './snapshot.js';
import type { Tables } from './tables.js';

/** One Attio workspace: its rows, and the side effects Attio gives each change. Knows nothing of HTTP. */
export class AttioWorld {
  readonly schema: Schema;
  readonly tables: Tables;
  readonly limits: Limits = { readsPerSecond: null };
  readonly quirks: Quirks = defaultQuirks();
  /** Scopes the token lacks, e.g. 'note:read': their routes answer 403. */
  readonly deniedScopes = new Set<string>();
  /** Called after a page of any list was answered: whatever it changes, the next page sees. */
  afterPage: ((page: { route: string; offset: number }) => void) | null = null;
  private readonly core: Core;
  private readonly records: RecordStore;
  private readonly activities: ActivityStore;
  /** Ids that took part in a merge which is not readable yet, with the ms at which it will be. */
  private readonly merging = new Map<string, number>();

  constructor(options: { now?: () => number } = {}) {
    this.core = new Core(options.now ?? Date.now);
    this.schema = this.core.schema;
    this.tables = this.core.tables;
    this.records = new RecordStore(this.core);
    this.activities = new ActivityStore(this.core, this.records);
  }

  /** @returns the world's time, epoch ms */
  now(): number {
    return this.core.clock.now();
  }

  /**
   * Another clock from here on; the seed uses it to live through the past.
   * @returns the clock before
   */
  setClock(now: () => number): () => number {
    return this.core.clock.set(now);
  }

  /** @returns what webhooks would have told since the last call, oldest first */
  takeEvents(): WebhookEvent[] {
    return this.core.events.splice(0);
  }

  addMember(name: string, email: string): string {
    const [first_name = '', last_name = ''] = name.split(' ');
    const id = this.core.nextId('member');
    const access_level = this.tables.members.length === 0 ? 'admin' : 'member';
    const created_at = this.core.clock.stamp();
    this.tables.members.push({ id, first_name, last_name, email_address: email, access_level, created_at });
    return id;
  }

  addCompany(company: NewCompany): RecordRow {
    const inputs = {
      name: [company.name],
      domains: company.domains ?? [],
      description: optional(company.description),
      categories: company.categories ?? [],
      primary_location: optional(company.location),
    };
    return this.records.insert('companies', inputs, this.createdAt(company));
  }

  addPerson(person: NewPerson): RecordRow {
    const inputs = {
      name: [person.name],
      email_addresses: person.emails ?? [],
      phone_numbers: person.phones ?? [],
      company: this.existing(optional(person.company)),
      job_title: optional(person.jobTitle),
      description: optional(person.description),
    };
    return this.records.insert('people', inputs, this.createdAt(person));
  }

  addDeal(deal: NewDeal): RecordRow {
    const amount = (value: number | null | undefined): unknown[] => money(value, deal.currency);
    const inputs = {
      name: [deal.name],
      stage: [deal.stage ?? this.schema.column('deals', 'stage').choices[0]?.title],
      owner: optional(deal.owner ?? this.tables.members[0]?.id),
      value: amount(deal.value),
      budget: amount(deal.budget),
      cost: amount(deal.cost),
      associated_company: this.existing(optional(deal.company)),
      associated_people: this.existing(deal.people ?? []),
      next_step: optional(deal.nextStep),
      close_date: optional(deal.closeDate),
    };
    return this.records.insert('deals', inputs, this.createdAt(deal));
  }

  /** Any attribute of any record or entry; no values empty it. */
  setValues(id: string, attribute: string, values: readonly unknown[]): void {
    this.records.set(this.tables.entries.get(id) ?? this.tables.record(id), attribute, values);
  }

  setStage(dealId: string, title: string): void {
    this.setValues(dealId, 'stage', [title]);
  }

  setValue(dealId: string, amount: number | null): void {
    this.setAmount(dealId, 'value', amount);
  }

  setBudget(dealId: string, amount: number | null): void {
    this.setAmount(dealId, 'budget', amount);
  }

  setCost(dealId: string, amount: number | null): void {
    this.setAmount(dealId, 'cost', amount);
  }

  rename(recordId: string, name: string): void {
    this.setValues(recordId, 'name', [name]);
  }

  /** Deals in the stage show the new title at once, without any change of their own and without an event. */
  renameStage(title: string, newTitle: string): void {
    this.stage(title).title = newTitle;
    this.core.changed();
  }

  /** Deals keep an archived stage; nothing but its flag tells. */
  archiveStage(title: string, archived = true): void {
    this.stage(title).is_archived = archived;
    this.core.changed();
  }

  /** One record can stand in a list several times. */
  addEntry(list: string, recordId: string, values: Record<string, readonly unknown[]> = {}): ValueRow {
    const record = this.tables.record(recordId);
    return this.records.insertEntry(list, { object: record.owner, record_id: recordId }, values);
  }

  deleteEntry(id: string): void {
    this.tables.entry(id);
    this.tables.entries.delete(id);
    this.core.changed();
  }

  addNote = (note: NewNote): NoteRow => this.activities.addNote(note);
  /** Only people at their screens can: the API has no such call, and the note shows no date of it. */
  editNote = (id: string, change: { title?: string; content?: string }): NoteRow =>
    this.activities.editNote(id, change);
  deleteNote = (id: string): void => this.activities.deleteNote(id);
  addTask = (task: NewTask): TaskRow => this.activities.addTask(task);
  completeTask = (id: string): TaskRow => this.activities.complete(id, true);
  reopenTask = (id: string): TaskRow => this.activities.complete(id, false);
  deleteTask = (id: string): void => this.activities.deleteTask(id);
  addMeeting = (meeting: NewMeeting): MeetingRow => this.activities.addMeeting(meeting);
  deleteMeeting = (id: string): void => this.activities.deleteMeeting(id);

  deleteRecord(id: string): void {
    this.records.delete(id);
  }

  /**
   * @param options settleAfterMs: until then the new record and both old ones answer 404 merge_in_progress and the new
   * one is in no list; Infinity waits for finishMerges
   * @returns the new record; notes, tasks, meetings, entries and references have moved to it
   */
  mergeRecords(firstId: string, secondId: string, options: { settleAfterMs?: number } = {}): RecordRow {
    const row = this.records.merge(firstId, secondId);
    const wait = options.settleAfterMs ?? 0;
    if (wait > 0) for (const id of [firstId, secondId, row.id]) this.merging.set(id, this.now() + wait);
    return row;
  }

  finishMerges(): void {
    this.merging.clear();
  }

  isMerging(id: string): boolean {
    const until = this.merging.get(id);
    return until !== undefined && this.now() < until;
  }

  churn(plan: ChurnPlan): ChurnResult {
    return churn(this, plan);
  }

  /** @returns the truth in plain fields, for comparison with a mirror */
  snapshot(): AttioSnapshot {
    return snapshotOf(this.schema, this.tables);
  }

  private stage(title: string): ChoiceDef {
    const found = this.schema.column('deals', 'stage').choices.find((each) => each.title === title);
    if (!found) throw new Error(`no stage '${title}'`);
    return found;
  }

  private setAmount(dealId: string, attribute: string, amount: number | null): void {
    const before = this.tables.record(dealId).values[attribute]?.find(isActive)?.body['currency_code'];
    this.setValues(dealId, attribute, money(amount, typeof before === 'string' ? before : undefined));
  }

  private existing(ids: unknown[]): unknown[] {
    for (const id of ids) this.tables.record(String(id));
    return ids;
  }

  private createdAt(given: { createdAt?: number | string }): string | undefined {
    return given.createdAt === undefined ? undefined : this.core.stampOf(given.createdAt);
  }
}

const optional = (value: unknown): unknown[] => (value === undefined || value === null ? [] : [value]);

const money = (amount: number | null | undefined, currency = 'EUR'): unknown[] =>
  amount === undefined || amount === null ? [] : [{ currency_value: amount, currency_code: currency }];
