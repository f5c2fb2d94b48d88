import { Injectable } from '@nestjs/common';
import type { Span } from '../common/day.js';
import { hasLeaving } from '../connectors/index.js';
import { Database, toJsonb, type Tx } from '../database/index.js';
import { measuresFrom, type DayMeasures, type KeptMeasures } from './domain/day-measures.js';
import type { Aggregates, Snapshot } from './domain/snapshot.js';
import type { ProjectDay } from './project-day.js';

/** A snapshot as it is stored; its measures are read by themselves. */
export type StoredSnapshot = Omit<Snapshot, 'measures_json'> & { computed_at: Date };
/** A snapshot without its evidence, which is most of its bulk. */
export type SnapshotFigures = Omit<StoredSnapshot, 'evidence_refs'>;

/** What computations over many days need of one. */
export interface DayFigures {
  project_id: string;
  measures: DayMeasures;
  aggregates_json: Aggregates;
}

/** Days of a project, both ends included. */
export type ProjectSpan = Span & { project_id: string };

/** Whose days are listed: a project's, or those of all projects of an account scope. */
export type Whose = { projectId: string } | { accountScopeId: string };

/** The last day that was shown, and of which project. */
export interface DayPosition {
  day: string;
  projectId: string;
}

export interface SnapshotFilter {
  from?: string | undefined;
  to?: string | undefined;
  include_unpublished: boolean;
}

/** When a project was last looked at: the day's moment, and when it was computed. */
export interface Freshness {
  as_of: Date | null;
  computed_at: Date | null;
}

/** A condition on projects `p`, and its $1. */
const among = (whose: Whose): [string, string] =>
  'projectId' in whose
    ? ['p.id = $1', whose.projectId]
    : [`p.account_scope_id = $1 AND NOT ${hasLeaving('p.id')}`, whose.accountScopeId];

const FIGURES = `project_id, to_char(snapshot_date, 'YYYY-MM-DD') AS snapshot_date, as_of, signals_json, scores_json,
  aggregates_json, publishable, computed_at`;

@Injectable()
export class SnapshotsRepository {
  constructor(private readonly database: Database) {}

  /** Stores the snapshots in place of those of the same days, where they differ. One statement. */
  async save(tx: Tx, snapshots: readonly Snapshot[]): Promise<void> {
    await tx.run(
      // In order, so that two runs over the same days wait for each other instead of locking each other out.
      `INSERT INTO project_snapshots AS s (project_id, snapshot_date, as_of, signals_json, scores_json, aggregates_json, measures_json, evidence_refs, publishable)
       SELECT r.* FROM jsonb_to_recordset($1::jsonb) AS r (project_id uuid, snapshot_date date, as_of timestamptz,
         signals_json jsonb, scores_json jsonb, aggregates_json jsonb, measures_json jsonb, evidence_refs jsonb, publishable boolean)
       ORDER BY r.project_id, r.snapshot_date
       ON CONFLICT (project_id, snapshot_date) DO UPDATE SET as_of = excluded.as_of, signals_json = excluded.signals_json,
         scores_json = excluded.scores_json, aggregates_json = excluded.aggregates_json,
         measures_json = excluded.measures_json, evidence_refs = excluded.evidence_refs,
         publishable = excluded.publishable, computed_at = excluded.computed_at
       WHERE (s.as_of, s.signals_json, s.scores_json, s.aggregates_json, s.measures_json, s.evidence_refs, s.publishable)
         IS DISTINCT FROM (excluded.as_of, excluded.signals_json, excluded.scores_json, excluded.aggregates_json,
           excluded.measures_json, excluded.evidence_refs, excluded.publishable)`,
      [toJsonb(snapshots)],
    );
  }

  /** Removes these days. One statement. */
  async drop(tx: Tx, days: readonly ProjectDay[]): Promise<void> {
    await tx.run(
      `DELETE FROM project_snapshots s USING unnest($1::uuid[], $2::date[]) AS d (project_id, day)
       WHERE s.project_id = d.project_id AND s.snapshot_date = d.day`,
      [days.map((one) => one.project_id), days.map((one) => one.day)],
    );
  }

