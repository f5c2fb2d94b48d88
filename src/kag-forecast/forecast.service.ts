import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import type { Reading } from '../kag-signals/index.js';
import { SimilarCases, type SimilarCase } from '../similarity/index.js';
import { forecastsOf, type RulesForecasts } from './domain/rules-v1.js';
import { ForecastsRepository } from './forecasts.repository.js';

/** Which cases a forecast looks at. */
export const FORECAST_WINDOW_DAYS = 14;
export const FORECAST_CASES = 5;

/** A project's forecasts, and the cases that went into them. */
export interface Forecasted {
  forecasts: RulesForecasts;
  cases: SimilarCase[];
}

/** Forecasts projects' risks from their readings and from what became of similar cases. */
@Injectable()
export class ForecastService {
  constructor(
    private readonly similar: SimilarCases,
    private readonly repository: ForecastsRepository,
    private readonly database: Database,
  ) {}

  /** Makes and stores the forecasts of these readings, by project. Four statements, however many projects. */
  async refresh(readings: ReadonlyMap<string, Reading>, now: Date): Promise<Map<string, Forecasted>> {
    const cases = await this.similar.top([...readings.keys()], FORECAST_WINDOW_DAYS, FORECAST_CASES);
    const made = new Map<string, Forecasted>();
    for (const [projectId, reading] of readings) {
      const own = cases.get(projectId) ?? [];
      made.set(projectId, { forecasts: forecastsOf(reading, own), cases: own });
    }
    const forecasts = new Map([...made].map(([projectId, one]) => [projectId, one.forecasts]));
    await this.database.transaction((tx) => this.repository.store(tx, forecasts, now));
    return made;
  }
}
