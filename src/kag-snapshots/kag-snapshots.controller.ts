import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock } from '../common/clock.js';
import { decodeCursor } from '../common/cursor.js';
import { keysetPage } from '../common/keyset-page.js';
import { dayOf } from '../common/day.js';
import {
  Access,
  FromReplica,
  NEXT_CURSOR,
  Operation,
  Project,
  ProjectScoped,
  validationFailed,
  type ActiveProject,
} from '../http/index.js';
import { skippableResult, RUN_ID_EXAMPLE, Trigger, type JobRequest } from '../jobs/index.js';
import { overWholeScope } from '../projects/index.js';
import type { OutcomeType } from './domain/outcome-types.js';
import { spanProblems } from './domain/span.js';
import { FRESHNESS_EXAMPLE, OUTCOME_EXAMPLE, SNAPSHOT_EXAMPLE } from './examples.js';
import { OutcomesRepository } from './outcomes.repository.js';
import { OutcomesQuery, RefreshSnapshots, SnapshotsQuery } from './snapshots.dto.js';
import { SNAPSHOTS_REFRESH } from './snapshots.step.js';
import { SnapshotsRepository, type DayPosition, type Whose } from './snapshots.repository.js';

@ApiTags('kag')
@Controller('kag')
export class KagSnapshotsController {
  constructor(
    private readonly snapshots: SnapshotsRepository,
    private readonly outcomes: OutcomesRepository,
    private readonly clock: Clock,
  ) {}

  @Post('snapshots/refresh')
  @Access('operator')
  @ProjectScoped()
  @Trigger(SNAPSHOTS_REFRESH)
  @Operation({
    id: 'refreshSnapshots',
    summary: 'Compute the project’s day, or many days at once, in place of what was stored of them',
    confirm: 'Replaces the stored days, up to 400 of them, by what the event log and today’s rules make of them.',
    description:
      'Today as of now, earlier days as of their end by replaying the event log, which goes 400 days back. ' +
      'After a first sync: `from` the first day of the history.',
    example: {
      result: skippableResult({ from: '2025-12-06', to: '2026-02-03', snapshots: 60, unpublishable: 2, outcomes: 9 }),
      job_run_id: RUN_ID_EXAMPLE,
    },
  })
  refresh(@Body() body: RefreshSnapshots): JobRequest {
    const problems = spanProblems(body, dayOf(this.clock.now()));
    if (problems.length > 0) throw validationFailed(problems);
    return { job_type: SNAPSHOTS_REFRESH, payload: { ...body } };
  }

  @Get('snapshots')
  @FromReplica()
  @Access('viewer')
  @ProjectScoped()
  @Operation({
    id: 'listSnapshots',
    summary: 'The project’s days, newest first: signals, scores, counts and the evidence for them; or each project’s',
    description:
      '`risk` of a signal is 0 to 1: how near it is to critical; of what is not `known` it is null, as the value. Days without evidence are hidden unless asked for. ' +
      '`as_of` and `computed_at` of the answer are those of the newest day, hidden or not.',
    example: { snapshots: [SNAPSHOT_EXAMPLE], next_cursor: NEXT_CURSOR, ...FRESHNESS_EXAMPLE },
  })
  listSnapshots(@Project() project: ActiveProject, @Query() query: SnapshotsQuery) {
    return query.all_projects
      ? overWholeScope(() => this.pageOf({ accountScopeId: project.account_scope_id }, query))
      : this.pageOf({ projectId: project.id }, query);
  }

  @Get('outcomes')
  @FromReplica()
  @Access('viewer')
  @ProjectScoped()
  @Operation({
    id: 'listOutcomes',
    summary: 'What went wrong with the project, day by day, newest first',
    description:
      'By the conditions of onsets (GET /kag/onsets), day by day. `reason`: each measure that reached its limit, or the stage ' +
      'that a deal came to. ' +
      '`as_of` and `computed_at` are those of the newest day that was looked at.',
    example: { outcomes: [OUTCOME_EXAMPLE], next_cursor: NEXT_CURSOR, ...FRESHNESS_EXAMPLE },
  })
  async listOutcomes(@Project() project: ActiveProject, @Query() query: OutcomesQuery) {
    const after = query.cursor === undefined ? null : positionOf(query.cursor);
    const found = await this.outcomes.list(project.id, query.outcome_type, query.limit + 1, after);
    const { rows, next_cursor } = keysetPage(found, query.limit, (last) => [last.occurred_on, last.outcome_type]);
    return {
      outcomes: rows.map(({ project_id: _project, ...outcome }) => outcome),
      next_cursor,
      ...(await this.snapshots.freshness({ projectId: project.id })),
    };
  }

  private async pageOf(whose: Whose, query: SnapshotsQuery) {
    const after = query.cursor === undefined ? null : dayAfter(query.cursor, whose);
    const found = await this.snapshots.list(whose, query, query.limit + 1, after);
    const { rows: snapshots, next_cursor } = keysetPage(found, query.limit, ({ snapshot_date, project_id }) =>
      'projectId' in whose ? [snapshot_date] : [snapshot_date, project_id],
    );
    return { snapshots, next_cursor, ...(await this.snapshots.freshness(whose)) };
  }
}

/** Of a project's own days the cursor names the day alone. */
function dayAfter(cursor: string, whose: Whose): DayPosition {
  if ('projectId' in whose) return { day: decodeCursor(cursor, ['day'])[0], projectId: whose.projectId };
  const [day, projectId] = decodeCursor(cursor, ['day', 'uuid']);
  return { day, projectId };
}

function positionOf(cursor: string) {
  const [occurred_on, outcome_type] = decodeCursor(cursor, ['day', 'string']) as [string, OutcomeType];
  return { occurred_on, outcome_type };
}
