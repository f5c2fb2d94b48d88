import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock } from '../common/clock.js';
import { dayOf } from '../common/day.js';
import {
  Access,
  FromReplica,
  Operation,
  Project,
  ProjectScoped,
  Revalidated,
  validationFailed,
  type ActiveProject,
} from '../http/index.js';
import {
  MOVED_SCORES,
  movedBy,
  SCORE_BANDS,
  THRESHOLDS,
  type MovedScore,
  type ScoreType,
} from '../kag-signals/index.js';
import { endsOf, pointDays, seriesProblems, seriesSpan, valuesOf, type KnownPoint } from './domain/series.js';
import { SCORE_SERIES_EXAMPLE, SERIES_EXAMPLE, SIGNAL_SERIES_EXAMPLE } from './series.examples.js';
import { ScoreSeriesQuery, SignalSeriesQuery, type SpanQuery } from './series.dto.js';
import { SeriesRepository } from './series.repository.js';

const SCORE_DECIMALS = 1;
const SIGNAL_DECIMALS = 3;

@ApiTags('kag')
@Controller('kag')
export class SeriesController {
  constructor(
    private readonly series: SeriesRepository,
    private readonly clock: Clock,
  ) {}

  @Get('scores/series')
  @FromReplica()
  @Access('viewer')
  @ProjectScoped()
  @Revalidated()
  @Operation({
    id: 'getScoreSeries',
    summary: 'The project’s scores day by day, as lines to draw, and what moved them',
    description:
      '`values`: one for each of `days`, oldest first; null: it is not known. `bands`: the first of them that ' +
      'a value reaches is its band. `moved`: from the first to the last known day, ' +
      'which parts moved the score by how many points; only of project_health and risk, which are made of signals alone.',
    example: { ...SERIES_EXAMPLE, scores: [SCORE_SERIES_EXAMPLE] },
  })
  async scores(@Project() project: ActiveProject, @Query() query: ScoreSeriesQuery) {
    const { span, days } = this.daysOf(query);
    const points = await this.series.scores(project.id, span, query.fields);
    const moves = await this.moves(project.id, points, query.fields);
    return {
      ...span,
      days,
      scores: query.fields.map((score_type, i) => ({
        score_type,
        bands: SCORE_BANDS[score_type].steps,
        values: valuesOf(points, days.length, i, SCORE_DECIMALS),
        moved: moves.get(score_type) ?? null,
      })),
    };
  }

  @Get('signals/series')
  @FromReplica()
  @Access('viewer')
  @ProjectScoped()
  @Revalidated()
  @Operation({
    id: 'getSignalSeries',
    summary: 'The project’s signals day by day, as lines to draw, with their thresholds',
    description:
      '`values`: one for each of `days`, oldest first; null: it is not known. `warn` and `critical`: from which value on; a signal ' +
      'gets worse as it falls where `critical` is below `warn`.',
    example: { ...SERIES_EXAMPLE, signals: [SIGNAL_SERIES_EXAMPLE] },
  })
  async signals(@Project() project: ActiveProject, @Query() query: SignalSeriesQuery) {
    const { span, days } = this.daysOf(query);
    const points = await this.series.signals(project.id, span, query.fields);
    return {
      ...span,
      days,
      signals: query.fields.map((signal_key, i) => ({
        signal_key,
        ...THRESHOLDS[signal_key],
        values: valuesOf(points, days.length, i, SIGNAL_DECIMALS),
      })),
    };
  }

  private daysOf({ from, to, step }: SpanQuery) {
    const [asked, today] = [{ from, to, step }, dayOf(this.clock.now())];
    const problems = seriesProblems(asked, today);
    if (problems.length > 0) throw validationFailed(problems);
    const span = seriesSpan(asked, today);
    return { span, days: pointDays(span) };
  }

  /** What moved each score that can be told of, from its first known day to its last. */
  private async moves(projectId: string, points: readonly KnownPoint[], types: readonly ScoreType[]) {
    const ends = types.flatMap((type, i) => {
      const span = isMoved(type) ? endsOf(points, i) : null;
      return span === null ? [] : [{ type: type as MovedScore, ...span }];
    });
    if (ends.length === 0) return new Map<ScoreType, never>();
    const values = await this.series.signalsOn(projectId, [...new Set(ends.flatMap(({ from, to }) => [from, to]))]);
    return new Map(
      ends.map(({ type, from, to }): [ScoreType, object] => [
        type,
        { from, to, by: movedBy(type, values.get(from) ?? {}, values.get(to) ?? {}) },
      ]),
    );
  }
}

const isMoved = (type: ScoreType): type is MovedScore => (MOVED_SCORES as readonly ScoreType[]).includes(type);
