import { Injectable } from '@nestjs/common';
import type { Keyset } from '../../common/cursor.js';
import type { Locale } from '../../common/locale.js';
import { toJsonb, type Sql } from '../../database/index.js';
import { type Status, STATUSES } from '../domain/lifecycle.js';
import type { Category, OwnerRole } from '../domain/recommendation.js';
import { causesSaying } from '../domain/words-of-causes.js';
import type { Recommendation } from '../recommendation.entity.js';
import { REACHED, type RecommendationReach } from '../reached-recommendations.repository.js';
import { KEYS, type InboxSort } from './sorts.js';

/** What people look for. */
export interface InboxFilter {
  status?: readonly Status[] | undefined;
  over?: boolean | undefined;
  category?: readonly Category[] | undefined;
  priority?: readonly number[] | undefined;
  owner_role?: OwnerRole | undefined;
  /** Assigned to any of these; empty: to any person, or to none. */
  assignees: readonly string[];
  unassigned: boolean;
  due_before?: string | undefined;
  due_after?: string | undefined;
  project?: readonly string[] | undefined;
  q?: string | undefined;
}

const COLUMNS = [
  ...['project_id', 'id', 'category', 'cause', 'priority', 'owner_role', 'assignee', 'status', 'resolution'],
  ...['resolution_note', 'reopened_at', 'reopened_reason', 'figures', 'suggested_template_key', 'phrasing'],
  ...['evidence_count', 'first_shown_at', 'acknowledged_at', 'completed_at', 'dismissed_at', 'settled_strength'],
  ...['condition_gone_since', 'episode_started_at', 'episode_ended_at', 'updated_at'],
] as const;

/** A recommendation as a list tells it. */
export type ListedRecommendation = Pick<Recommendation, (typeof COLUMNS)[number] | 'due_date' | 'snoozed_until'> & {
  account_scope_id: string;
  project_name: string;
  project_locale: Locale | null;
};
export type Placed = ListedRecommendation & { place: Keyset };

const SHOWN = `${COLUMNS.map((column) => `r.${column}`).join(', ')}, to_char(r.due_date, 'YYYY-MM-DD') AS due_date,
  to_char(r.snoozed_until, 'YYYY-MM-DD') AS snoozed_until, p.account_scope_id, p.name AS project_name,
  p.locale AS project_locale`;

/** Each word is in what the row has of its own, or in what is said of one of its causes. */
const SAYS = `NOT EXISTS (
  SELECT FROM jsonb_to_recordset($11::jsonb) AS w (word text, causes jsonb)
  WHERE strpos(lower(concat_ws(' ', p.name, r.assignee, r.resolution_note, r.figures #>> '{lost_deal,name}',
      r.phrasing #>> '{wording,title}', r.phrasing #>> '{wording,rationale}')), w.word) = 0
    AND NOT EXISTS (SELECT FROM jsonb_array_elements(r.figures -> 'causes') c WHERE w.causes @> (c -> 'cause')))`;

/** $1 to $11; what is not asked for is null. Status and end of the episode come on top, since counts are by them. */
const FITTING = `recommendations_v2 r JOIN projects p ON p.id = r.project_id
  WHERE ${REACHED} AND r.evidence_gate_status = 'shown'
    AND ($3::text[] IS NULL OR r.category = ANY ($3)) AND ($4::int[] IS NULL OR r.priority = ANY ($4))
    AND ($5::text IS NULL OR r.owner_role = $5) AND ($6::text[] IS NULL OR r.assignee = ANY ($6))
    AND (NOT $7::boolean OR r.assignee IS NULL) AND ($8::date IS NULL OR r.due_date <= $8)
    AND ($9::date IS NULL OR r.due_date >= $9) AND ($10::uuid[] IS NULL OR r.project_id = ANY ($10))
    AND ($11::jsonb IS NULL OR ${SAYS})`;

/** Recommendations of all projects that a person reaches, as a list to work off. */
@Injectable()
export class InboxRepository {
  /** Those that fit, after this place of the order. One statement. */
  async page(
    sql: Sql,
    reach: RecommendationReach,
    filter: InboxFilter,
    sort: InboxSort,
    limit: number,
    after: Keyset | null,
  ): Promise<Placed[]> {
    const [first, second] = KEYS[sort];
    const rows = await sql.query<ListedRecommendation & { key_1: number | string; key_2: number | string }>(
      `SELECT ${SHOWN}, ${first.sql} AS key_1, ${second.sql} AS key_2 FROM ${FITTING}
         AND ($12::text[] IS NULL OR r.status = ANY ($12))
         AND ($13::boolean IS NULL OR (r.episode_ended_at IS NOT NULL) = $13)
         AND ($14::${sqlType(first.type)} IS NULL OR (${first.sql}, ${second.sql}, r.id) >
           ($14::${sqlType(first.type)}, $15::${sqlType(second.type)}, $16::uuid))
       ORDER BY key_1, key_2, r.id LIMIT $17`,
      [
        ...parametersOf(reach, filter),
        filter.status ?? null,
        filter.over ?? null,
        ...(after ?? [null, null, null]),
        limit,
      ],
    );
    return rows.map(({ key_1, key_2, ...row }) => ({ ...row, place: [key_1, key_2, row.id] }));
  }

  /** How many fit by status, of all statuses; `to_do`: those that are new or taken up, and hold. One statement. */
  async counts(sql: Sql, reach: RecommendationReach, filter: InboxFilter): Promise<Record<Status | 'to_do', number>> {
    const rows = await sql.query<{ status: Status; count: number; going_on: number }>(
      `SELECT r.status, count(*)::int AS count, count(*) FILTER (WHERE r.episode_ended_at IS NULL)::int AS going_on
       FROM ${FITTING} GROUP BY r.status`,
      parametersOf(reach, filter),
    );
    const of = (status: Status) => rows.find((row) => row.status === status);
    const all = Object.fromEntries(STATUSES.map((status) => [status, of(status)?.count ?? 0])) as Record<
      Status,
      number
    >;
    return { ...all, to_do: (of('new')?.going_on ?? 0) + (of('acknowledged')?.going_on ?? 0) };
  }
}

const sqlType = (type: 'number' | 'string') => (type === 'number' ? 'float8' : 'text');

function parametersOf(reach: RecommendationReach, filter: InboxFilter): unknown[] {
  const words = filter.q?.toLowerCase().split(/\s+/).filter(Boolean) ?? [];
  return [
    reach.account_scope_ids,
    reach.project_id,
    filter.category ?? null,
    filter.priority ?? null,
    filter.owner_role ?? null,
    filter.assignees.length > 0 ? filter.assignees : null,
    filter.unassigned,
    filter.due_before ?? null,
    filter.due_after ?? null,
    filter.project ?? null,
    words.length > 0 ? toJsonb(words.map((word) => ({ word, causes: causesSaying(word) }))) : null,
  ];
}
