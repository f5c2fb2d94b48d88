import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { RecordTables } from '../../source-records/index.js';

export const ISSUE_STATES = ['open', 'closed', 'all'] as const;
export type IssueState = (typeof ISSUE_STATES)[number];

export interface IssueFilter {
  state: IssueState;
  /** Only open ones that are past their due date. */
  overdue: boolean;
  /** Only those that something holds up. */
  blocked: boolean;
}

export interface ListedIssue {
  id: string;
  identifier: string;
  title: string;
  url: string | null;
  state: string;
  state_type: string;
  open: boolean;
  priority: number | null;
  due_date: string | null;
  overdue: boolean;
  blocked: boolean;
  blocked_since: string | null;
  labels: string[];
  assignee: string | null;
  created_at: Date;
  updated_at: string;
  closed_at: Date | null;
}

/** Days without a zone, as text, which sort as they follow each other in the order of their characters alone. */
const OVERDUE = `(i.closed_at IS NULL AND coalesce(i.due_date COLLATE "C" < $2, false))`;

/** Issues of whichever vendors the project has them from. */
@Injectable()
export class IssuesRepository {
  constructor(
    private readonly database: Database,
    private readonly records: RecordTables,
  ) {}

  /**
   * The project's issues, latest change first, after the one with the id `afterId`. One statement.
   * @param today a UTC day
   */
  async list(projectId: string, filter: IssueFilter, today: string, limit: number, afterId: string | null) {
    const { state, overdue, blocked } = filter;
    return this.database.query<ListedIssue>(
      `SELECT i.id, i.identifier, i.title, i.url, i.state, i.state_type, i.closed_at IS NULL AS open, i.priority,
         i.due_date, ${OVERDUE} AS overdue, i.blocked, i.blocked_since, i.labels, i.assignee,
         i.opened_at AS created_at, i.changed_at AS updated_at, i.closed_at
       FROM ${this.records.issues()} i
       WHERE i.project_id = $1 AND i.deleted_at IS NULL
         ${state === 'all' ? '' : `AND i.closed_at IS ${state === 'open' ? '' : 'NOT '}NULL`}
         ${overdue ? `AND ${OVERDUE}` : ''} ${blocked ? 'AND i.blocked' : ''}
         AND ($3::text IS NULL OR (i.changed_at, i.id) < (
           SELECT l.changed_at, l.id FROM ${this.records.issues()} l WHERE l.project_id = $1 AND l.id = $3))
       ORDER BY i.changed_at DESC, i.id DESC LIMIT $4`,
      [projectId, today, afterId, limit],
    );
  }

  /** How many there are of the project's issues that are open. One statement. */
  async counts(projectId: string, today: string): Promise<{ open: number; overdue: number; blocked: number }> {
    const [counts] = await this.database.query<{ open: number; overdue: number; blocked: number }>(
      `SELECT count(*)::int AS open, (count(*) FILTER (WHERE ${OVERDUE}))::int AS overdue,
         (count(*) FILTER (WHERE i.blocked))::int AS blocked
       FROM ${this.records.issues()} i WHERE i.project_id = $1 AND i.deleted_at IS NULL AND i.closed_at IS NULL`,
      [projectId, today],
    );
    return counts ?? { open: 0, overdue: 0, blocked: 0 };
  }
}
