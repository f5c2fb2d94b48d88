import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/index.js';
import type { Category } from './domain/recommendation.js';
import type { PastEpisode } from './domain/restraint.js';

/** An episode that is over, of one of several projects. */
export type LatestEpisode = PastEpisode & { project_id: string; category: Category };

/** The days on which a category was said to be a false alarm, oldest first. */
export interface FalseAlarms {
  project_id: string;
  category: Category;
  days: string[];
}

/**
 * What has become of earlier recommendations, by which new ones hold back. One statement each, however many projects.
 */
@Injectable()
export class PastEpisodesRepository {
  /** Of each category of each project the latest episode that is over. */
  async latest(tx: Tx, projectIds: readonly string[]): Promise<LatestEpisode[]> {
    return tx.query<LatestEpisode>(
      `SELECT DISTINCT ON (project_id, category) project_id, category, episode_ended_at AS ended_at, peak_strength,
         settled_strength, resolution
       FROM recommendations_v2 r WHERE project_id = ANY ($1::uuid[]) AND episode_ended_at IS NOT NULL
       ORDER BY project_id, category, r.episode_ended_at DESC, id DESC`,
      [projectIds],
    );
  }

  /** What was opened again since has lost its resolution; the report of it stays. */
  async falseAlarms(tx: Tx, projectIds: readonly string[]): Promise<FalseAlarms[]> {
    return tx.query<FalseAlarms>(
      `SELECT project_id, category, array_agg(day ORDER BY day) AS days FROM (
         SELECT project_id, category,
           to_char(coalesce(completed_at, dismissed_at, updated_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day
         FROM recommendations_v2 WHERE project_id = ANY ($1::uuid[]) AND resolution = 'false_alarm'
         UNION ALL
         SELECT v.project_id, v.category, to_char(r.reported_on, 'YYYY-MM-DD')
         FROM risk_reports r JOIN recommendations_v2 v ON v.project_id = r.project_id AND v.id = r.recommendation_id
         WHERE r.project_id = ANY ($1::uuid[]) AND r.resolution = 'false_alarm'
           AND v.resolution IS DISTINCT FROM 'false_alarm') r
       GROUP BY project_id, category`,
      [projectIds],
    );
  }
}
