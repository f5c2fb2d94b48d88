import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { decodeCursor } from '../common/cursor.js';
import { keysetPage } from '../common/keyset-page.js';
import {
  Access,
  FromReplica,
  Limited,
  NEXT_CURSOR,
  oneOf,
  Operation,
  Project,
  ProjectScoped,
  User,
  type ActiveProject,
  type Principal,
} from '../http/index.js';
import { ActionParams, ActionsQuery, NewActionBody, PreviewBody, SendBody } from './actions.dto.js';
import { Actions } from './actions.service.js';
import { STATUSES } from './domain/status.js';
import { ACTION_EXAMPLE, PREVIEW_EXAMPLE } from './examples.js';
import { IdempotencyKey, Keyed } from './idempotency-key.js';
import { actionAnswer } from './action-answer.js';

/** What people have vendors do for the project. */
@ApiTags('actions')
@Controller('actions')
export class ActionsController {
  constructor(private readonly actions: Actions) {}

  @Post('preview')
  @HttpCode(200)
  @Access('operator')
  @ProjectScoped()
  @Operation({
    id: 'previewAction',
    summary: 'What an action would send, where it could go, and in which language',
    description:
      'Nothing is stored and nothing is sent. Drafted from the recommendation, in the project’s language; without one it is ' +
      'empty. `targets`: the likeliest first. `needs`: the role that sending it takes, and `allowed` whether you have it. ' +
      '`lacking`: what the project lacks for it.',
    example: { preview: PREVIEW_EXAMPLE },
  })
  async preview(@Project() project: ActiveProject, @User() user: Principal, @Body() body: PreviewBody) {
    return { preview: await this.actions.preview(project, user, body) };
  }

  @Post()
  @HttpCode(200)
  @Access('operator')
  @ProjectScoped()
  @Keyed()
  @Limited('trigger')
  @Operation({
    id: 'createAction',
    summary: 'Have something done: an issue, a note, a message to the client, or a reminder',
    description:
      'It is queued, and sent within moments, once: a repeat with the same `Idempotency-Key` makes no second one, and where ' +
      'an answer of the vendor’s is lost, the vendor is asked what it has before anything is sent again. What reaches the ' +
      'client takes the role admin and `confirm`, unless it is a `draft`. Reminders are sent nowhere: GET /actions?kind=reminder&due=… shows them.',
    confirm: 'The vendor is asked to make this. It can be cancelled only until it is sent.',
    example: { action: ACTION_EXAMPLE.with({ status: oneOf(STATUSES, 'queued') }) },
    errors: ['connector_not_configured'],
  })
  async create(
    @Project() project: ActiveProject,
    @User() user: Principal,
    @IdempotencyKey() key: string,
    @Body() body: NewActionBody,
  ) {
    return { action: actionAnswer(await this.actions.create(project, user, key, body)) };
  }

  @Get()
  @FromReplica()
  @Access('viewer')
  @ProjectScoped()
  @Operation({
    id: 'listActions',
    summary: 'What was done for the project, and what it is reminded of, the newest first',
    description: '`due`: reminders that are due by then. Waiting ones have the status queued.',
    example: { actions: [ACTION_EXAMPLE], next_cursor: NEXT_CURSOR },
  })
  async list(@Project() project: ActiveProject, @Query() { cursor, limit, ...filter }: ActionsQuery) {
    const after = cursor === undefined ? null : decodeCursor(cursor, ['uuid'])[0];
    const found = await this.actions.list(project, filter, limit + 1, after);
    const { rows, next_cursor } = keysetPage(found, limit, ({ id }) => [id]);
    return { actions: rows.map(actionAnswer), next_cursor };
  }

  @Get(':id')
  @FromReplica()
  @Access('viewer')
  @ProjectScoped()
  @Operation({
    id: 'getAction',
    summary: 'An action, how far it is, and what has come of it',
    description:
      '`outcome`: what the syncs since have brought: the issue’s state, and whether the client has written in the ' +
      'conversation since; null until a sync has seen it. `unsure`: an answer was lost, and the vendor can’t tell whether ' +
      'it has it; look there before you try again.',
    example: { action: ACTION_EXAMPLE },
  })
  async one(@Project() project: ActiveProject, @Param() { id }: ActionParams) {
    return { action: actionAnswer(await this.actions.one(project, id)) };
  }

  @Post(':id/send')
  @HttpCode(200)
  @Access('operator')
  @ProjectScoped()
  @Limited('trigger')
  @Operation({
    id: 'sendAction',
    summary: 'Send an action that was kept as a draft',
    description: 'What reaches the client takes the role admin and `confirm`.',
    confirm: 'The vendor is asked to make this. It can be cancelled only until it is sent.',
    example: { action: ACTION_EXAMPLE.with({ status: oneOf(STATUSES, 'queued') }) },
    errors: ['invalid_transition'],
  })
  async send(
    @Project() project: ActiveProject,
    @User() user: Principal,
    @Param() { id }: ActionParams,
    @Body() body: SendBody,
  ) {
    return { action: actionAnswer(await this.actions.send(project, user, id, body)) };
  }

  @Post(':id/retry')
  @HttpCode(200)
  @Access('operator')
  @ProjectScoped()
  @Limited('trigger')
  @Operation({
    id: 'retryAction',
    summary: 'Try an action again that failed, or whose fate is not known',
    description: 'At once. One whose answer was lost is sent only where the vendor says that it does not have it.',
    confirm: 'The vendor is asked to make this once more.',
    example: { action: ACTION_EXAMPLE.with({ status: oneOf(STATUSES, 'queued') }) },
    errors: ['invalid_transition'],
  })
  async retry(@Project() project: ActiveProject, @User() user: Principal, @Param() { id }: ActionParams) {
    return { action: actionAnswer(await this.actions.retry(project, user, id)) };
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Access('operator')
  @ProjectScoped()
  @Operation({
    id: 'cancelAction',
    summary: 'Keep an action from being sent, or be done with a reminder',
    description:
      'While it is a draft or queued. One whose answer was lost may be at the vendor, and can’t be cancelled.',
    example: { action: ACTION_EXAMPLE.with({ status: oneOf(STATUSES, 'cancelled') }) },
    errors: ['invalid_transition'],
  })
  async cancel(@Project() project: ActiveProject, @User() user: Principal, @Param() { id }: ActionParams) {
    return { action: actionAnswer(await this.actions.cancel(project, user, id)) };
  }
}
