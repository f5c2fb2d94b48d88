import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { decodeCursor, encodeCursor } from '../../common/cursor.js';
import {
  Access,
  FromReplica,
  Guarded,
  IfMatch,
  LanguageQuery,
  NEXT_CURSOR,
  oneOf,
  Operation,
  orNull,
  Revalidated,
  User,
  type Principal,
} from '../../http/index.js';
import { RESOLUTIONS, STATUSES } from '../domain/lifecycle.js';
import { RECOMMENDATION_EXAMPLE } from '../examples.js';
import { RecommendationParams, SeenBody } from '../recommendations.dto.js';
import { COUNTS_EXAMPLE, HISTORY_EXAMPLE, LISTED_EXAMPLE, PEOPLE_EXAMPLE, RESULT_EXAMPLE } from './examples.js';
import { ChangesBody, InboxQuery, UndoBody, WantedBody } from './inbox.dto.js';
import { Inbox } from './inbox.service.js';
import { placeParts } from './sorts.js';

const STALE = 'The problem of a 412 has the recommendation as it is now, under `details.recommendation`.';

/** Recommendations over all projects, as people work them off. */
@ApiTags('inbox')
@Controller('recommendations')
export class InboxController {
  constructor(private readonly inbox: Inbox) {}

  @Get()
  @FromReplica()
  @Access('viewer')
  @Revalidated()
  @Operation({
    id: 'listInbox',
    summary: 'What is recommended to do in all projects you reach, as a list to work off',
    description:
      'Those with enough evidence. Filters take several values with commas, or repeated. `counts` are by status under the ' +
      'same filters, whatever `status` and `over` say; `to_do`: those that are new or acknowledged and whose reason still ' +
      'holds (`status=new,acknowledged&over=false`). `opened_at`: since when it is open, the last time. The next page needs ' +
      'the same filters and the same sort.',
    example: { recommendations: [LISTED_EXAMPLE], counts: COUNTS_EXAMPLE, next_cursor: NEXT_CURSOR },
  })
  async list(@Query() query: InboxQuery, @User() user: Principal) {
    const { locale, sort, limit, cursor, assignee, mine, ...rest } = query;
    const assignees = [...(assignee === undefined ? [] : [assignee]), ...(mine ? [user.username] : [])];
    const after = cursor === undefined ? null : decodeCursor(cursor, placeParts(sort));
    const choice = { filter: { ...rest, assignees }, sort, limit, after };
    const { recommendations, counts, last } = await this.inbox.page(user, choice, locale ?? null);
    return { recommendations, counts, next_cursor: last === null ? null : encodeCursor(last) };
  }

  @Get('people')
  @FromReplica()
  @Access('viewer')
  @Operation({
    id: 'listInboxPeople',
    summary: 'Whom a recommendation can be given to',
    description:
      'Everybody who can sign in and belongs to one of your account scopes; of theirs, only yours are named.',
    example: { people: [PEOPLE_EXAMPLE] },
  })
  async people(@User() user: Principal) {
    return { people: await this.inbox.people(user) };
  }

  @Get(':id')
  @FromReplica()
  @Access('viewer')
  @Revalidated(({ recommendation }: { recommendation: { version: string } }) => recommendation.version)
  @Operation({
    id: 'getRecommendation',
    summary: 'A recommendation with its reasons, evidence and message',
    description:
      'The `ETag` begins with `version`, which names what people have decided of it: a change that sends it as `If-Match` is ' +
      'refused where somebody has decided otherwise meanwhile. New figures leave `version` as it is.',
    example: { recommendation: RECOMMENDATION_EXAMPLE },
  })
  async one(@Param() { id }: RecommendationParams, @Query() { locale }: LanguageQuery, @User() user: Principal) {
    return { recommendation: await this.inbox.one(user, id, locale ?? null) };
  }

  @Get(':id/history')
  @FromReplica()
  @Access('viewer')
  @Operation({
    id: 'listRecommendationHistory',
    summary: 'What people did with a recommendation, the newest first',
    description: 'The last 100 changes, with what each changed.',
    example: { history: [HISTORY_EXAMPLE] },
  })
  async history(@Param() { id }: RecommendationParams, @User() user: Principal) {
    return { history: await this.inbox.history(user, id) };
  }

  @Patch(':id')
  @Access('operator')
  @Guarded()
  @Operation({
    id: 'decideRecommendation',
    summary: 'Give a recommendation to somebody, move its due date, or say what becomes of it',
    description: `What is left out stays. Moves as of POST /kag/v2/recommendations/{id}/status. ${STALE}`,
    example: {
      recommendation: RECOMMENDATION_EXAMPLE.with({
        status: oneOf(STATUSES, 'done'),
        resolution: orNull(oneOf(RESOLUTIONS, 'prevented')),
        can_undo: true,
      }),
    },
    errors: ['invalid_transition'],
  })
  async decide(
    @Param() { id }: RecommendationParams,
    @Query() { locale }: LanguageQuery,
    @Body() body: WantedBody,
    @IfMatch() version: string | null,
    @User() user: Principal,
  ) {
    return { recommendation: await this.inbox.decide(user, { id, version }, body, locale ?? null) };
  }

  @Post('changes')
  @HttpCode(200)
  @Access('operator')
  @Operation({
    id: 'changeRecommendations',
    summary: 'The same change of up to 100 recommendations at once',
    description:
      'Each is changed or refused by itself: `results` say of each what became of it, in the order of the request. `error` ' +
      'is the code that PATCH /recommendations/{id} answers with. Each can be taken back by itself (POST /recommendations/undo).',
    example: { results: [RESULT_EXAMPLE], changed: 1, refused: 0 },
  })
  async change(@Query() { locale }: LanguageQuery, @Body() body: ChangesBody, @User() user: Principal) {
    return this.inbox.change(user, body, locale ?? null);
  }

  @Post('undo')
  @HttpCode(200)
  @Access('operator')
  @Operation({
    id: 'undoRecommendations',
    summary: 'Take back the last change of up to 100 recommendations',
    description:
      'All that the change did, once (`can_undo`). `conflict`: there is no change to take back, or the recommendation was ' +
      'opened again or is over since.',
    example: { results: [RESULT_EXAMPLE], changed: 1, refused: 0 },
  })
  async undo(@Query() { locale }: LanguageQuery, @Body() body: UndoBody, @User() user: Principal) {
    return this.inbox.undo(user, body, locale ?? null);
  }

  @Post('shown')
  @HttpCode(200)
  @Access('viewer')
  @Operation({
    id: 'markInboxShown',
    summary: 'Count that a person has seen these',
    description: '`shown`: how many of them there are.',
    example: { shown: 1 },
  })
  async markShown(@Body() body: SeenBody, @User() user: Principal) {
    return { shown: await this.inbox.markShown(user, body.recommendation_ids) };
  }
}
