import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { decodeCursor } from '../common/cursor.js';
import { keysetPage } from '../common/keyset-page.js';
import {
  Access,
  FromReplica,
  Guarded,
  IfMatch,
  NEXT_CURSOR,
  oneOf,
  Operation,
  orNull,
  Project,
  ProjectScoped,
  User,
  type ActiveProject,
  type Principal,
} from '../http/index.js';
import { skippableResult, RUN_ID_EXAMPLE, Trigger, type JobRequest } from '../jobs/index.js';
import { overWholeScope } from '../projects/index.js';
import { RESOLUTIONS, STATUSES } from './domain/lifecycle.js';
import { RECOMMENDATION_EXAMPLE } from './examples.js';
import { ReachedRecommendationsRepository, type RecommendationReach } from './reached-recommendations.repository.js';
import { only, RecommendationActions } from './recommendation-actions.service.js';
import {
  ChangeBody,
  FeedbackBody,
  RecommendationParams,
  RecommendationsQuery,
  ShownBody,
  StatusBody,
} from './recommendations.dto.js';
import { RECOMMENDATIONS_REFRESH } from './recommendations.step.js';
import { RecommendationAnswers } from './recommendation-answers.js';

@ApiTags('kag')
@Controller('kag/v2/recommendations')
export class KagRecommendationsController {
  constructor(
    private readonly recommendations: ReachedRecommendationsRepository,
    private readonly actions: RecommendationActions,
    private readonly answers: RecommendationAnswers,
  ) {}

  @Get()
  @FromReplica()
  @Access('viewer')
  @ProjectScoped()
  @Operation({
    id: 'listRecommendations',
    summary: 'What is recommended to do, newest first, with reasons, evidence and a message to send',
    description:
      'One for each episode in which there was a reason; docs/contract/recommendations.md says when. Texts are in the project’s ' +
      'language, made of figures when they are read. `phrasing`: a model worded it, from `original`, the rules’ own words; ' +
      'null: these are shown. `condition_gone_since`: the reason does not hold just now; after two working days the episode ends. ' +
      '`reopened_reason`: why one that a person had put away is open again.',
    example: { recommendations: [RECOMMENDATION_EXAMPLE], next_cursor: NEXT_CURSOR },
  })
  async list(@Project() project: ActiveProject, @Query() query: RecommendationsQuery) {
    const after = query.cursor === undefined ? null : positionOf(query.cursor);
    const found = await within(query, () =>
      this.recommendations.list(reachOf(project, query), query, query.limit + 1, after),
    );
    const { rows, next_cursor } = keysetPage(found, query.limit, ({ project_id, id }) => [project_id, id]);
    return { recommendations: rows.map((one) => this.answers.whole(one, null)), next_cursor };
  }

  @Post('refresh')
  @Access('operator')
  @ProjectScoped()
  @Trigger(RECOMMENDATIONS_REFRESH)
  @Operation({
    id: 'refreshRecommendations',
    summary: 'Bring the project’s recommendations in line with its signals and forecasts as they are now',
    description:
      'What holds still is updated in place, with the status that people gave it; `hidden`: not enough evidence.',
    example: {
      result: skippableResult({ created: 1, updated: 2, reopened: 0, ended: 0, expired: 0, hidden: 0 }),
      job_run_id: RUN_ID_EXAMPLE,
    },
  })
  refresh(): JobRequest {
    return { job_type: RECOMMENDATIONS_REFRESH };
  }

  @Post('shown')
  @HttpCode(200)
  @Access('viewer')
  @ProjectScoped()
  @Operation({
    id: 'markRecommendationsShown',
    summary: 'Count that a person has seen these',
    description: '`shown`: how many of them there are.',
    example: { shown: 1 },
  })
  async markShown(@Project() project: ActiveProject, @Body() body: ShownBody) {
    const ids = body.recommendation_ids;
    return { shown: await within(body, () => this.actions.markShown(reachOf(project, body), ids)) };
  }

