import type { ValueBody, RecordRow } from './records.js';
import { isActive } from './record-store.js';
import type { Schema } from './schema.js';
import { startOf, stampOfMoment } from './activity-store.js';
import { plainText } from './plain-text.js';
import type { Tables } from './tables.js';

interface Named {
  id: string;
  created_at: string;
}

export interface CompanySnapshot extends Named {
  name: string | null;
  domains: string[];
  description: string | null;
  categories: string[];
  city: string | null;
  last_interaction_at: string | null;
}

export interface PersonSnapshot extends Named {
  name: string | null;
  emails: string[];
  phones: string[];
  job_title: string | null;
  company_id: string | null;
  last_interaction_at: string | null;
}

export interface DealSnapshot extends Named {
  name: string | null;
  stage: string | null;
  value: number | null;
  budget: number | null;
  cost: number | null;
  /** Of the value. */
  currency: string | null;
  owner_id: string | null;
  company_id: string | null;
  people_ids: string[];
  next_step: string | null;
  close_date: string | null;
}

export interface NoteSnapshot extends Named {
  parent_object: string;
  parent_record_id: string;
  title: string;
  content: string;
  meeting_id: string | null;
}

export interface TaskSnapshot extends Named {
  content: string;
  deadline_at: string | null;
  is_completed: boolean;
  completed_at: string | null;
  record_ids: string[];
  assignee_ids: string[];
}

export interface MeetingSnapshot extends Named {
  title: string;
  start: string;
  end: string;
  is_all_day: boolean;
  record_ids: string[];
  participants: string[];
}

export interface EntrySnapshot extends Named {
  list: string;
  record_id: string;
  tier: string | null;
}

/** The source of truth: every row once, by creation, with null where a value is missing. */
export interface AttioSnapshot {
  companies: CompanySnapshot[];
  people: PersonSnapshot[];
  deals: DealSnapshot[];
  notes: NoteSnapshot[];
  tasks: TaskSnapshot[];
  meetings: MeetingSnapshot[];
  entries: EntrySnapshot[];
}

/** @returns fresh objects, so that what is compared does not change with the world */
export function snapshotOf(schema: Schema, tables: Tables): AttioSnapshot {
  const bodies = (row: { values: RecordRow['values'] }, slug: string): ValueBody[] =>
    (row.values[slug] ?? []).filter(isActive).map((value) => value.body);
  const all = (row: RecordRow, slug: string, field: string): string[] =>
    bodies(row, slug).map((body) => String(body[field]));
  const one = <T = string>(row: RecordRow, slug: string, field = 'value'): T | null =>
    (bodies(row, slug)[0]?.[field] as T | undefined) ?? null;
  const titles = (row: { owner: string; values: RecordRow['values'] }, slug: string): string[] =>
    bodies(row, slug).map(
      (body) => schema.column(row.owner, slug).choices.find((each) => each.id === body['choice_id'])?.title ?? '',
    );
  const base = ({ id, created_at }: Named): Named => ({ id, created_at });
  return {
    companies: sorted(
      tables.recordsOf('companies').map((row) => ({
        ...base(row),
        name: one(row, 'name'),
        domains: all(row, 'domains', 'domain'),
        description: one(row, 'description'),
        categories: titles(row, 'categories'),
        city: one(row, 'primary_location', 'locality'),
        last_interaction_at: one(row, 'last_interaction', 'interacted_at'),
      })),
    ),
    people: sorted(
      tables.recordsOf('people').map((row) => ({
        ...base(row),
        name: one(row, 'name', 'full_name'),
        emails: all(row, 'email_addresses', 'email_address'),
        phones: all(row, 'phone_numbers', 'phone_number'),
        job_title: one(row, 'job_title'),
        company_id: one(row, 'company', 'target_record_id'),
        last_interaction_at: one(row, 'last_interaction', 'interacted_at'),
      })),
    ),
    deals: sorted(
      tables.recordsOf('deals').map((row) => ({
        ...base(row),
        name: one(row, 'name'),
        stage: titles(row, 'stage')[0] ?? null,
        value: one<number>(row, 'value', 'currency_value'),
        budget: one<number>(row, 'budget', 'currency_value'),
        cost: one<number>(row, 'cost', 'currency_value'),
        currency: one(row, 'value', 'currency_code'),
        owner_id: one(row, 'owner', 'referenced_actor_id'),
        company_id: one(row, 'associated_company', 'target_record_id'),
        people_ids: all(row, 'associated_people', 'target_record_id'),
        next_step: one(row, 'next_step'),
        close_date: one(row, 'close_date'),
      })),
    ),
    notes: sorted(
      [...tables.notes.values()].map((row) => ({
        ...base(row),
        parent_object: row.parent_object,
        parent_record_id: row.parent_record_id,
        title: row.title,
        content: plainText(row.markdown),
        meeting_id: row.meeting_id,
      })),
    ),
    tasks: sorted(
      [...tables.tasks.values()].map((row) => ({
        ...base(row),
        content: row.content,
        deadline_at: row.deadline_at,
        is_completed: row.is_completed,
        completed_at: row.completed_at,
        record_ids: row.links.map((link) => link.record_id),
        assignee_ids: [...row.assignees],
      })),
    ),
    meetings: sorted(
      [...tables.meetings.values()].map((row) => ({
        ...base(row),
        title: row.title,
        start: startOf(row),
        end: stampOfMoment(row.end),
        is_all_day: row.is_all_day,
        record_ids: row.links.map((link) => link.record_id),
        participants: row.participants.map((each) => each.email_address),
      })),
    ),
    entries: sorted(
      [...tables.entries.values()].map((row) => ({
        ...base(row),
        list: row.owner,
        record_id: row.parent?.record_id ?? '',
        tier: titles(row, 'tier')[0] ?? null,
      })),
    ),
  };
}

function sorted<T extends Named>(rows: T[]): T[] {
  return rows.sort((a, b) => (a.created_at + a.id < b.created_at + b.id ? -1 : 1));
}
