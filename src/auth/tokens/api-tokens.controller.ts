import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  Access,
  named,
  oneOf,
  Operation,
  orNull,
  ROLES,
  ShownOnce,
  SignedInOnly,
  User,
  type Principal,
} from '../../http/index.js';
import { NewTokenBody, TokenParams } from './api-tokens.dto.js';
import { ApiTokens } from './api-tokens.service.js';

const TOKEN = named('ApiToken', {
  id: '8e1f3f0c-2b0a-4f3e-9a27-3f5b6c7d8e11',
  name: 'nightly report',
  role: oneOf(ROLES, 'viewer'),
  project_id: orNull('0e3cf6d8-5a86-4f43-8f0b-8f9f2a4f6c01'),
  account_scope_id: orNull('5a0fcbd4-9c0c-4f21-8a2b-0d9d3c6b7e02', null),
  created_at: '2025-11-20T09:00:00.000Z',
  expires_at: '2026-02-18T09:00:00.000Z',
  last_used_at: orNull('2025-11-21T02:00:00.000Z'),
});

@ApiTags('auth')
@Controller('auth/tokens')
@Access('viewer')
@SignedInOnly()
export class ApiTokensController {
  constructor(private readonly tokens: ApiTokens) {}

  @Get()
  @Operation({
    id: 'listApiTokens',
    summary: 'Your API tokens',
    description: 'Those that are good still, the newest first, never their text.',
    example: { api_tokens: [TOKEN] },
  })
  async list(@User() user: Principal) {
    return { api_tokens: await this.tokens.list(user) };
  }

  @Post()
  @HttpCode(200)
  @ShownOnce()
  @Operation({
    id: 'createApiToken',
    summary: 'Make an API token',
    description:
      'For scripts, which send it as Authorization: Bearer and need neither cookie nor CSRF token. `token` is shown this ' +
      'once. A token that is limited to a project or an account scope is good for routes about a project only.',
    confirm: 'Whoever has this token can do what its role allows, in your name, until it ends.',
    example: { token: 'kag_4cS8Qm0Wb1cX9v3oB2n7LrYt5uKe6JhZpGfDaSxVqTk', api_token: TOKEN },
    errors: ['forbidden', 'project_not_found', 'conflict'],
  })
  async make(@User() user: Principal, @Body() body: NewTokenBody) {
    const { text, token } = await this.tokens.make(user, body);
    return { token: text, api_token: token };
  }

  @Delete(':id')
  @Operation({
    id: 'revokeApiToken',
    summary: 'Revoke an API token of yours',
    confirm: 'Scripts that use it are refused at once.',
    example: { api_token: TOKEN },
    errors: ['not_found'],
  })
  async revoke(@User() user: Principal, @Param() { id }: TokenParams) {
    return { api_token: await this.tokens.revoke(user, id) };
  }
}
