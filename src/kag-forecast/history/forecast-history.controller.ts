import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock } from '../../common/clock.js';
import { dayOf } from '../../common/day.js';
import {
  Access,
  decimal,
  FromReplica,
  named,
  oneOf,
  Operation,
  orNull,
  Project,
  ProjectScoped,
  Revalidated,
  validationFailed,
  type ActiveProject,
} from '../../http/index.js';
import { pointDays, SERIES_EXAMPLE, seriesProblems, seriesSpan, valuesOf } from '../../kag-snapshots/index.js';
import { FIRST_MODEL } from '../domain/champion.js';
import { MODELS } from '../domain/forecast.js';
import { RISK_TYPES } from '../domain/risks.js';
import { ScopeModelsService } from '../models/scope-models.service.js';
import { ForecastHistoryQuery } from './forecast-history.dto.js';
import { ForecastHistoryRepository } from './forecast-history.repository.js';

const DECIMALS = 4;
const chances = (...shown: number[]) => shown.map((value) => orNull(decimal(value)));

@ApiTags('kag')
@Controller('kag/v2/forecast/history')
export class ForecastHistoryController {
  constructor(
    private readonly history: ForecastHistoryRepository,
    private readonly models: ScopeModelsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @FromReplica()
  @Access('viewer')
  @ProjectScoped()
  @Revalidated()
  @Operation({
    id: 'getForecastHistory',
    summary: 'How likely each risk was said to be, day by day, as lines to draw',
    description:
      'By the model that serves the account scope now. A value for each of `days`, oldest first; null: nothing was shown then. ' +
      'The route of accuracy tells what came of it.',
    example: {
      model: oneOf(MODELS, 'hazard-v1'),
      ...SERIES_EXAMPLE,
      forecasts: [
        named('ForecastSeries', {
          risk_type: oneOf(RISK_TYPES, 'finance_risk'),
          p7: chances(0.06, 0.11, 0.18),
          p14: chances(0.11, 0.2, 0.29),
          p30: chances(0.22, 0.35, 0.44),
        }),
      ],
    },
  })
  async list(@Project() project: ActiveProject, @Query() { fields, from, to, step }: ForecastHistoryQuery) {
    const [asked, today] = [{ from, to, step }, dayOf(this.clock.now())];
    const problems = seriesProblems(asked, today);
    if (problems.length > 0) throw validationFailed(problems);
    const span = seriesSpan(asked, today);
    const days = pointDays(span);
    const model = (await this.models.served(project.account_scope_id))?.model ?? FIRST_MODEL;
    const points = await this.history.points(project.id, span, fields, model);
    const lineOf = (risk: (typeof fields)[number], horizon: number) =>
      valuesOf(points.get(risk) ?? [], days.length, horizon, DECIMALS);
    return {
      model,
      ...span,
      days,
      forecasts: fields.map((risk_type) => ({
        risk_type,
        p7: lineOf(risk_type, 0),
        p14: lineOf(risk_type, 1),
        p30: lineOf(risk_type, 2),
      })),
    };
  }
}
