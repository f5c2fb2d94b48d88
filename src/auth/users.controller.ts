import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { decodeCursor } from '../common/cursor.js';
import { keysetPage } from '../common/keyset-page.js';
import { Access, NEXT_CURSOR, Operation, PageQuery, SignedInOnly, User, type Principal } from '../http/index.js';
import { USER } from './examples.js';
import { NewUserBody, UserChangeBody, UserParams } from './users.dto.js';
import { Users } from './users.service.js';

@ApiTags('users')
@Controller('users')
@Access('admin')
export class UsersController {
  constructor(private readonly users: Users) {}

  @Get()
  @Operation({
    id: 'listUsers',
    summary: 'Users',
    description:
      'Those who belong to account scopes that you administer, with their roles there. `role` is the lowest of them.',
    example: { users: [USER], next_cursor: NEXT_CURSOR },
  })
  async list(@Query() query: PageQuery, @User() admin: Principal) {
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['string'])[0];
    const found = await this.users.page(admin, query.limit + 1, after);
    const { rows: users, next_cursor } = keysetPage(found, query.limit, ({ username }) => [username]);
    return { users, next_cursor };
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
    description:
      'Roles are per account scope, and you change those in yours; from the next request on they apply. A password or a ' +
      'state reaches every scope of the user: it takes an admin of all of them. A new password, role or state ends the ' +
      'user’s sessions, but a new role does not sign out a user who has other scopes. The last enabled admin of a ' +
      'scope stays one, and a user stays in one scope at least.',
    confirm: 'Changes what this user may do. A new password, role or state signs them out everywhere at once.',
    example: { user: USER },
    errors: ['not_found', 'conflict'],
  })
  async change(@Param() { id }: UserParams, @Body() body: UserChangeBody, @User() admin: Principal) {
    return { user: await this.users.change(admin, id, body) };
  }
}
