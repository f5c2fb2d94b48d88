import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock } from '../common/clock.js';
import { dayOf } from '../common/day.js';
import { Config } from '../config/index.js';
import { Access, Operation, Project, ProjectScoped, type ActiveProject } from '../http/index.js';
import { Trigger, type JobRequest } from '../jobs/index.js';
import { CASE_SIGNATURES_REFRESH } from './case-signatures.job.js';
import { SignaturesRepository } from './signatures.repository.js';
import { SimilarCases, type SimilarCase } from './similar-cases.js';
import { similarityHint } from './similarity-hint.js';
import { RebuildRequest, SimilarCasesQuery } from './similarity.dto.js';

const SHOWN = 3;
const EXAMPLE: SimilarCase = {
  case_project_id: '0d9f7a52-3c1e-4f6b-8a44-2b6f1c9d7e10',
  case_project_name: 'Northwind shop',
  window_end: '2026-01-18',
  similarity_score: 0.7421,
  why_similar: [
    { code: 'blockers', text: 'Both have blockers that stay open' },
    { code: 'event_patterns', text: '6 of 14 event patterns are shared' },
    { code: 'budget_band', text: 'Same budget band (md)' },
  ],
  key_shared_patterns: ['issue_blocked>message_sent', 'message_sent>scope_change_detected'],
  outcomes_seen: [
    {
      outcome_type: 'delivery_risk',
      severity: 4,
      occurred_on: '2026-01-25',
      evidence_refs: [
        {
          linear_issue_id: 'a1d2b3c4-0000-4000-8000-000000000001',
          source_table: 'linear_issues_raw',
          source_pk: 'a1d2b3c4-0000-4000-8000-000000000001',
        },
      ],
    },
  ],
};

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
    summary: 'Take the project’s signature of a window anew',
    confirm: 'Replaces the signature by which this project is compared with others.',
    description:
      'A signature is made of the snapshots of the last `window_days` days; without any the run is skipped and a ' +
      'process_warning says so. The weekly run takes those of all three windows.',
    example: {
      result: {
        refreshed: 1,
        changed: 1,
        signatures: [{ window_days: 14, window_end: '2026-02-03', snapshots: 14, pairs: 22, changed: true }],
        without_snapshots: [],
      },
      job_run_id: 'c0a8f0de-1111-4222-8333-444455556666',
    },
  })
  rebuild(@Body() { window_days }: RebuildRequest): JobRequest {
    return { job_type: CASE_SIGNATURES_REFRESH, payload: { window_days } };
  }

  @Get('similar-cases')
  @Access('viewer')
  @ProjectScoped()
  @Operation({
    summary: 'Projects of the account scope that were in a similar place, and what then happened to them',
    description:
      'The project’s latest window is compared with all kept windows of all other projects; each is shown by its most ' +
      'similar one (`window_end`). `cases` are the first three of `all`. Empty: `hint` names the step of the runbook that helps.',
    example: { cases: [EXAMPLE], all: [EXAMPLE], window_days: 14, window_end: '2026-02-03', hint: null },
  })
  async cases(@Project() project: ActiveProject, @Query() { window_days, top_k }: SimilarCasesQuery) {
    const all = (await this.similar.top([project.id], window_days, top_k)).get(project.id) ?? [];
    const status = await this.signatures.status(project.id, window_days, dayOf(this.clock.now()));
    return {
      cases: all.slice(0, SHOWN),
      all,
      window_days,
      window_end: status.window_end,
      hint: all.length > 0 ? null : similarityHint(status, window_days, this.config.KAG_ENABLED),
    };
  }
}
