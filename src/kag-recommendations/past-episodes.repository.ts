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

  /** What was opened again since has lost its resolution; the day on which it was said stays. */
  async falseAlarms(tx: Tx, projectIds: readonly string[]): Promise<FalseAlarms[]> {
    // An older server beside this one, during an update, writes the resolution alone.
    return tx.query<FalseAlarms>(
      `SELECT project_id, category, array_agg(day ORDER BY day) AS days FROM (
         SELECT project_id, category, to_char(coalesce(false_alarm_on,
           (coalesce(completed_at, dismissed_at, updated_at) AT TIME ZONE 'UTC')::date), 'YYYY-MM-DD') AS day
         FROM recommendations_v2
         WHERE project_id = ANY ($1::uuid[]) AND (resolution = 'false_alarm' OR false_alarm_on IS NOT NULL)) r
       GROUP BY project_id, category`,
      [projectIds],
    );
  }
}
