import { randomUUID } from 'node:crypto';
import type { Sql } from '../../src/database/index.js';

export interface BusyProjects {
  count: number;
  /** The newest of their events happened a moment before it. */
  until: Date;
  /** How far back their events go. */
  days: number;
  /** Events of a project, between these two, both included. */
  events: readonly [least: number, most: number];
}

/**
 * Projects of one account scope, full of what vendors tell: talk of clients and team, issues that block, stages,
 * agreements, money and deals, with the issues and deals behind it. Made up by the database from the projects' numbers,
 * in three statements, and so the same each time but for their ids. Returns these.
 */
export async function addBusyProjects(sql: Sql, { count, until, days, events }: BusyProjects): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `WITH scope AS (INSERT INTO account_scopes (key, name) VALUES ($1, $1) RETURNING id)
     INSERT INTO projects (account_scope_id, name) SELECT scope.id, 'Busy ' || n FROM scope, generate_series(1, $2::int) AS n
     RETURNING id`,
    [randomUUID(), count],
  );
  const ids = rows.map(({ id }) => id);
  await sql.run(EVENTS, [ids, until, days, ...events]);
  await sql.run(ISSUES, [ids, until, days]);
  await sql.run(DEALS, [ids, until, days]);
  return ids;
}

/** A number from 0 to 999 for the `nth` thing of project `p.n`; `salt` tells apart what is drawn for one thing. */
const drawn = (nth: string, salt: number): string =>
  `((hashint8extended(p.n * 1000000 + ${nth}, ${salt}) & 9223372036854775807) % 1000)::int`;

/** Where each type begins among a thousand events of a project. */
const KINDS: readonly (readonly [from: number, type: string, source: string, payload: string])[] = [
  [
    0,
    'message_sent',
    'chatwoot',
    `'sender', e.sender, 'conversation_id', e.talk, 'sentiment_score', (e.c - 400) / 1000.0`,
  ],
  [640, 'issue_created', 'linear', `'issue_id', e.issue`],
  [720, 'issue_blocked', 'linear', `'issue_id', e.issue`],
  [760, 'issue_unblocked', 'linear', `'issue_id', e.issue`],
  [795, 'issue_completed', 'linear', `'issue_id', e.issue`],
  [860, 'stage_started', 'linear', `'stage_id', e.stage, 'stage_name', e.stage, 'due_at', e.at + interval '14 days'`],
  [872, 'stage_completed', 'linear', `'stage_id', e.stage, 'stage_name', e.stage`],
  [
    884,
    'agreement_created',
    'chatwoot',
    `'agreement_id', 'agreement-' || e.i, 'conversation_id', e.talk, 'due_at', e.at + interval '5 days'`,
  ],
  [904, 'approval_approved', 'chatwoot', `'conversation_id', e.talk`],
  [920, 'scope_change_detected', 'chatwoot', `'conversation_id', e.talk`],
  [935, 'need_detected', 'chatwoot', `'conversation_id', e.talk`],
  [
    948,
    'finance_entry_recorded',
    'attio',
    `'entry_id', e.entry, 'entry_type', e.entry, 'amount', e.c * CASE e.entry WHEN 'cost' THEN 70 ELSE 100 END`,
  ],
  [975, 'note_logged', 'attio', `'note_id', 'note-' || e.i`],
  [992, 'deal_stage_changed', 'attio', `'deal_id', 'deal-1', 'from', 'Lead', 'to', 'Proposal', 'amount', e.c * 100`],
];
const kind = (what: (kind: (typeof KINDS)[number]) => string): string =>
  `CASE ${[...KINDS]
    .reverse()
    .map((one) => `WHEN e.a >= ${one[0]} THEN ${what(one)}`)
    .join(' ')} END`;

