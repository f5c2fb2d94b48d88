import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { decodeCursor } from '../common/cursor.js';
import { keysetPage } from '../common/keyset-page.js';
import {
  Access,
  FromReplica,
  NEXT_CURSOR,
  Operation,
  Project,
  ProjectScoped,
  type ActiveProject,
} from '../http/index.js';
import { EventLogRepository } from './event-log.repository.js';
import { EVENT_EXAMPLE } from './examples.js';
import { eventAnswer } from './judged-event.js';
import { EventsQuery } from './kag-events.dto.js';

@ApiTags('kag')
@Controller('kag')
export class KagEventsController {
  constructor(private readonly events: EventLogRepository) {}

  @Get('events')
  @FromReplica()
  @Access('viewer')
  @ProjectScoped()
  @Operation({
    id: 'listEvents',
    summary: 'What happened in the project, newest first',
    description:
      'Domain events (message_sent, …) and the server’s own (process_started, process_finished, …); `kind=domain` leaves ' +
      'those out: the project’s timeline. `evidence_refs` say with `url` where it can be seen at the vendor. ' +
      '`holds: false`: a person has taken it back, and nothing is concluded from it any more. `alternatives`: what it may ' +
      'have been instead; null where it was not heard in words and takes no feedback.',
    example: { events: [EVENT_EXAMPLE], next_cursor: NEXT_CURSOR },
  })
  async list(@Project() project: ActiveProject, @Query() query: EventsQuery) {
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['number'])[0];
    const found = await this.events.list(project.id, query, query.limit + 1, after);
    const { rows, next_cursor } = keysetPage(found, query.limit, ({ id }) => [Number(id)]);
    return { events: rows.map(eventAnswer), next_cursor };
  }
}
