import { Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock } from '../common/clock.js';
import { Access, Operation, absent, Project, ProjectScoped, type ActiveProject } from '../http/index.js';
import { RUN_ID_EXAMPLE, Trigger, type JobRequest } from '../jobs/index.js';
import { SimilarCases } from '../similarity/index.js';
import { AccuracyRepository } from './accuracy.repository.js';
import { accuracyOf, LEAST_FORECASTS } from './domain/accuracy.js';
import { MODEL } from './domain/forecast.js';
import { RISK_TYPES } from './domain/risks.js';
import { ACCURACY_EXAMPLE, CASE_EXAMPLE, FORECAST_EXAMPLE, REFRESH_EXAMPLE } from './examples.js';
import { ForecastQuery } from './forecast.dto.js';
import { FORECAST_REFRESH } from './forecast.step.js';
import { FORECAST_CASES, FORECAST_WINDOW_DAYS } from './forecast.service.js';
import { ForecastsRepository } from './forecasts.repository.js';

const HORIZONS = [7, 14, 30];
const CASES_SHOWN = 3;
const NONE_SHOWN = 'No forecast with evidence: POST /kag/v2/forecast/refresh, or ask with include_unpublished=true';

@ApiTags('kag')
@Controller('kag/v2/forecast')
export class KagForecastController {
  constructor(
    private readonly forecasts: ForecastsRepository,
    private readonly accuracies: AccuracyRepository,
    private readonly similar: SimilarCases,
    private readonly clock: Clock,
  ) {}

  @Post('refresh')
  @Access('operator')
  @ProjectScoped()
  @Trigger(FORECAST_REFRESH)
  @Operation({
    id: 'refreshForecasts',
    summary: 'Forecast the project’s risks from its signals as they are now',
    example: {
      result: REFRESH_EXAMPLE,
      job_run_id: RUN_ID_EXAMPLE,
    },
  })
  refresh(): JobRequest {
    return { job_type: FORECAST_REFRESH };
  }

  @Get()
  @Access('viewer')
  @ProjectScoped()
  @Operation({
    id: 'listForecasts',
    summary: 'How likely each risk comes about within 7, 14 and 30 days, with drivers and evidence',
    description:
      'As of `generated_at`. Forecasts without evidence are hidden unless asked for. `hint`: what to do where there is none.',
    example: { forecasts: [FORECAST_EXAMPLE], similar_cases_top3: [CASE_EXAMPLE], hint: absent(NONE_SHOWN) },
  })
  async list(@Project() project: ActiveProject, @Query() query: ForecastQuery) {
    const rows = await this.forecasts.list(project.id, query.include_unpublished);
    const cases = await this.similar.top([project.id], FORECAST_WINDOW_DAYS, FORECAST_CASES);
    const forecasts = RISK_TYPES.flatMap((type) => rows.find((row) => row.risk_type === type) ?? []);
    return {
      forecasts,
      similar_cases_top3: (cases.get(project.id) ?? []).slice(0, CASES_SHOWN),
      ...(forecasts.length === 0 ? { hint: NONE_SHOWN } : {}),
    };
  }

  @Get('accuracy')
  @Access('viewer')
  @ProjectScoped()
  @Operation({
    id: 'getForecastAccuracy',
    summary: 'Past forecasts held against what then happened, by risk and horizon',
    description: `Brier score (0 is perfect) and calibration of the last forecast of each day whose horizon is over. Fewer than ${LEAST_FORECASTS} are "not_enough_history".`,
    example: { model: MODEL, accuracy: [ACCURACY_EXAMPLE] },
  })
  async accuracy(@Project() project: ActiveProject) {
    const judged = await this.accuracies.judged(project.id, MODEL, this.clock.now());
    const accuracy = RISK_TYPES.flatMap((risk_type) =>
      HORIZONS.map((horizon_days) => {
        const some = judged.filter((one) => one.risk_type === risk_type && one.horizon_days === horizon_days);
        const found = accuracyOf(some);
        const told = found
          ? { status: 'ok', ...found }
          : { status: 'not_enough_history', count: some.length, brier_score: null, calibration: [] };
        return { risk_type, horizon_days, ...told };
      }),
    );
    return { model: MODEL, accuracy };
  }
}