const EVENTS = `
  INSERT INTO kag_event_log (project_id, event_type, occurred_at, actor, source, payload_json, evidence_refs, dedupe_key)
  SELECT e.project_id, ${kind(([, type]) => `'${type}'`)}, e.at,
    CASE WHEN e.a >= 904 AND e.a < 948 THEN 'client' WHEN e.a < 640 THEN e.sender ELSE 'team' END,
    ${kind(([, , source]) => `'${source}'`)}, ${kind(([, , , payload]) => `jsonb_build_object(${payload})`)},
    jsonb_build_array(CASE
      WHEN e.a < 640 OR (e.a >= 884 AND e.a < 948)
        THEN jsonb_build_object('message_id', 'cwmsg:1:' || e.i, 'source_table', 'cw_messages', 'source_pk', 'cwmsg:1:' || e.i)
      WHEN e.a < 884
        THEN jsonb_build_object('linear_issue_id', e.issue, 'source_table', 'linear_issues_raw', 'source_pk', e.issue)
      ELSE jsonb_build_object('attio_record_id', 'deal-1', 'source_table', 'attio_opportunities_raw', 'source_pk', 'deal-1') END),
    'busy:' || e.i
  FROM (
    SELECT p.project_id, i, ${drawn('i', 1)} AS a, ${drawn('i', 3)} AS c,
      CASE WHEN ${drawn('i', 2)} < 480 THEN 'client' ELSE 'team' END AS sender,
      'cw:1:' || ${drawn('i', 4)} % 4 AS talk, 'issue-' || ${drawn('i', 5)} % 30 AS issue, 'stage-' || ${drawn('i', 6)} % 5 AS stage,
      (ARRAY['planned_budget', 'cost', 'revenue'])[1 + ${drawn('i', 7)} % 3] AS entry,
      $2::timestamptz - make_interval(secs => $3::int * 86400 * (p.events - i + ${drawn('i', 8)} / 1000.0) / p.events) AS at
    FROM (SELECT p.*, $4::int + ${drawn('0', 9)} * ($5::int - $4::int) / 999 AS events
          FROM unnest($1::uuid[]) WITH ORDINALITY AS p (project_id, n)) AS p
    CROSS JOIN LATERAL generate_series(1, p.events) AS i) AS e
  ORDER BY e.at, e.i`;

const ISSUES = `
  INSERT INTO linear_issues_raw (project_id, id, workspace_id, identifier, title, state_id, state_name, state_type,
    team_id, label_ids, labels, blocked, blocked_by, blocks, latest_change_at, fingerprint, vendor_updated_at, data,
    trashed, vendor_created_at, completed_at, due_date)
  SELECT p.project_id, 'issue-' || i, 'w', 'ISS-' || i, 'Issue ' || i, 's', 'Todo', 'unstarted', 't', '[]', '[]', false, '[]',
    '[]', '', '', '', '{}', false, made.at, CASE WHEN i % 2 = 0 THEN made.at + interval '9 days' END,
    to_char(made.at + interval '12 days', 'YYYY-MM-DD')
  FROM unnest($1::uuid[]) WITH ORDINALITY AS p (project_id, n)
  CROSS JOIN generate_series(0, 29) AS i
  CROSS JOIN LATERAL (SELECT $2::timestamptz - make_interval(secs => $3::int * 86.4 * ${drawn('i', 10)}) AS at) AS made`;

const DEALS = `
  INSERT INTO attio_opportunities_raw (project_id, record_id, won, person_record_ids, vendor_created_at_text, content_hash,
    data, vendor_created_at, stage_title, stage_status, closed_at, amount)
  SELECT p.project_id, 'deal-' || i, i = 2, '[]', '', '', '{}', $2::timestamptz - make_interval(days => $3::int),
    CASE i WHEN 1 THEN 'Proposal' ELSE 'Won' END, CASE i WHEN 1 THEN 'open' ELSE 'won' END,
    CASE i WHEN 2 THEN $2::timestamptz - interval '20 days' END, ${drawn('i', 11)} * 250
  FROM unnest($1::uuid[]) WITH ORDINALITY AS p (project_id, n) CROSS JOIN generate_series(1, 2) AS i`;
