import { Injectable } from '@nestjs/common';
import { hasLeaving } from '../connectors/index.js';
import type { Sql } from '../database/index.js';
import { counts } from '../kag-events/index.js';
import { readUpTo } from '../kag-signals/index.js';
import { withoutData, type ListedProject } from './domain/listed.js';
import { OPEN } from './open-advice.js';

type Row = Omit<ListedProject, 'scores' | 'risks' | 'open'> & {
  [K in 'scores' | 'risks' | 'open']: ListedProject[K] | null;
};

/** Whose projects are listed: all that a person reaches, or those of an account scope. */
export type Whose = { userId: string } | { accountScopeId: string };

const REACHED = 'JOIN user_scopes us ON us.account_scope_id = p.account_scope_id AND us.user_id = $1';
const IN_SCOPE = 'JOIN account_scopes a ON a.id = p.account_scope_id AND a.id = $1';

/** Each project by its own index, of which a few rows are read. */
const listedBy = (whose: string) => `
  SELECT p.id, p.name, p.account_scope_id, p.locale, to_char(p.ended_on, 'YYYY-MM-DD') AS ended_on,
    coalesce(p.ended_on <= $3::date, false) AS over,
    ${hasLeaving('p.id')} AS leaving, greatest(s.as_of, ${readUpTo('p.id')}) AS as_of, e.occurred_at AS last_activity_at,
    s.scores, f.risks, r.open
  FROM projects p
  ${whose}
  CROSS JOIN LATERAL (
    SELECT max(as_of) AS as_of, json_object_agg(score_type, json_build_object('value', value, 'band', band)) AS scores
    FROM kag_scores WHERE project_id = p.id) s
  CROSS JOIN LATERAL (
    SELECT json_agg(json_build_object('risk_type', risk_type, 'status', status, 'p14', p14, 'usual', base_rate -> 'p14')
      ORDER BY risk_type) AS risks
    FROM kag_risk_forecasts WHERE project_id = p.id AND publishable) f
  CROSS JOIN LATERAL (
    SELECT json_agg(json_build_object('category', category, 'priority', priority, 'assignee', assignee)) AS open
    FROM recommendations_v2 WHERE project_id = p.id AND ${OPEN}) r
  LEFT JOIN LATERAL (
    SELECT l.occurred_at FROM kag_event_log l
    WHERE l.project_id = p.id AND l.event_type <> 'client_silent_started' AND ${counts('l')}
    ORDER BY l.occurred_at DESC, l.id DESC LIMIT 1) e ON true
  WHERE $2::uuid IS NULL OR p.id = $2`;

/** What puts projects into their order. */
@Injectable()
export class ListedRepository {
  /**
   * All of them, or the one that is named, as of this day. One statement. A project whose data is leaving stands
   * without data.
   */
  async of(sql: Sql, whose: Whose, today: string, projectId: string | null = null): Promise<ListedProject[]> {
    const [join, id] = 'userId' in whose ? [REACHED, whose.userId] : [IN_SCOPE, whose.accountScopeId];
    const rows = await sql.query<Row>(listedBy(join), [id, projectId, today]);
    return rows
      .map((row) => ({ ...row, scores: row.scores ?? {}, risks: row.risks ?? [], open: row.open ?? [] }))
      .map((listed) => (listed.leaving ? withoutData(listed) : listed));
  }
}
