import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Access, Operation, SignedInOnly, User, type Principal } from '../../http/index.js';
import { OwnPasswords } from '../own-password/own-passwords.service.js';
import { PasswordBody } from '../second-factor/second-factor.dto.js';
import { proveAgain } from './recent-proof.js';

@ApiTags('auth')
@Controller('auth')
@Access('viewer')
@SignedInOnly()
export class ReauthenticationController {
  constructor(private readonly passwords: OwnPasswords) {}

  @Post('reauthenticate')
  @HttpCode(200)
  @Operation({
    id: 'reauthenticate',
    summary: 'Prove again that it is you',
    description:
      'Asks for your password. For ten minutes from then on you may end other sessions of yours. People who sign in with ' +
      'an identity provider go through GET /auth/oidc/start?fresh=true.',
    effect: 'notes it in your session',
    example: {},
    errors: ['rate_limited'],
  })
  async prove(@User() user: Principal, @Body() body: PasswordBody, @Req() request: Request) {
    await this.passwords.assertCurrent(user, body.current_password, request);
    proveAgain(request);
    return {};
  }
}
