import { Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AskedProjects } from '../connectors/index.js';
import {
  absent,
  Access,
  type ActiveProject,
  knowsOneProject,
  NEXT_CURSOR,
  FromReplica,
  oneOf,
  Operation,
  orNull,
  Project,
  ProjectScoped,
} from '../http/index.js';
import { type JobRequest, RUN_ID_EXAMPLE, Trigger } from '../jobs/index.js';
import { ProjectLocales } from '../projects/index.js';
import { SimilarCases } from '../similarity/index.js';
import { accuracyOf, type ForecastBin, LEAST_FORECASTS, skillOf } from './domain/accuracy.js';
import { FIRST_MODEL, JUDGED_DAYS } from './domain/champion.js';
import { HORIZONS, type ModelName, MODELS } from './domain/forecast.js';
import { RISK_TYPES } from './domain/risks.js';
import { driverWords, forecastWords } from './domain/words/tell.js';
import { ACCURACY_EXAMPLE, CASE_EXAMPLE, FORECAST_EXAMPLE, REFRESH_EXAMPLE, SERVED_EXAMPLE } from './examples.js';
import { ForecastQuery } from './forecast.dto.js';
import { CASES_SHOWN, FORECAST_CASES, FORECAST_WINDOW_DAYS } from './forecast.service.js';
import { FORECAST_REFRESH } from './forecast.step.js';
import { ForecastsRepository } from './forecasts.repository.js';
import { ScopeModelsService } from './models/scope-models.service.js';

const NONE_SHOWN = 'No forecast to show: POST /kag/v2/forecast/refresh, or ask with include_unpublished=true';

@ApiTags('kag')
@Controller('kag/v2/forecast')
export class KagForecastController {
  constructor(
    private readonly forecasts: ForecastsRepository,
    private readonly models: ScopeModelsService,
    private readonly similar: SimilarCases,
    private readonly locales: ProjectLocales,
    private readonly asked: AskedProjects,
  ) {}

  @Post('refresh')
  @Access('operator')
  @ProjectScoped()
  @Trigger(FORECAST_REFRESH)
  @Operation({
    id: 'refreshForecasts',
    summary: 'Forecast the project’s risks from its days up to now',
    example: {
      result: REFRESH_EXAMPLE,
      job_run_id: RUN_ID_EXAMPLE,
    },
  })
  refresh(): JobRequest {
    return { job_type: FORECAST_REFRESH };
  }

  @Get()
  @FromReplica()
  @Access('viewer')
  @ProjectScoped()
  @Operation({
    id: 'listForecasts',
    summary:
      'How likely each risk is to come about within 7, 14 and 30 days, what is usual, and what moves it from that',
    description:
      'As of `generated_at`, which stays while the same is found again on that UTC day. `status`: `already` where the ' +
      'risk is there, `since` that day; then no chance is told. ' +
      'Points of the `drivers` and the base rate add up to the chance, in percentage points. Forecasts that say more than ' +
      'what is usual and have no evidence are hidden unless asked for. `served`: which model it is, and why. ' +
      'With `all_projects`, and for a token that is limited to the project, `similar_cases_top3` is empty. `hint`: what to do where there is nothing to show.',
    example: {
      forecasts: [FORECAST_EXAMPLE],
      served: orNull(SERVED_EXAMPLE),
      similar_cases_top3: [CASE_EXAMPLE],
      next_cursor: NEXT_CURSOR,
      hint: absent(NONE_SHOWN),
    },
  })
  async list(@Project() project: ActiveProject, @Query() query: ForecastQuery) {
    const { forecasts, next_cursor } = await this.asked.over(project, query, async (ids) => ({
      forecasts: await this.inWords(ids, query),
    }));
    const cases =
      query.all_projects || knowsOneProject()
        ? new Map<string, never[]>()
        : await this.similar.top([project.id], FORECAST_WINDOW_DAYS, FORECAST_CASES);
    return {
      forecasts,
      served: await this.models.served(project.account_scope_id),
      similar_cases_top3: (cases.get(project.id) ?? []).slice(0, CASES_SHOWN),
      next_cursor,
      ...(forecasts.length === 0 ? { hint: NONE_SHOWN } : {}),
    };
  }

  /** The projects' forecasts, project by project, each in the language that is asked for, or its project's own. */
  private async inWords(ids: readonly string[], { include_unpublished, locale: asked }: ForecastQuery) {
    const localeOf = asked === undefined ? await this.locales.of(ids) : () => asked;
    const rows = Map.groupBy(await this.forecasts.list(ids, include_unpublished), ({ project_id }) => project_id);
    return ids.flatMap((id) => {
      const locale = localeOf(id);
      return RISK_TYPES.flatMap((type) => rows.get(id)?.find((row) => row.risk_type === type) ?? []).map((row) => ({
        ...row,
        drivers: row.drivers.map((driver) => ({
          key: driver.key,
          value: driver.value,
          points: driver.points,
          words: driverWords(driver, locale),
        })),
        words: forecastWords(row, locale),
      }));
    });
  }

  @Get('accuracy')
  @FromReplica()
  @Access('viewer')
  @ProjectScoped()
  @Operation({
    id: 'getForecastAccuracy',
    summary: 'Past forecasts of the account scope held against what then came about, by risk and horizon',
    description:
      `Judged when the models are made, once a week: forecasts of the served model in the ${JUDGED_DAYS} days before whose ` +
      `horizon was over by then, the last of each day, on days on which the risk was not there. \`base_rate\`: how ` +
      `often it came. Brier score: 0 is perfect; \`skill\`: by which share it is below that of always saying what is usual. Fewer than ${LEAST_FORECASTS} forecasts are "not_enough_history".`,
    example: { model: oneOf(MODELS, 'hazard-v1'), served: orNull(SERVED_EXAMPLE), accuracy: [ACCURACY_EXAMPLE] },
  })
  async accuracy(@Project() project: ActiveProject) {
    const served = await this.models.served(project.account_scope_id);
    const model = served?.model ?? FIRST_MODEL;
    const judged = await this.models.accuracy(project.account_scope_id);
    const accuracy = RISK_TYPES.flatMap((risk_type) =>
      HORIZONS.map((horizon_days) => {
        const cellOf = (name: ModelName) =>
          (judged.get(name) ?? []).filter((one) => one.risk_type === risk_type && one.horizon_days === horizon_days);
        return { risk_type, horizon_days, ...accuracyAnswer(cellOf(model), cellOf('base-rate')) };
      }),
    );
    return { model, served, accuracy };
  }
}

/** How good a model's forecasts are, beside always saying what is usual. */
function accuracyAnswer(judged: readonly ForecastBin[], judgedUsual: readonly ForecastBin[]) {
  const [own, usual] = [accuracyOf(judged), accuracyOf(judgedUsual)];
  if (own)
    return { status: 'ok', ...own, base_rate_brier_score: usual?.brier_score ?? null, skill: skillOf(own, usual) };
  const count = judged.reduce((sum, { forecasts }) => sum + forecasts, 0);
  return {
    status: 'not_enough_history',
    count,
    base_rate: null,
    brier_score: null,
    base_rate_brier_score: null,
    skill: null,
    calibration: [],
  };
}
