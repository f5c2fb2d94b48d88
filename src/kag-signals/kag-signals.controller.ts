import { Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AskedProjects } from '../connectors/index.js';
import {
  Access,
  FromReplica,
  Operation,
  absent,
  NEXT_CURSOR,
  Project,
  ProjectScoped,
  ScopeQuery,
  type ActiveProject,
} from '../http/index.js';
import { RUN_ID_EXAMPLE, Trigger, type JobRequest } from '../jobs/index.js';
import { SCORE_TYPES } from './domain/score.js';
import { SIGNAL_KEYS } from './domain/signal.js';
import { THRESHOLDS } from './domain/thresholds.js';
import { REFRESH_EXAMPLE, SCORE_EXAMPLE, SIGNAL_EXAMPLE } from './examples.js';
import { ReadingsRepository } from './readings.repository.js';
import { SIGNALS_REFRESH } from './signals.step.js';

const NOT_YET = 'Nothing has been read from the project’s events yet: POST /kag/refresh';
const HINT = absent(NOT_YET);

@ApiTags('kag')
@Controller('kag')
export class KagSignalsController {
  constructor(
    private readonly readings: ReadingsRepository,
    private readonly asked: AskedProjects,
  ) {}

  @Post('refresh')
  @Access('operator')
  @ProjectScoped()
  @Trigger(SIGNALS_REFRESH)
  @Operation({
    id: 'refreshSignals',
    summary: 'Bring signals and scores up to date with what has happened',
    example: { result: REFRESH_EXAMPLE, job_run_id: RUN_ID_EXAMPLE },
  })
  refresh(): JobRequest {
    return { job_type: SIGNALS_REFRESH };
  }

  @Get('signals')
  @FromReplica()
  @Access('viewer')
  @ProjectScoped()
  @Operation({
    id: 'listSignals',
    summary: 'What the project’s events say, signal by signal, with the evidence; or each project’s',
    description:
      'As of the last refresh (`as_of`). A signal that there is nothing to read from is not `known`: its `value` is null. ' +
      '`hint` says what to do where there is none yet.',
    example: { signals: [SIGNAL_EXAMPLE], next_cursor: NEXT_CURSOR, hint: HINT },
  })
  signals(@Project() project: ActiveProject, @Query() query: ScopeQuery) {
    return this.asked.over(project, query, async (ids) => {
      const rows = inOrder(await this.readings.signals(ids), ids, (row) => SIGNAL_KEYS.indexOf(row.signal_key));
      const signals = rows.map((row) => ({ ...row, known: row.value !== null, ...THRESHOLDS[row.signal_key] }));
      return { signals, ...(signals.length === 0 ? { hint: NOT_YET } : {}) };
    });
  }

  @Get('scores')
  @FromReplica()
  @Access('viewer')
  @ProjectScoped()
  @Operation({
    id: 'listScores',
    summary: 'The project’s scores (0 to 100), with what each is made of and the evidence; or each project’s',
    description:
      'As of the last refresh (`as_of`). The factors’ contributions add up to the score; health starts at 100. ' +
      '`coverage` is the share of its weight that is known; below half of it a score is not `known`: `value` and `band` are null.',
    example: { scores: [SCORE_EXAMPLE], next_cursor: NEXT_CURSOR, hint: HINT },
  })
  scores(@Project() project: ActiveProject, @Query() query: ScopeQuery) {
    return this.asked.over(project, query, async (ids) => {
      const rows = inOrder(await this.readings.scores(ids), ids, (row) => SCORE_TYPES.indexOf(row.score_type));
      const scores = rows.map((row) => ({ ...row, known: row.value !== null }));
      return { scores, ...(scores.length === 0 ? { hint: NOT_YET } : {}) };
    });
  }
}

/** Rows project by project, each project's by their place; what has none, of an earlier release, is left out. */
function inOrder<T extends { project_id: string }>(
  rows: readonly T[],
  projectIds: readonly string[],
  placeOf: (row: T) => number,
): T[] {
  const byProject = Map.groupBy(rows, ({ project_id }) => project_id);
  return projectIds.flatMap((id) =>
    (byProject.get(id) ?? []).filter((row) => placeOf(row) >= 0).sort((a, b) => placeOf(a) - placeOf(b)),
  );
}
