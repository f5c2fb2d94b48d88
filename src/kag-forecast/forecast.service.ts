import { Injectable } from '@nestjs/common';
import { dayOf } from '../common/day.js';
import { Database } from '../database/index.js';
import type { Reading } from '../kag-signals/index.js';
import { SimilarCases, type SimilarCase } from '../similarity/index.js';
import { type Forecasts, type Thresholds } from './domain/forecast.js';
import { forecastOf } from './domain/forecast-of.js';
import { byRisk, RISK_TYPES } from './domain/risks.js';
import { sayings } from './domain/sayings.js';
import { ForecastsRepository, type ModelForecast } from './forecasts.repository.js';
import { LooksService } from './looks.service.js';
import { ScopeModelsService } from './models/scope-models.service.js';
import { ScopesRepository } from './models/scopes.repository.js';

/** How many of the similar cases answers and results show. */
export const CASES_SHOWN = 3;
/** Which cases stand beside a forecast. */
export const FORECAST_WINDOW_DAYS = 14;
export const FORECAST_CASES = 5;

/** A project's forecasts, from where on they are alarms, and projects that were in a similar place. */
export interface Forecasted {
  forecasts: Forecasts;
  thresholds: Thresholds;
  cases: SimilarCase[];
}

/** Forecasts projects' risks by the models of their account scopes. */
@Injectable()
export class ForecastService {
  constructor(
    private readonly scopes: ScopesRepository,
    private readonly models: ScopeModelsService,
    private readonly looks: LooksService,
    private readonly similar: SimilarCases,
    private readonly repository: ForecastsRepository,
    private readonly database: Database,
  ) {}

  /**
   * Makes and stores the forecasts of these readings, by project. The number of statements depends on that of the
   * batches alone; the first run of a week also makes the models of its account scopes.
   */
  async refresh(readings: ReadonlyMap<string, Reading>, now: Date): Promise<Map<string, Forecasted>> {
    const projects = await this.scopes.of([...readings.keys()]);
    const scopes = new Set(projects.map((one) => one.account_scope_id));
    const models = await this.models.of([...scopes], dayOf(now));
    const looks = await this.looks.of(projects, readings, now);
    const cases = await this.similar.top([...readings.keys()], FORECAST_WINDOW_DAYS, FORECAST_CASES);
    const made = new Map<string, Forecasted>();
    const said: ModelForecast[] = [];
    for (const { id, account_scope_id } of projects) {
      const [own, by] = [looks.get(id), models.get(account_scope_id)];
      if (!own || !by) continue;
      const served = by.models[by.champion.model];
      const forecasts = byRisk((risk) => forecastOf(served, risk, own.looks[risk], own.shown[risk]));
      made.set(id, { forecasts, thresholds: by.thresholds, cases: cases.get(id) ?? [] });
      for (const risk of RISK_TYPES)
        for (const one of sayings(by.models, risk, own.looks[risk]))
          said.push({ project_id: id, publishable: forecasts[risk].publishable, ...one });
    }
    const forecasts = new Map([...made].map(([projectId, one]) => [projectId, one.forecasts]));
    await this.database.transaction((tx) => this.repository.store(tx, forecasts, said, now));
    return made;
  }
}
