import { Body, Controller, Patch, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Access, Operation, SignedInOnly, User, WithUnreadyAccount, type Principal } from '../../http/index.js';
import { Sessions } from '../sessions.js';
import { PasswordChangeBody } from './new-password.dto.js';
import { OwnPasswords } from './own-passwords.service.js';

@ApiTags('auth')
@Controller('auth')
@Access('viewer')
@SignedInOnly()
export class OwnPasswordController {
  constructor(
    private readonly passwords: OwnPasswords,
    private readonly sessions: Sessions,
  ) {}

  @Patch('password')
  @WithUnreadyAccount('password')
  @Operation({
    id: 'changePassword',
    summary: 'Change your password',
    description:
      'Asks for the current one. Common passwords, and those made of your login or of names around it, are refused. ' +
      'Other sessions of yours end; this one goes on with a new CSRF token.',
    confirm: 'Signs you out everywhere else.',
    example: {},
    errors: ['rate_limited', 'conflict'],
  })
  async change(
    @Body() body: PasswordChangeBody,
    @User() user: Principal,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const session_epoch = await this.passwords.change(user, body.current_password, body.new_password, request);
    await this.sessions.open(request, response, { ...user, session_epoch });
    return {};
  }
}
