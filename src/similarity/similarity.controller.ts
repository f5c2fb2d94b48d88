import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { dayOf } from '../common/day.js';
import { Config } from '../config/index.js';
import {
  Access,
  emptyList,
  knowsOneProject,
  FromReplica,
  oneOf,
  Operation,
  absent,
  orNull,
  Project,
  ProjectScoped,
  type ActiveProject,
} from '../http/index.js';
import { skippableResult, RUN_ID_EXAMPLE, Trigger, type JobRequest } from '../jobs/index.js';
import { CASE_SIGNATURES_REFRESH } from './case-signatures.job.js';
import { WINDOW_DAYS } from './domain/signature.js';
import { CASE_EXAMPLE, FOLLOWED_EXAMPLE } from './examples.js';
import { SignaturesRepository } from './signatures.repository.js';
import { SimilarCases } from './similar-cases.js';
import { similarityHint } from './similarity-hint.js';
import { RebuildRequest, SimilarCasesQuery } from './similarity.dto.js';

const SHOWN = 3;
const WINDOW = oneOf(WINDOW_DAYS, 14);

@ApiTags('kag')
@Controller('kag')
export class SimilarityController {
  constructor(
    private readonly similar: SimilarCases,
    private readonly signatures: SignaturesRepository,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  @Post('similarity/rebuild')
  @Access('operator')
  @ProjectScoped()
  @Trigger(CASE_SIGNATURES_REFRESH)
  @Operation({
    id: 'rebuildSignatures',
    summary: 'Take the project’s signature of a window anew',
    confirm: 'Replaces the signature by which this project is compared with others.',
    description:
      'A signature is made of the snapshots of the last `window_days` days; without any the run is skipped and a ' +
      'process_warning says so. With it come the windows of past weeks, Monday to Sunday, of which snapshots have been made ' +
      'or changed since (`past_windows`). The weekly run, and the one after a backfill, take those of all three lengths.',
    example: {
      result: skippableResult({
        skipped: absent(oneOf(['no_snapshots'], 'no_snapshots')),
        refreshed: 1,
        changed: 1,
        past_windows: 0,
        signatures: [{ window_days: WINDOW, window_end: '2026-02-03', snapshots: 14, pairs: 22, changed: true }],
        without_snapshots: emptyList(WINDOW),
      }),
      job_run_id: RUN_ID_EXAMPLE,
    },
  })
  rebuild(@Body() { window_days }: RebuildRequest): JobRequest {
    return { job_type: CASE_SIGNATURES_REFRESH, payload: { window_days } };
  }

  @Get('similar-cases')
  @FromReplica()
  @Access('viewer')
  @ProjectScoped()
  @Operation({
    id: 'listSimilarCases',
    summary: 'Projects of the account scope that were in a similar place, and what then happened to them',
    description:
      'The project’s latest window is compared with all kept windows of all other projects; each is shown by its most ' +
      'similar one (`window_end`). `cases` are the first three of `all`; `outcomes_seen` of each: what came about within 30 days ' +
      'after its window. `followed`: in how many of `all` each risk did so, of those in which it could and the 30 days are over, ' +
      'and in how many windows of all other projects. Empty: `hint` names the step of the runbook that helps.',
    example: {
      cases: [CASE_EXAMPLE],
      all: [CASE_EXAMPLE],
      followed: [FOLLOWED_EXAMPLE],
      window_days: WINDOW,
      window_end: orNull('2026-02-03'),
      hint: orNull('No day is kept of the project yet: POST /kag/snapshots/refresh', null),
    },
  })
  async cases(@Project() project: ActiveProject, @Query() { window_days, top_k, locale }: SimilarCasesQuery) {
    if (knowsOneProject())
      throw new AppError('forbidden', 'This token is limited to one project, and similar cases are other projects');
    const all = (await this.similar.top([project.id], window_days, top_k, locale)).get(project.id) ?? [];
    const today = dayOf(this.clock.now());
    const followed = all.length > 0 ? await this.similar.followed(project.id, window_days, all, today) : [];
    const status = await this.signatures.status(project.id, window_days, today);
    return {
      cases: all.slice(0, SHOWN),
      all,
      followed,
      window_days,
      window_end: status.window_end,
      hint: all.length > 0 ? null : similarityHint(status, window_days, this.config.KAG_ENABLED),
    };
  }
}
