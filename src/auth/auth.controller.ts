import { Body, Controller, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Config } from '../config/index.js';
import {
  highestRole,
  oneOf,
  Operation,
  orNull,
  Public,
  requestContext,
  roleIn,
  ROLES,
  type Principal,
  type Role,
} from '../http/index.js';
import { Projects } from '../projects/index.js';
import { LoginBody } from './auth.dto.js';
import { membershipsOf } from './examples.js';
import { KnownDevices } from './known-devices.js';
import { LoginGuard } from './login.guard.js';
import { Sessions } from './sessions.js';
import { SignInRecords } from './sign-in-records.js';
import type { SignedIn } from './sign-in.js';

const SIGNED_IN = {
  username: 'admin',
  role: oneOf(ROLES, 'admin'),
  memberships: membershipsOf('admin'),
  active_project_id: orNull('0e3cf6d8-5a86-4f43-8f0b-8f9f2a4f6c01'),
  csrf_cookie_name: 'csrf_token',
};

const ROLE_SHOWN =
  '`role` is the one in the active project’s account scope; without an active project, the highest of `memberships`.';

@ApiTags('auth')
@Controller('auth')
@Public()
export class AuthController {
  constructor(
    private readonly config: Config,
    private readonly sessions: Sessions,
    private readonly devices: KnownDevices,
    private readonly records: SignInRecords,
    private readonly projects: Projects,
  ) {}

  @Post('login')
  @HttpCode(200)
  @UseGuards(LoginGuard)
  @Operation({
    id: 'logIn',
    summary: 'Sign in',
    description:
      'Sets the session cookie and the CSRF cookie, and one that keeps attempts of others on your login from locking this ' +
      'device out. Signed in already: needs x-csrf-token like any change. A password that somebody else set opens ' +
      'nothing but PATCH /auth/password. Somebody who has a second factor sends its code too: without one the answer ' +
      'is second_factor_required. ' +
      ROLE_SHOWN,
    effect: 'opens a session',
    example: SIGNED_IN,
    errors: ['invalid_credentials', 'second_factor_required', 'rate_limited', 'csrf_invalid', 'secrets_key_missing'],
  })
  async login(@Body() _body: LoginBody, @Req() request: Request, @Res({ passthrough: true }) response: Response) {
    const user = request.user as unknown as SignedIn;
    requestContext().user = { id: user.id, username: user.username, memberships: user.memberships };
    await this.sessions.open(request, response, user);
    await this.records.succeeded(user);
    this.devices.remember(request, response, user.username);
    const active = await this.projects.active(user.id, null);
    return {
      username: user.username,
      role: roleOf(user, active),
      memberships: user.memberships,
      active_project_id: active?.id ?? null,
      csrf_cookie_name: this.config.CSRF_COOKIE_NAME,
    };
  }

  @Post('logout')
  @HttpCode(200)
  @Operation({
    id: 'logOut',
    summary: 'Sign out',
    description: 'Ends the session, and has the browser drop what it cached; without one there is nothing to do.',
    effect: 'ends your session',
    example: {},
  })
  async logout(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    await this.sessions.end(request, response);
    // Not "cookies": it would forget the device too. Not "storage": that holds nothing but the choice of a theme.
    response.setHeader('clear-site-data', '"cache"');
    return {};
  }

  @Get('me')
  @Operation({
    id: 'getMe',
    summary: 'Who is signed in',
    description:
      'Sets the CSRF cookie again, should it be lost. Without a session authenticated is false, memberships is empty ' +
      'and the rest null. While password_change_required, all routes but PATCH /auth/password are closed; while ' +
      'second_factor_setup_required, all but those under /auth/second-factor. ' +
      ROLE_SHOWN,
    example: {
      authenticated: true,
      ...SIGNED_IN,
      username: orNull(SIGNED_IN.username),
      role: orNull(SIGNED_IN.role),
      account_scope_id: orNull('5a0fcbd4-9c0c-4f21-8a2b-0d9d3c6b7e02'),
      password_change_required: false,
      second_factor_setup_required: false,
    },
  })
  async me(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    const { user, credential } = requestContext();
    if (user) this.sessions.showCsrfToken(request, response);
    const active = user && (await this.projects.active(user.id, request.session.active_project_id ?? null));
    return {
      authenticated: user !== null,
      username: user?.username ?? null,
      role: user && roleOf(user, active),
      memberships: user?.memberships ?? [],
      active_project_id: active?.id ?? null,
      account_scope_id: active?.account_scope_id ?? (user && (await this.projects.onlyScopeId(user.id))),
      password_change_required: credential?.unready === 'password',
      second_factor_setup_required: credential?.unready === 'second_factor',
      csrf_cookie_name: this.config.CSRF_COOKIE_NAME,
    };
  }
}

/** What a page shows and offers: routes themselves judge by the scope that each request acts in. */
function roleOf({ memberships }: Principal, active: { account_scope_id: string } | null): Role | null {
  return active ? roleIn(memberships, active.account_scope_id) : highestRole(memberships);
}