  @Post(':id/status')
  @HttpCode(200)
  @Access('operator')
  @ProjectScoped()
  @Guarded()
  @Operation({
    id: 'setRecommendationStatus',
    summary: 'Acknowledge a recommendation, snooze it, finish it, dismiss it, or take it up again',
    description:
      'new → acknowledged, snoozed, done or dismissed; acknowledged → snoozed, done or dismissed; snoozed → acknowledged, ' +
      'done or dismissed; done, dismissed or expired → acknowledged. A snoozed one comes back on the day `until`. ' +
      '`resolution` has consequences: happened makes an onset of the risk, false_alarm makes the category slower to open in ' +
      'the project, not_relevant keeps it silent until it gets materially worse.',
    example: {
      recommendation: RECOMMENDATION_EXAMPLE.with({
        status: oneOf(STATUSES, 'done'),
        resolution: orNull(oneOf(RESOLUTIONS, 'prevented')),
        resolution_note: orNull('We called them'),
        completed_at: orNull('2026-02-07T08:30:00.000Z'),
      }),
    },
    errors: ['invalid_transition'],
  })
  async move(
    @Project() project: ActiveProject,
    @User() user: Principal,
    @Param() { id }: RecommendationParams,
    @Body() body: StatusBody,
    @IfMatch() version: string | null,
  ) {
    const { status, until = null, resolution = null, note = null } = body;
    const move = { status, until, resolution, note };
    const moved = await within(body, () => this.actions.move(reachOf(project, body), id, user, move, version));
    return { recommendation: this.answers.whole(moved, null) };
  }

  @Patch(':id')
  @Access('operator')
  @ProjectScoped()
  @Guarded()
  @Operation({
    id: 'changeRecommendation',
    summary: 'Say who does a recommendation, and until when',
    description:
      'What is left out stays. The due date is moved by people only: the server sets it once, at the opening.',
    example: {
      recommendation: RECOMMENDATION_EXAMPLE.with({ assignee: orNull('olga'), due_date: '2026-02-12' }),
    },
  })
  async change(
    @Project() project: ActiveProject,
    @User() user: Principal,
    @Param() { id }: RecommendationParams,
    @Body() body: ChangeBody,
    @IfMatch() version: string | null,
  ) {
    const { assignee, due_date } = body;
    const target = { id, version };
    const assigned = await within(body, async () =>
      only(await this.actions.change(reachOf(project, body), [target], user, { assignee, due_date })),
    );
    return { recommendation: this.answers.whole(assigned, null) };
  }

  @Post(':id/feedback')
  @HttpCode(200)
  @Access('operator')
  @ProjectScoped()
  @Guarded()
  @Operation({
    id: 'giveRecommendationFeedback',
    summary: 'Say whether a recommendation was of use',
    description: 'Replaces what was said before, the note too.',
    example: {
      recommendation: RECOMMENDATION_EXAMPLE.with({
        helpful_feedback: orNull(true),
        feedback_note: orNull('They answered the same day'),
      }),
    },
  })
  async feedback(
    @Project() project: ActiveProject,
    @Param() { id }: RecommendationParams,
    @Body() body: FeedbackBody,
    @IfMatch() version: string | null,
  ) {
    const { helpful, note } = body;
    const given = await within(body, () =>
      this.actions.giveFeedback(reachOf(project, body), id, helpful, note ?? null, version),
    );
    return { recommendation: this.answers.whole(given, null) };
  }
}

interface Asked {
  all_projects?: boolean;
}

const within = <T>({ all_projects }: Asked, work: () => T): T =>
  all_projects === true ? overWholeScope(work) : work();

/** The user reaches the active project through its account scope, and so every project of that. */
const reachOf = (project: ActiveProject, { all_projects }: Asked): RecommendationReach => ({
  account_scope_ids: [project.account_scope_id],
  project_id: all_projects === true ? null : project.id,
});

function positionOf(cursor: string) {
  const [project_id, id] = decodeCursor(cursor, ['uuid', 'uuid']);
  return { project_id, id };
}