  /** Removes the days of these projects on which they were over, with what went wrong on them. Two statements. */
  async dropAfterEnds(tx: Tx, projectIds: readonly string[]): Promise<void> {
    await tx.run(
      `DELETE FROM project_snapshots s USING projects p
       WHERE p.id = ANY ($1::uuid[]) AND s.project_id = p.id AND s.snapshot_date >= p.ended_on`,
      [projectIds],
    );
    await tx.run(
      `DELETE FROM past_case_outcomes o USING projects p
       WHERE p.id = ANY ($1::uuid[]) AND o.project_id = p.id AND o.occurred_on >= p.ended_on`,
      [projectIds],
    );
  }

  /**
   * Snapshots, newest day first, of a day by project, after the one that is named. Each project gives its newest by its
   * own index.
   */
  async list(
    whose: Whose,
    { from, to, include_unpublished }: SnapshotFilter,
    limit: number,
    after: DayPosition | null,
  ): Promise<StoredSnapshot[]> {
    const [which, id] = among(whose);
    return this.database.query(
      `SELECT s.* FROM projects p CROSS JOIN LATERAL (
         SELECT ${FIGURES}, evidence_refs FROM project_snapshots d
         WHERE d.project_id = p.id
           AND ($2::date IS NULL OR d.snapshot_date >= $2)
           AND ($3::date IS NULL OR d.snapshot_date <= $3)
           AND ($4::date IS NULL OR d.snapshot_date < $4 OR d.snapshot_date = $4 AND d.project_id > $5::uuid)
           AND (publishable OR $6)
         ORDER BY d.snapshot_date DESC LIMIT $7) s
       WHERE ${which}
       ORDER BY s.snapshot_date DESC, s.project_id LIMIT $7`,
      [id, from ?? null, to ?? null, after?.day ?? null, after?.projectId ?? null, include_unpublished, limit],
    );
  }

  /** Of the newest day, published or not, and the last that was computed of it; nulls before the first. */
  async freshness(whose: Whose): Promise<Freshness> {
    const [which, id] = among(whose);
    const [row] = await this.database.query<Freshness>(
      `SELECT s.as_of, s.computed_at FROM projects p CROSS JOIN LATERAL (
         SELECT snapshot_date, as_of, computed_at FROM project_snapshots
         WHERE project_id = p.id ORDER BY snapshot_date DESC LIMIT 1) s
       WHERE ${which} ORDER BY s.snapshot_date DESC, s.computed_at DESC LIMIT 1`,
      [id],
    );
    return row ?? { as_of: null, computed_at: null };
  }

  /**
   * The figures of these projects' days that have measures, of each from its first day to its last, oldest first. One
   * statement.
   */
  async between(spans: readonly ProjectSpan[]): Promise<DayFigures[]> {
    const rows = await this.database.query<Omit<DayFigures, 'measures'> & { day: string; kept: KeptMeasures | null }>(
      `SELECT project_id, to_char(snapshot_date, 'YYYY-MM-DD') AS day, measures_json AS kept, aggregates_json
       FROM unnest($1::uuid[], $2::date[], $3::date[]) AS w (id, first, last)
       JOIN project_snapshots s ON s.project_id = w.id AND s.snapshot_date BETWEEN w.first AND w.last
         AND measures_json IS NOT NULL
       ORDER BY project_id, s.snapshot_date`,
      [spans.map((one) => one.project_id), spans.map((one) => one.from), spans.map((one) => one.to)],
    );
    return rows.map(({ day, kept, ...one }) => ({ ...one, measures: measuresFrom(day, kept ?? {}) }));
  }

  /** The newest snapshot of each project that has one, by project. One statement. */
  async latest(projectIds: readonly string[]): Promise<Map<string, SnapshotFigures>> {
    const rows = await this.database.query<SnapshotFigures>(
      `SELECT s.* FROM unnest($1::uuid[]) AS p (id)
       CROSS JOIN LATERAL (
         SELECT ${FIGURES} FROM project_snapshots s WHERE project_id = p.id ORDER BY s.snapshot_date DESC LIMIT 1) AS s`,
      [projectIds],
    );
    return new Map(rows.map((row) => [row.project_id, row]));
  }
}
