import { Injectable } from '@nestjs/common';
import { hasLeaving } from '../connectors/index.js';
import { Database, toJsonb, withinWholeScopes } from '../database/index.js';
import type { CaseWindow } from './domain/case-pool.js';
import type { TakenSignature, WindowDays } from './domain/signature.js';

/** As long as the events that a past window was made of. */
const RETENTION_DAYS = 400;

/** A signature as it is stored. */
export interface StoredSignature extends TakenSignature {
  project_id: string;
  window_days: WindowDays;
  window_end: string;
}

/** The last day of a week of which signatures are to be taken. */
export interface WeekDue {
  project_id: string;
  window_end: string;
}

/** Windows of an account scope, and what tells whether others are the same. */
export interface MarkedWindows {
  mark: string;
  windows: Iterable<CaseWindow>;
}

/** What there is to find similar cases with. */
export interface SimilarityStatus {
  /** The last day of the project's latest window; null without a signature. */
  window_end: string | null;
  /** Snapshots in the window that ends today. */
  snapshots: number;
  /** Other projects of the account scope. */
  others: number;
}

@Injectable()
export class SignaturesRepository {
  constructor(private readonly database: Database) {}

  /**
   * Ends of the weeks before this one whose windows are missing, or are older than the snapshots that they are made of,
   * by project and day; one statement. What was written within a few minutes before counts as newer: it may have been
   * on its way while the signature was taken.
   */
  async weeksDue(projectIds: readonly string[], windows: readonly WindowDays[], today: string): Promise<WeekDue[]> {
    return this.database.query<WeekDue>(
      `WITH weeks AS (
         SELECT project_id, (date_trunc('week', snapshot_date::timestamp))::date + 6 AS week_end, max(computed_at) AS made_at
         FROM project_snapshots
         WHERE project_id = ANY ($1::uuid[]) AND measures_json IS NOT NULL AND snapshot_date > $3::date - $4::int
           AND snapshot_date < date_trunc('week', $3::date::timestamp)::date
         GROUP BY 1, 2
       ), ends AS (
         SELECT project_id, week_end, max(made_at) OVER (
           PARTITION BY project_id ORDER BY week_end RANGE BETWEEN interval '28 days' PRECEDING AND CURRENT ROW) AS made_at
         FROM weeks)
       SELECT e.project_id, e.week_end::text AS window_end
       FROM ends e
       LEFT JOIN case_signatures s ON s.project_id = e.project_id AND s.window_end = e.week_end AND s.window_days = ANY ($2::int[])
       GROUP BY e.project_id, e.week_end, e.made_at
       HAVING count(s.window_days) < cardinality($2::int[]) OR min(s.computed_at) < e.made_at + interval '10 minutes'
       ORDER BY e.project_id, e.week_end`,
      [projectIds, windows, today, RETENTION_DAYS],
    );
  }

  /**
   * The days on which those of these projects that are over were so; windows that reach into that time are gone then.
   * One statement.
   */
  async dropAfterEnds(projectIds: readonly string[]): Promise<Map<string, string>> {
    const { rows } = await this.database.run<{ id: string; ended_on: string }>(
      `WITH over AS (SELECT id, ended_on FROM projects WHERE id = ANY ($1::uuid[]) AND ended_on IS NOT NULL),
       gone AS (DELETE FROM case_signatures s USING over o WHERE s.project_id = o.id AND s.window_end >= o.ended_on)
       SELECT id, to_char(ended_on, 'YYYY-MM-DD') AS ended_on FROM over`,
      [projectIds],
    );
    return new Map(rows.map(({ id, ended_on }) => [id, ended_on]));
  }

  /**
   * Stores the signatures, in one statement; returns the keys of those that were not there, or not like this. Of a
   * calendar week the latest window is kept, so that past windows are as many as weeks, however often they are made.
   */
  async save(signatures: readonly StoredSignature[]): Promise<Set<string>> {
    if (signatures.length === 0) return new Set();
    const { rows: written } = await this.database.run<SignatureKey>(
      `WITH given AS MATERIALIZED (
         SELECT * FROM jsonb_to_recordset($1::jsonb) AS (project_id uuid, window_days int, window_end date,
           vector double precision[], pairs text[], context jsonb, snapshots int, hash text)
       ), gone AS (
         DELETE FROM case_signatures s USING given g
         WHERE s.project_id = g.project_id AND s.window_days = g.window_days AND s.window_end < g.window_end
           AND (s.window_end >= date_trunc('week', g.window_end::timestamp)::date OR s.window_end < $2::date - $3::int)
       ), before AS (
         SELECT s.project_id, s.window_days, s.window_end, s.hash
         FROM given g JOIN case_signatures s USING (project_id, window_days, window_end)
       ), stored AS (
         INSERT INTO case_signatures (project_id, window_days, window_end, vector, pairs, context, snapshots, hash)
         SELECT project_id, window_days, window_end, vector, pairs, context, snapshots, hash
         FROM given ORDER BY project_id, window_days, window_end
         ON CONFLICT (project_id, window_days, window_end) DO UPDATE SET vector = excluded.vector, pairs = excluded.pairs,
           context = excluded.context, snapshots = excluded.snapshots, hash = excluded.hash,
           computed_at = excluded.computed_at
         RETURNING project_id, window_days, window_end, hash)
       SELECT project_id, window_days, window_end::text
       FROM stored LEFT JOIN before USING (project_id, window_days, window_end)
       WHERE before.hash IS DISTINCT FROM stored.hash`,
      [toJsonb(signatures), latestOf(signatures), RETENTION_DAYS],
    );
    return new Set(written.map(signatureKey));
  }

