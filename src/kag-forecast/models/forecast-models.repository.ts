import { Injectable } from '@nestjs/common';
import { Database, toJsonb } from '../../database/index.js';
import type { ForecastModel } from './forecast-model.entity.js';

export type StoredModel = Omit<ForecastModel, 'computed_at'>;

/** What forecasts are made by. */
export type KeptModel = Omit<StoredModel, 'judged'>;

/** A model without what it forecasts by. */
export interface ModelSummary extends Pick<StoredModel, 'model' | 'trained_until' | 'log_loss' | 'judged_onsets'> {
  /** That it has learnt from. */
  projects: number;
  days: number;
}

const COLUMNS = `account_scope_id, to_char(trained_until, 'YYYY-MM-DD') AS trained_until, model, hash, coefficients, trained_on,
  thresholds, log_loss, judged_onsets`;

const NEWEST = `m.trained_until = (SELECT max(trained_until) FROM kag_forecast_models WHERE account_scope_id = $1)`;

@Injectable()
export class ForecastModelsRepository {
  constructor(private readonly database: Database) {}

  /** The models of these scopes that have learnt until that day, by scope. One statement. */
  async of(scopeIds: readonly string[], until: string): Promise<Map<string, KeptModel[]>> {
    const rows = await this.database.query<KeptModel>(
      `SELECT ${COLUMNS} FROM kag_forecast_models m WHERE account_scope_id = ANY ($1::uuid[]) AND m.trained_until = $2`,
      [scopeIds, until],
    );
    return Map.groupBy(rows, ({ account_scope_id }) => account_scope_id);
  }

  /** The newest models of a scope, without their coefficients and the marks of each project. One statement. */
  async newestSummaries(scopeId: string): Promise<ModelSummary[]> {
    return this.database.query<ModelSummary>(
      `SELECT m.model, to_char(m.trained_until, 'YYYY-MM-DD') AS trained_until, m.log_loss, m.judged_onsets,
         (m.trained_on ->> 'projects')::int AS projects, (m.trained_on ->> 'days')::int AS days
       FROM kag_forecast_models m WHERE m.account_scope_id = $1 AND ${NEWEST}`,
      [scopeId],
    );
  }

  /** How the past forecasts of the newest models of a scope turned out, by model. One statement. */
  async newestJudged(scopeId: string): Promise<Pick<StoredModel, 'model' | 'judged'>[]> {
    return this.database.query(
      `SELECT m.model, m.judged FROM kag_forecast_models m WHERE m.account_scope_id = $1 AND ${NEWEST}`,
      [scopeId],
    );
  }

  /** Keeps models in place of those of their scope and week. One statement. */
  async put(models: readonly StoredModel[]): Promise<void> {
    await this.database.run(
      // In order, so that two runs over the same scope wait for each other instead of locking each other out.
      `INSERT INTO kag_forecast_models AS m
         (account_scope_id, trained_until, model, hash, coefficients, trained_on, thresholds, log_loss, judged, judged_onsets)
       SELECT r.* FROM jsonb_to_recordset($1::jsonb) AS r (account_scope_id uuid, trained_until date, model text, hash text,
         coefficients jsonb, trained_on jsonb, thresholds jsonb, log_loss float8, judged jsonb,
         judged_onsets integer)
       ORDER BY r.account_scope_id, r.trained_until, r.model
       ON CONFLICT (account_scope_id, trained_until, model) DO UPDATE SET hash = excluded.hash,
         coefficients = excluded.coefficients, trained_on = excluded.trained_on, thresholds = excluded.thresholds,
         log_loss = excluded.log_loss, judged = excluded.judged, judged_onsets = excluded.judged_onsets,
         computed_at = excluded.computed_at
       WHERE (m.hash, m.trained_on, m.thresholds, m.log_loss, m.judged, m.judged_onsets) IS DISTINCT FROM
         (excluded.hash, excluded.trained_on, excluded.thresholds, excluded.log_loss, excluded.judged, excluded.judged_onsets)`,
      [toJsonb(models)],
    );
  }
}
