import { Controller, Delete, Get, Param, Req } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { AppError } from '../../common/app-error.js';
import { Config } from '../../config/index.js';
import { Database } from '../../database/index.js';
import { Access, IsUuid, named, Operation, SignedInOnly, text, User, type Principal } from '../../http/index.js';
import { PersonAudit } from '../person-audit.js';
import { assertRecentProof } from './recent-proof.js';
import { OwnSessionsRepository } from './own-sessions.repository.js';

class SessionParams {
  @ApiProperty({ format: 'uuid', description: 'Id of the session' })
  @IsUuid()
  id!: string;
}

@ApiTags('auth')
@Controller('auth/sessions')
@Access('viewer')
@SignedInOnly()
export class OwnSessionsController {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly sessions: OwnSessionsRepository,
    private readonly audit: PersonAudit,
  ) {}

  @Get()
  @Operation({
    id: 'listSessions',
    summary: 'Where you are signed in',
    description: 'Your open sessions, the latest used first, at most 100.',
    example: {
      sessions: [
        named('Session', {
          id: 'c0d7c1c9-1a53-4f0e-8f0b-6a2a0c9d1e11',
          opened_at: '2025-11-20T09:00:00.000Z',
          last_seen_at: '2025-11-20T11:40:00.000Z',
          address: text('203.0.113.7'),
          user_agent: text('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36'),
          current: true,
        }),
      ],
    },
  })
  async list(@User() user: Principal, @Req() request: Request) {
    return { sessions: await this.sessions.ofUser(user.id, this.config.SESSION_MAX_HOURS, request.sessionID) };
  }

  @Delete(':id')
  @Operation({
    id: 'endSession',
    summary: 'End one of your sessions',
    confirm: 'The browser that is signed in by it is signed out at once.',
    example: {},
    description:
      'Asks that you proved who you are in the last ten minutes, by signing in or with POST /auth/reauthenticate.',
    errors: ['not_found', 'reauthentication_required'],
  })
  async end(@User() user: Principal, @Param() { id }: SessionParams, @Req() request: Request) {
    assertRecentProof(request);
    await this.database.transaction(async (tx) => {
      if (!(await this.sessions.end(tx, user.id, id)))
        throw new AppError('not_found', `You have no session ${id}; GET /auth/sessions lists those you have`);
      await this.audit.record(tx, user, 'session.end', { id });
    });
    return {};
  }
}
