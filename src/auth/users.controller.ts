import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { decodeCursor, encodeCursor } from '../common/cursor.js';
import {
  Access,
  named,
  NEXT_CURSOR,
  oneOf,
  Operation,
  PageQuery,
  ROLES,
  SignedInOnly,
  User,
  type Principal,
} from '../http/index.js';
import { NewUserBody, UserChangeBody, UserParams } from './users.dto.js';
import { Users } from './users.service.js';

const USER = named('User', {
  id: '3f0a5c1e-8a41-4a52-9d53-1f7a1f1f0a11',
  username: 'ann',
  role: oneOf(ROLES, 'operator'),
  disabled: false,
  account_scope_ids: ['5a0fcbd4-9c0c-4f21-8a2b-0d9d3c6b7e02'],
  created_at: '2025-11-20T09:00:00.000Z',
  updated_at: '2025-11-20T09:00:00.000Z',
});

@ApiTags('users')
@Controller('users')
@Access('admin')
export class UsersController {
  constructor(private readonly users: Users) {}

  @Get()
  @Operation({
    id: 'listUsers',
    summary: 'Users',
    description: 'Those who share an account scope with you, and those without any.',
    example: { users: [USER], next_cursor: NEXT_CURSOR },
  })
  async list(@Query() query: PageQuery, @User() admin: Principal) {
    const after = query.cursor === undefined ? null : String(decodeCursor(query.cursor, ['string'])[0]);
    const rows = await this.users.page(admin, query.limit + 1, after);
    const users = rows.slice(0, query.limit);
    const last = users.at(-1);
    return { users, next_cursor: rows.length > query.limit && last ? encodeCursor([last.username]) : null };
  }

  @Post()
  @HttpCode(200)
  @SignedInOnly()
  @Operation({
    id: 'createUser',
    summary: 'Make a user',
    confirm: 'Whoever has this login and password can sign in at once, and see and do what the role allows.',
    example: { user: USER },
    errors: ['conflict'],
  })
  async create(@Body() body: NewUserBody, @User() admin: Principal) {
    return { user: await this.users.create(admin, body) };
  }

  @Patch(':id')
  @SignedInOnly()
  @Operation({
    id: 'changeUser',
    summary: 'Change a user',
    description: 'A new password, role or state ends the user’s sessions. The last enabled admin stays one.',
    confirm: 'Changes what this user may do. A new password, role or state signs them out everywhere at once.',
    example: { user: USER },
    errors: ['not_found', 'conflict'],
  })
  async change(@Param() { id }: UserParams, @Body() body: UserChangeBody, @User() admin: Principal) {
    return { user: await this.users.change(admin, id, body) };
  }
}
