import { Injectable } from '@nestjs/common';
import { byProject, toJsonb, type Held, type Sql, type Tx } from '../database/index.js';
import { STATE_VERSION } from './domain/state.js';

/** The slot of a project's newest state. */
export const HEAD = 'head';

/** SQL: up to when a project's events were read; null before its first refresh. */
export const readUpTo = (projectId: string): string =>
  `(SELECT h.state_at FROM kag_signal_state h WHERE h.project_id = ${projectId} AND h.slot = '${HEAD}')`;

/** Where a project's fold goes on from. */
export interface Start {
  project_id: string;
  /** Of the present head, 0 without one; and of which time that is. */
  revision: number;
  head_at: Date | null;
  /** The newest event there is: later ones don't count this time. */
  newest_id: string;
  /** The earliest of the events that no head has seen, as the database writes it; states from then on are outdated. */
  outdated_from: string | null;
  /** The newest state that still holds and is no later than what was asked for; null: from the beginning. */
  from_at: Date | null;
  from_position: string | null;
  state: string | null;
}

export interface NewState {
  project_id: string;
  state_at: Date;
  state: string;
}

export interface NewHead extends NewState {
  seen_id: string;
  revision: number;
}

@Injectable()
export class SignalStatesRepository {
  /**
   * Where to start from for a reading at `moment`, for each project. An event that came late makes every state from
   * its time on outdated, so that the start lies before it.
   */
  async starts(sql: Sql, projectIds: readonly string[], moment: Date): Promise<Start[]> {
    return byProject(sql, projectIds, (ids, held) => this.startsOf(sql, ids, moment, held));
  }

  private startsOf(sql: Sql, projectIds: readonly string[], moment: Date, held: Held): Promise<Start[]> {
    // OFFSET 0 keeps the planner from looking for the minimum along the time index, through all of history.
    return sql.query<Start>(
      `WITH asked AS (
         SELECT a.project_id, coalesce(h.revision, 0) AS revision, h.state_at AS head_at,
           coalesce((SELECT max(e.id) FROM kag_event_log e WHERE e.project_id = a.project_id ${held('e.project_id', '$1')}), 0) AS newest_id,
           (SELECT min(n.occurred_at) FROM (
              SELECT e.occurred_at FROM kag_event_log e
              WHERE e.project_id = a.project_id AND e.id > CASE WHEN h.version = $3 THEN h.seen_id ELSE 0 END AND e.actor <> 'system' ${held('e.project_id', '$1')}
              OFFSET 0) n) AS outdated_from
         FROM unnest($1::uuid[]) AS a (project_id)
         LEFT JOIN kag_signal_state h ON h.project_id = a.project_id AND h.slot = '${HEAD}' ${held('h.project_id', '$1')})
       SELECT asked.project_id, asked.revision, asked.head_at, asked.newest_id::text AS newest_id,
         asked.outdated_from::text AS outdated_from, s.state_at AS from_at, s.state_at::text AS from_position, s.state
       FROM asked LEFT JOIN LATERAL (
         SELECT k.state_at, k.state FROM kag_signal_state k
         WHERE k.project_id = asked.project_id AND k.version = $3 AND k.state_at <= $2
           AND (asked.outdated_from IS NULL OR k.state_at < asked.outdated_from) ${held('k.project_id', '$1')}
         ORDER BY k.state_at DESC LIMIT 1) s ON true
       ORDER BY asked.project_id`,
      [projectIds, moment, STATE_VERSION],
    );
  }

  /** Stores new heads; returns the projects whose head had not moved meanwhile; the others keep what they have. */
  async moveHeads(tx: Tx, heads: readonly NewHead[]): Promise<Set<string>> {
    const rows = await tx.query<{ project_id: string }>(
      `INSERT INTO kag_signal_state AS s (project_id, slot, version, state_at, seen_id, revision, state)
       SELECT n.project_id, '${HEAD}', $2, n.state_at, n.seen_id, n.revision, n.state
       FROM jsonb_to_recordset($1::jsonb) AS n (project_id uuid, state_at timestamptz, seen_id bigint, revision int, state text)
       ON CONFLICT (project_id, slot) DO UPDATE SET version = excluded.version, state_at = excluded.state_at,
         seen_id = excluded.seen_id, revision = excluded.revision, updated_at = excluded.updated_at,
         -- A large text that stays is not written again.
         state = CASE WHEN s.state = excluded.state THEN s.state ELSE excluded.state END
       WHERE s.revision = excluded.revision - 1
       RETURNING s.project_id`,
      [toJsonb(heads), STATE_VERSION],
    );
    return new Set(rows.map((row) => row.project_id));
  }

  /** Removes checkpoints that late events have outdated, and those of before `oldest`. */
  async dropCheckpoints(
    tx: Tx,
    projects: readonly Pick<Start, 'project_id' | 'outdated_from'>[],
    oldest: Date,
  ): Promise<void> {
    await tx.run(
      `DELETE FROM kag_signal_state s USING unnest($1::uuid[], $2::timestamptz[]) AS k (project_id, outdated_from)
       WHERE s.project_id = k.project_id AND s.slot <> '${HEAD}'
         AND (s.version <> $4 OR s.state_at >= k.outdated_from OR s.state_at < $3)`,
      [
        projects.map((project) => project.project_id),
        projects.map((project) => project.outdated_from),
        oldest,
        STATE_VERSION,
      ],
    );
  }

  async addCheckpoints(tx: Tx, states: readonly NewState[]): Promise<void> {
    if (states.length === 0) return;
    await tx.run(
      `INSERT INTO kag_signal_state (project_id, slot, version, state_at, seen_id, revision, state)
       SELECT n.project_id, to_char(n.state_at AT TIME ZONE 'UTC', 'YYYY-MM-DD'), $2, n.state_at, 0, 0, n.state
       FROM jsonb_to_recordset($1::jsonb) AS n (project_id uuid, state_at timestamptz, state text)
       ON CONFLICT (project_id, slot) DO UPDATE SET version = excluded.version, state_at = excluded.state_at,
         state = excluded.state, updated_at = excluded.updated_at`,
      [toJsonb(states), STATE_VERSION],
    );
  }
}
