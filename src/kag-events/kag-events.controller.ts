import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { decodeCursor, encodeCursor } from '../common/cursor.js';
import { Access, Operation, Project, ProjectScoped, type ActiveProject } from '../http/index.js';
import { EventLogRepository } from './event-log.repository.js';
import { EventsQuery } from './kag-events.dto.js';

@ApiTags('kag')
@Controller('kag')
export class KagEventsController {
  constructor(private readonly events: EventLogRepository) {}

  @Get('events')
  @Access('viewer')
  @ProjectScoped()
  @Operation({
    summary: 'What happened in the project, newest first',
    description: 'Domain events (message_sent, …) and the server’s own (process_started, process_finished, …).',
    example: {
      events: [
        {
          id: '4211',
          event_type: 'message_sent',
          occurred_at: '2026-02-03T10:11:12.000Z',
          recorded_at: '2026-02-03T10:12:00.000Z',
          actor: 'client',
          source: 'chatwoot',
          source_ref: 'cwmsg:1:90201',
          source_url: 'https://app.chatwoot.com/app/accounts/1/conversations/341?messageId=90201',
          source_message_id: 'cwmsg:1:90201',
          source_linear_issue_id: null,
          source_attio_record_id: null,
          payload_json: { sender: 'client', conversation_id: 'cw:1:341', sentiment_score: -0.4 },
          evidence_refs: [{ message_id: 'cwmsg:1:90201', source_table: 'cw_messages', source_pk: 'cwmsg:1:90201' }],
        },
      ],
      next_cursor: null,
    },
  })
  async list(@Project() project: ActiveProject, @Query() query: EventsQuery) {
    const afterId = query.cursor === undefined ? null : Number(decodeCursor(query.cursor, ['number'])[0]);
    const rows = await this.events.list(project.id, query, query.limit + 1, afterId);
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    return {
      events: page.map(({ project_id: _project, dedupe_key: _key, ...event }) => event),
      next_cursor: rows.length > page.length && last ? encodeCursor([Number(last.id)]) : null,
    };
  }
}
