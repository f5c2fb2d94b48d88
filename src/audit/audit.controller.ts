import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { decodeCursor } from '../common/cursor.js';
import { keysetPage } from '../common/keyset-page.js';
import {
  Access,
  anyObject,
  knowsOneProject,
  FromReplica,
  named,
  NEXT_CURSOR,
  Operation,
  orNull,
  Project,
  ProjectScoped,
  text,
  type ActiveProject,
} from '../http/index.js';
import { AuditQuery } from './audit.dto.js';
import { AuditRepository } from './audit.repository.js';

@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(private readonly events: AuditRepository) {}

  @Get()
  @FromReplica()
  @Access('admin')
  @ProjectScoped({ whileLeaving: true })
  @Operation({
    id: 'listAuditEvents',
    summary: 'Who changed what',
    description:
      'Changes in the active project and in its account scope (people, projects), the newest first. A token that is ' +
      'limited to the project gets those in the project alone.',
    example: {
      events: [
        named('AuditEvent', {
          id: 42,
          occurred_at: '2025-11-20T09:00:00.000Z',
          actor_id: orNull('3f0a5c1e-8a41-4a52-9d53-1f7a1f1f0a11'),
          actor_name: 'admin',
          action: 'project_source.put',
          entity_type: 'project_source',
          entity_id: 'chatwoot',
          project_id: orNull('0e3cf6d8-5a86-4f43-8f0b-8f9f2a4f6c01'),
          request_id: orNull(text('7b0f2a44-5c1d-4b52-9a77-0c7d1f7f0a11')),
          address: orNull('203.0.113.7'),
          before: orNull(anyObject({}), null),
          after: orNull(
            anyObject({ connector: 'chatwoot', external_id: '1', filter: { inbox_ids: [3] }, has_credentials: true }),
          ),
        }),
      ],
      next_cursor: NEXT_CURSOR,
    },
  })
  async list(@Query() query: AuditQuery, @Project() project: ActiveProject) {
    const beforeId = query.cursor === undefined ? null : decodeCursor(query.cursor, ['number'])[0];
    const found = await this.events.latest({
      project_id: project.id,
      account_scope_id: knowsOneProject() ? null : project.account_scope_id,
      action: query.action ?? null,
      before_id: beforeId,
      limit: query.limit + 1,
    });
    const { rows: events, next_cursor } = keysetPage(found, query.limit, ({ id }) => [id]);
    return { events, next_cursor };
  }
}
