import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  Access,
  FromReplica,
  Operation,
  orNull,
  Project,
  ProjectScoped,
  User,
  type ActiveProject,
  type Principal,
} from '../http/index.js';
import { ADDED_EXAMPLE, TAKEN_BACK_EXAMPLE, eventAnswer } from '../kag-events/index.js';
import { ENOUGH } from './domain/precision.js';
import { qualityOf } from './domain/quality.js';
import { EventParams, VerdictBody } from './event-feedback.dto.js';
import { EventFeedback } from './event-feedback.service.js';
import { QUALITY_EXAMPLE } from './examples.js';
import { QualityRepository } from './quality.repository.js';

@ApiTags('kag')
@Controller('kag/events')
export class EventFeedbackController {
  constructor(
    private readonly feedback: EventFeedback,
    private readonly quality: QualityRepository,
  ) {}

  @Post(':id/feedback')
  @HttpCode(200)
  @Access('operator')
  @ProjectScoped()
  @Operation({
    id: 'judgeEvent',
    summary: 'Say whether what was heard in words is right; what is not is taken back',
    description:
      'Of events that have `alternatives`. One that is not right counts for nothing from its own time on, and `right: true` ' +
      'brings it back; the log gets an `event_corrected` each time. `instead` adds what the words should have given ' +
      '(`added`, with `by_person: true` in its payload), until something else is said. Signals follow in a run of their own. ' +
      'The same again changes nothing. No later sync brings back what was taken back.',
    example: { event: TAKEN_BACK_EXAMPLE, added: orNull(ADDED_EXAMPLE) },
  })
  async judge(
    @Project() project: ActiveProject,
    @User() user: Principal,
    @Param() { id }: EventParams,
    @Body() { right, instead = null }: VerdictBody,
  ) {
    const { event, added } = await this.feedback.give(project, user, id, { right, instead });
    return { event: eventAnswer(event), added: added && eventAnswer(added) };
  }

  @Get('quality')
  @FromReplica()
  @Access('viewer')
  @Operation({
    id: 'getEventQuality',
    summary: 'How often detectors are right, by what people say of the events in your account scopes',
    description:
      `\`precision\`: the share that is right, with the bounds of its 95 % interval (Wilson); null below ${ENOUGH} judged ` +
      'events. People judge what catches their eye, mostly what is wrong: the share of all events is likely higher. What ' +
      'people added themselves is not counted. `language`: of the words, null where it is not known.',
    example: { scopes: [QUALITY_EXAMPLE], enough_from: ENOUGH },
  })
  async judged(@User() user: Principal) {
    return { scopes: qualityOf(await this.quality.counts(user.id)), enough_from: ENOUGH };
  }
}
