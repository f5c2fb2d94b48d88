import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import type { ScoreType, SignalKey, SignalValues } from '../kag-signals/index.js';
import type { KnownPoint, SeriesSpan } from './domain/series.js';

/** A project's days as points of a line, without all that makes days heavy. Only days with evidence count. */
@Injectable()
export class SeriesRepository {
  constructor(private readonly database: Database) {}

  /** The points that are known of these scores; of the days of a step the last one that has evidence. One statement. */
  scores(projectId: string, span: SeriesSpan, types: readonly ScoreType[]): Promise<KnownPoint[]> {
    return this.points('scores_json', projectId, span, types);
  }

  /** The same of signals. */
  signals(projectId: string, span: SeriesSpan, keys: readonly SignalKey[]): Promise<KnownPoint[]> {
    return this.points('signals_json', projectId, span, keys);
  }

  /** The values of all signals on these days, by day. One statement. */
  async signalsOn(projectId: string, days: readonly string[]): Promise<Map<string, SignalValues>> {
    const rows = await this.database.query<{ day: string; values: SignalValues }>(
      `SELECT to_char(snapshot_date, 'YYYY-MM-DD') AS day,
         (SELECT json_object_agg(key, signal -> 'value') FROM jsonb_each(signals_json) AS s (key, signal)) AS values
       FROM project_snapshots WHERE project_id = $1 AND snapshot_date = ANY ($2::date[]) AND publishable`,
      [projectId, days],
    );
    return new Map(rows.map(({ day, values }) => [day, values]));
  }

  private points(
    column: 'scores_json' | 'signals_json',
    projectId: string,
    { from, to, step }: SeriesSpan,
    fields: readonly string[],
  ): Promise<KnownPoint[]> {
    return this.database.query<KnownPoint>(
      `SELECT steps_back, to_char(snapshot_date, 'YYYY-MM-DD') AS day, (
         SELECT json_agg(${column} -> field -> 'value' ORDER BY nth) FROM unnest($5::text[]) WITH ORDINALITY AS f (field, nth)
       ) AS values
       FROM (
         SELECT DISTINCT ON (steps_back) ($3::date - snapshot_date) / $4::int AS steps_back, snapshot_date, ${column}
         FROM project_snapshots
         WHERE project_id = $1 AND snapshot_date BETWEEN $2::date AND $3::date AND publishable
         ORDER BY steps_back, snapshot_date DESC) AS days`,
      [projectId, from, to, step, fields],
    );
  }
}
