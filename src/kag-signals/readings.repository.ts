import { Injectable } from '@nestjs/common';
import { Database, toJsonb, type Tx } from '../database/index.js';
import type { Reading } from './domain/reading.js';
import type { StoredScore } from './score.entity.js';
import type { StoredSignal } from './signal.entity.js';
import { readUpTo } from './signal-states.repository.js';

/** A row's own time is that of its last change: since then the project was looked at again, and found the same. */
const READ_UP_TO = `greatest(r.as_of, ${readUpTo('r.project_id')}) AS as_of`;

@Injectable()
export class ReadingsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Stores readings in place of the projects' last ones, and as their day's. What is the same as before is not written
   * again: the head of the project's state says up to when it was read. Four statements, however many.
   */
  async store(tx: Tx, readings: readonly Reading[]): Promise<void> {
    if (readings.length === 0) return;
    const signals = readings.flatMap(({ project_id, as_of, signals: all }) =>
      Object.entries(all).map(([signal_key, signal]) => ({ project_id, signal_key, ...signal, as_of })),
    );
    const scores = readings.flatMap(({ project_id, as_of, scores: all }) =>
      Object.entries(all).map(([score_type, score]) => ({ project_id, score_type, ...score, as_of })),
    );
    await tx.run(
      `INSERT INTO kag_signals (project_id, signal_key, value, status, details, evidence_refs, as_of)
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS n (project_id uuid, signal_key text, value float8, status text,
         details jsonb, evidence_refs jsonb, as_of timestamptz)
       ON CONFLICT (project_id, signal_key) DO UPDATE SET value = excluded.value, status = excluded.status,
         details = excluded.details, evidence_refs = excluded.evidence_refs, as_of = excluded.as_of
       WHERE (kag_signals.value, kag_signals.status, kag_signals.details, kag_signals.evidence_refs)
         IS DISTINCT FROM (excluded.value, excluded.status, excluded.details, excluded.evidence_refs)`,
      [toJsonb(signals)],
    );
    await tx.run(
      `INSERT INTO kag_signal_history AS h (project_id, signal_key, day, value, status, as_of)
       SELECT project_id, signal_key, (as_of AT TIME ZONE 'UTC')::date, value, status, as_of
       FROM jsonb_to_recordset($1::jsonb) AS n (project_id uuid, signal_key text, value float8, status text, as_of timestamptz)
       ON CONFLICT (project_id, signal_key, day) DO UPDATE SET value = excluded.value, status = excluded.status, as_of = excluded.as_of
       WHERE (h.value, h.status) IS DISTINCT FROM (excluded.value, excluded.status)`,
      [toJsonb(signals)],
    );
    await tx.run(
      `INSERT INTO kag_scores (project_id, score_type, value, band, coverage, factors, evidence_refs, as_of)
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS n (project_id uuid, score_type text, value float8, band text,
         coverage float8, factors jsonb, evidence_refs jsonb, as_of timestamptz)
       ON CONFLICT (project_id, score_type) DO UPDATE SET value = excluded.value, band = excluded.band,
         coverage = excluded.coverage, factors = excluded.factors, evidence_refs = excluded.evidence_refs, as_of = excluded.as_of
       WHERE (kag_scores.value, kag_scores.band, kag_scores.coverage, kag_scores.factors, kag_scores.evidence_refs)
         IS DISTINCT FROM (excluded.value, excluded.band, excluded.coverage, excluded.factors, excluded.evidence_refs)`,
      [toJsonb(scores)],
    );
    await tx.run(
      `INSERT INTO kag_score_history AS h (project_id, score_type, day, value, band, as_of)
       SELECT project_id, score_type, (as_of AT TIME ZONE 'UTC')::date, value, band, as_of
       FROM jsonb_to_recordset($1::jsonb) AS n (project_id uuid, score_type text, value float8, band text, as_of timestamptz)
       ON CONFLICT (project_id, score_type, day) DO UPDATE SET value = excluded.value, band = excluded.band, as_of = excluded.as_of
       WHERE (h.value, h.band) IS DISTINCT FROM (excluded.value, excluded.band)`,
      [toJsonb(scores)],
    );
  }

  /** The projects' signals as last stored; none before a first refresh. */
  async signals(projectIds: readonly string[]): Promise<StoredSignal[]> {
    return this.database.query(
      `SELECT project_id, signal_key, value, status, details, evidence_refs, ${READ_UP_TO} FROM kag_signals r
       WHERE project_id = ANY ($1::uuid[])`,
      [projectIds],
    );
  }

  /** The projects' scores as last stored; none before a first refresh. */
  async scores(projectIds: readonly string[]): Promise<StoredScore[]> {
    return this.database.query(
      `SELECT project_id, score_type, value, band, coverage, factors, evidence_refs, ${READ_UP_TO} FROM kag_scores r
       WHERE project_id = ANY ($1::uuid[])`,
      [projectIds],
    );
  }
}
