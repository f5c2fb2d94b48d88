import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, FromReplica, Operation, absent, Project, ProjectScoped, type ActiveProject } from '../http/index.js';
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
  constructor(private readonly readings: ReadingsRepository) {}

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
    summary: 'What the project’s events say, signal by signal, with the evidence',
    description:
      'As of the last refresh (`as_of`). A signal that there is nothing to read from is not `known`: its `value` is null. ' +
      '`hint` says what to do where there is none yet.',
    example: { signals: [SIGNAL_EXAMPLE], hint: HINT },
  })
  async signals(@Project() project: ActiveProject) {
    const rows = new Map((await this.readings.signals(project.id)).map((row) => [row.signal_key, row]));
    const signals = SIGNAL_KEYS.flatMap((key) => {
      const row = rows.get(key);
      return row ? [{ ...row, known: row.value !== null, ...THRESHOLDS[key] }] : [];
    });
    return { signals, ...(signals.length === 0 ? { hint: NOT_YET } : {}) };
  }

  @Get('scores')
  @FromReplica()
  @Access('viewer')
  @ProjectScoped()
  @Operation({
    id: 'listScores',
    summary: 'The project’s scores (0 to 100), with what each is made of and the evidence',
    description:
      'As of the last refresh (`as_of`). The factors’ contributions add up to the score; health starts at 100. ' +
      '`coverage` is the share of its weight that is known; below half of it a score is not `known`: `value` and `band` are null.',
    example: { scores: [SCORE_EXAMPLE], hint: HINT },
  })
  async scores(@Project() project: ActiveProject) {
    const rows = new Map((await this.readings.scores(project.id)).map((row) => [row.score_type, row]));
    const scores = SCORE_TYPES.flatMap((type) => {
      const row = rows.get(type);
      return row ? [{ ...row, known: row.value !== null }] : [];
    });
    return { scores, ...(scores.length === 0 ? { hint: NOT_YET } : {}) };
  }
}
