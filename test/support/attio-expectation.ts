import type { AttioWorld } from '../../sandbox/sandbox.js';
import type { Mirror, Row } from './mirror.js';

const iso = (value: unknown): string | null => (value instanceof Date ? value.toISOString() : null);
const exact = (value: string | null): string | null => (value === null ? null : new Date(value).toISOString());
const byId = <T extends { id: unknown }>(rows: T[]): T[] => rows.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
const linked = (row: Row): string[] =>
  (row['linked_records'] as { record_id: string }[]).map(({ record_id }) => record_id);

/** What a mirror holds that isn't marked deleted, in the vendor's words, to be compared with the world. */
export function mirrored(mirror: Mirror) {
  const activities = (kind: string) => mirror.living('attio_activities_raw').filter((row) => row['kind'] === kind);
  return {
    companies: byId(
      mirror.living('attio_accounts_raw').map((row) => ({
        id: row['record_id'],
        created_at: row['vendor_created_at_text'],
        name: row['name'],
        domains: row['domains'],
        description: row['description'],
      })),
    ),
    people: byId(
      mirror.living('attio_people_raw').map((row) => ({
        id: row['record_id'],
        name: row['name'],
        emails: row['emails'],
        job_title: row['job_title'],
        company_id: row['company_record_id'],
      })),
    ),
    deals: byId(
      mirror.living('attio_opportunities_raw').map((row) => ({
        id: row['record_id'],
        name: row['name'],
        stage: row['stage_title'],
        won: row['won'],
        value: row['amount'],
        budget: row['planned_budget'],
        cost: row['cost'],
        currency: row['currency'],
        owner_id: row['owner_id'],
        company_id: row['company_record_id'],
        people_ids: row['person_record_ids'],
      })),
    ),
    notes: byId(
      activities('note').map((row) => ({
        id: row['activity_id'],
        record_id: row['record_id'],
        title: row['title'],
        content: row['content'],
      })),
    ),
    tasks: byId(
      activities('task').map((row) => ({
        id: row['activity_id'],
        content: row['content'],
        is_completed: row['is_completed'],
        completed_at: row['completed_at_text'],
        deadline_at: iso(row['deadline_at']),
        record_ids: linked(row),
      })),
    ),
    meetings: byId(
      activities('meeting').map((row) => ({
        id: row['activity_id'],
        title: row['title'],
        start: iso(row['starts_at']),
        end: iso(row['ends_at']),
        record_ids: linked(row),
      })),
    ),
  };
}

/** The same from the world itself. */
export function expected(world: AttioWorld): ReturnType<typeof mirrored> {
  const { companies, people, deals, notes, tasks, meetings } = world.snapshot();
  return {
    companies: byId(
      companies.map(({ id, created_at, name, domains, description }) => ({
        id,
        created_at,
        name,
        domains,
        description,
      })),
    ),
    people: byId(
      people.map(({ id, name, emails, job_title, company_id }) => ({ id, name, emails, job_title, company_id })),
    ),
    deals: byId(
      deals.map(({ id, name, stage, value, budget, cost, currency, owner_id, company_id, people_ids }) => ({
        id,
        name,
        stage,
        won: stage === 'Won',
        value,
        budget,
        cost,
        currency,
        owner_id,
        company_id,
        people_ids: [...people_ids].sort(),
      })),
    ),
    notes: byId(
      notes.map(({ id, parent_record_id, title, content }) => ({ id, record_id: parent_record_id, title, content })),
    ),
    tasks: byId(
      tasks.map(({ id, content, is_completed, completed_at, deadline_at, record_ids }) => ({
        id,
        content,
        is_completed,
        completed_at,
        deadline_at: exact(deadline_at),
        record_ids,
      })),
    ),
    meetings: byId(
      meetings.map(({ id, title, start, end, record_ids }) => ({
        id,
        title,
        start: exact(start),
        end: exact(end),
        record_ids,
      })),
    ),
  };
}
