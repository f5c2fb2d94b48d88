import type { Database } from '../../src/database/index.js';

interface Compared {
  /** What names a row on every server, beside its project. */
  key: string;
  /** Columns that say when a server did it or how it numbers things, and nothing of the clients. */
  without: string[];
  /** Which rows; those that servers write by themselves meanwhile, at a time of their own, are left out. */
  where?: string;
}

const TABLES: Record<string, Compared> = {
  kag_event_log: {
    // The order in which events are read, not what numbers they got.
    key: 'occurred_at, id',
    without: ['id', 'recorded_at'],
    where: `event_type NOT LIKE 'process\\_%'`,
  },
  kag_signals: { key: 'signal_key', without: ['as_of'] },
  kag_signal_history: { key: 'signal_key, day', without: ['as_of'], where: 'day = $1::date' },
  kag_scores: { key: 'score_type', without: ['as_of'] },
  kag_score_history: { key: 'score_type, day', without: ['as_of'], where: 'day = $1::date' },
  project_snapshots: { key: 'snapshot_date', without: ['computed_at'] },
  past_case_outcomes: { key: 'occurred_on, outcome_type', without: ['computed_at'] },
  risk_onsets: { key: 'risk_type, began', without: ['computed_at'] },
  case_signatures: { key: 'window_days, window_end', without: ['computed_at'] },
  kag_risk_forecasts: { key: 'risk_type', without: ['generated_at'] },
  kag_risk_forecast_history: { key: 'risk_type, model, generated_at', without: ['generated_at'] },
  recommendations_v2: { key: 'category, episode_started_at', without: ['id'] },
};

export const CONCLUSION_TABLES = Object.keys(TABLES);

/**
 * A table's rows as text, each project's in their order, without the columns above.
 * @param day the UTC day that conclusions were drawn on
 */
export async function conclusionRows(database: Database, table: string, day: string): Promise<string[]> {
  const { key, without, where = '$1::date IS NOT NULL' } = TABLES[table]!;
  const order = key.replace(/(\w+_(?:key|type)|category|model)/g, '$1 COLLATE "C"');
  return database.transaction(async (tx) => {
    await tx.run(`SET LOCAL TIME ZONE 'UTC'`);
    const rows = await tx.query<{ row: string }>(
      `SELECT (to_jsonb(t) - $2::text[])::text AS row FROM ${table} t
       WHERE ${where} AND $1::date IS NOT NULL ORDER BY project_id, ${order}`,
      [day, without],
    );
    return rows.map(({ row }) => row);
  });
}