  /**
   * By account scope of these projects the mark of its kept windows of this length, in one statement: equal marks mean
   * that nothing of them differs, written by any transactions in any order. Scopes without windows have no mark.
   */
  async marksAround(projectIds: readonly string[], windowDays: WindowDays): Promise<Map<string, string>> {
    const rows = await this.database.query<{ account_scope_id: string; mark: string }>(
      `SELECT p.account_scope_id, bit_xor(${MARK})::text AS mark
       FROM projects p JOIN case_signatures s ON s.project_id = p.id AND s.window_days = $2
       WHERE p.account_scope_id IN (SELECT account_scope_id FROM projects WHERE id = ANY ($1::uuid[])) AND NOT ${hasLeaving('p.id')}
       GROUP BY p.account_scope_id`,
      [projectIds, windowDays],
    );
    return new Map(rows.map(({ account_scope_id, mark }) => [account_scope_id, mark]));
  }

  /**
   * All kept windows of this length of these account scopes, by scope, with their mark, in one statement. Each scope's
   * can be gone through once, which is when their pairs are compared: the texts of all at once are many.
   */
  async windowsOf(scopeIds: readonly string[], windowDays: WindowDays): Promise<Map<string, MarkedWindows>> {
    const rows = await this.database.query<WindowRow>(
      // As JSON and as one text: pg takes far longer to read arrays, element by element.
      `SELECT p.account_scope_id, s.project_id, s.window_end::text, array_to_json(s.vector) AS vector,
         array_to_string(s.pairs, ' ') AS pairs, s.context, (${MARK})::text AS mark
       FROM projects p JOIN case_signatures s ON s.project_id = p.id AND s.window_days = $2
       WHERE p.account_scope_id = ANY ($1::uuid[]) AND NOT ${hasLeaving('p.id')}`,
      [scopeIds, windowDays],
    );
    const scopes = Map.groupBy(rows, ({ account_scope_id }) => account_scope_id);
    return new Map(
      [...scopes].map(([scopeId, scope]) => [scopeId, { mark: markOf(scope), windows: windowsOf(scope) }]),
    );
  }

  /** @param today UTC day */
  async status(projectId: string, windowDays: WindowDays, today: string): Promise<SimilarityStatus> {
    const [row] = await withinWholeScopes(() =>
      this.database.query<SimilarityStatus>(
        `SELECT
         (SELECT max(window_end)::text FROM case_signatures WHERE project_id = $1 AND window_days = $2) AS window_end,
         (SELECT count(*)::int FROM project_snapshots
          WHERE project_id = $1 AND snapshot_date > $3::date - $2::int AND snapshot_date <= $3::date) AS snapshots,
         (SELECT count(*)::int FROM projects o JOIN projects p ON p.account_scope_id = o.account_scope_id AND p.id <> o.id
          WHERE p.id = $1) AS others`,
        [projectId, windowDays, today],
      ),
    );
    if (!row) throw new Error('counting gives a row');
    return row;
  }
}

type SignatureKey = Pick<StoredSignature, 'project_id' | 'window_days' | 'window_end'>;
export const signatureKey = ({ project_id, window_days, window_end }: SignatureKey): string =>
  `${project_id} ${window_days} ${window_end}`;

const latestOf = (signatures: readonly SignatureKey[]): string =>
  signatures.reduce((latest, { window_end }) => (window_end > latest ? window_end : latest), '');

/**
 * 64 bits that stand for a window and all that it is compared by. Exclusive or makes those of many windows one number,
 * here and in the database alike, in any order; a count or the latest time would miss a window that took another's
 * place.
 */
const MARK = `hashtextextended(s.project_id::text || s.window_end || s.hash, 0)`;
const markOf = (rows: readonly WindowRow[]): string =>
  rows.reduce((mark, row) => mark ^ BigInt(row.mark), 0n).toString();

interface WindowRow extends Omit<CaseWindow, 'pairs'> {
  account_scope_id: string;
  pairs: string;
  mark: string;
}

function* windowsOf(rows: readonly WindowRow[]): IterableIterator<CaseWindow> {
  for (const { project_id, window_end, vector, pairs, context } of rows)
    yield { project_id, window_end, vector, context, pairs: pairs === '' ? [] : pairs.split(' ') };
}
