/** What readers ask of issues, whichever vendor they are of, and the type of each column. */
export const ISSUE_COLUMNS = {
  id: 'text',
  identifier: 'text',
  title: 'text',
  url: 'text',
  state: 'text',
  state_type: 'text',
  priority: 'integer',
  // A day without a zone, YYYY-MM-DD.
  due_date: 'text',
  blocked: 'boolean',
  blocked_since: 'text',
  labels: 'jsonb',
  assignee: 'text',
  opened_at: 'timestamptz',
  // The vendor's own text of the time: it sorts as it is.
  changed_at: 'text',
  closed_at: 'timestamptz',
  deleted_at: 'timestamptz',
  // Marked as deleted since it was put away: until it was closed it was there.
  archived: 'boolean',
} as const;

export const DEAL_COLUMNS = {
  id: 'text',
  stage: 'text',
  // open, won or lost.
  status: 'text',
  // The vendor's own text of the time.
  stage_since: 'text',
  amount: 'double precision',
  opened_at: 'timestamptz',
  closed_at: 'timestamptz',
  deleted_at: 'timestamptz',
} as const;

/** What was said in conversations, the deleted among them. */
export const MESSAGE_COLUMNS = { id: 'text', text: 'text', deleted_at: 'timestamptz' } as const;

/** What work is planned in, such as a project at a vendor of issues. */
export const PLAN_COLUMNS = { id: 'text', name: 'text', live: 'boolean' } as const;

/** Where rows of a kind are: SQL over a table's own columns for each of the kind's. In it `t` is the row. */
export interface Rows<Columns> {
  readonly table: string;
  readonly columns: { readonly [name in keyof Columns]: string };
}

/** The tables in which a vendor's records are that the server reads beside those of other vendors. */
export interface SourceRecords {
  readonly contacts?: string;
  readonly conversations?: string;
  readonly messages?: Rows<typeof MESSAGE_COLUMNS>;
  readonly issues?: Rows<typeof ISSUE_COLUMNS>;
  readonly deals?: Rows<typeof DEAL_COLUMNS>;
  readonly plans?: Rows<typeof PLAN_COLUMNS>;
}
