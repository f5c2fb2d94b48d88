import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import {
  Access,
  Operation,
  ShownOnce,
  SignedInOnly,
  User,
  WithUnreadyAccount,
  type Principal,
} from '../../http/index.js';
import { OwnPasswords } from '../own-password/own-passwords.service.js';
import { Sessions } from '../sessions.js';
import { CodeBody, PasswordBody } from './second-factor.dto.js';
import { SecondFactors } from './second-factors.service.js';

const CODES = ['k3m9qz-ab7xwe-pt5vyc-h2n8rd', 'w6yfj2-x9kdmn-3pzqtb-ev7hrc'];

@ApiTags('auth')
@Controller('auth/second-factor')
@Access('viewer')
@SignedInOnly()
@WithUnreadyAccount('second_factor')
export class SecondFactorController {
  constructor(
    private readonly factors: SecondFactors,
    private readonly passwords: OwnPasswords,
    private readonly sessions: Sessions,
  ) {}

  @Get()
  @Operation({
    id: 'getSecondFactor',
    summary: 'Whether you have a second factor, and need one',
    example: { enabled: true, required: false, recovery_codes_left: 10 },
  })
  state(@User() user: Principal) {
    return this.factors.state(user.id);
  }

  @Post()
  @HttpCode(200)
  @ShownOnce()
  @Operation({
    id: 'beginSecondFactor',
    summary: 'Set up a second factor',
    description:
      'Asks for your password. Put `secret` into an authenticator app, or show `uri` to it as a QR code; it counts once ' +
      'POST /auth/second-factor/confirm has a code of it.',
    example: {
      secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
      uri: 'otpauth://totp/KAG%20server:ann?secret=JBSWY3DPEHPK3PXP',
    },
    errors: ['conflict', 'rate_limited', 'secrets_key_missing'],
  })
  async begin(@User() user: Principal, @Body() body: PasswordBody, @Req() request: Request) {
    await this.passwords.assertCurrent(user, body.current_password, request);
    return this.factors.begin(user);
  }

  @Post('confirm')
  @HttpCode(200)
  @ShownOnce()
  @Operation({
    id: 'confirmSecondFactor',
    summary: 'Turn your second factor on',
    description: 'Shows recovery codes this once: each signs you in one time without the app.',
    confirm: 'From now on signing in takes a code of the app. Signs you out everywhere else.',
    example: { recovery_codes: CODES },
    errors: ['conflict', 'secrets_key_missing'],
  })
  async confirm(
    @User() user: Principal,
    @Body() { code }: CodeBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { codes, epoch } = await this.factors.confirm(user, code);
    await this.sessions.open(request, response, { ...user, session_epoch: epoch });
    return { recovery_codes: codes };
  }

  @Post('recovery-codes')
  @HttpCode(200)
  @ShownOnce()
  @Operation({
    id: 'renewRecoveryCodes',
    summary: 'New recovery codes',
    description: 'Asks for your password.',
    confirm: 'The recovery codes that you have are good for nothing any more.',
    example: { recovery_codes: CODES },
    errors: ['conflict', 'rate_limited'],
  })
  async renew(@User() user: Principal, @Body() body: PasswordBody, @Req() request: Request) {
    await this.passwords.assertCurrent(user, body.current_password, request);
    return { recovery_codes: await this.factors.renewCodes(user) };
  }

  @Post('remove')
  @HttpCode(200)
  @Operation({
    id: 'removeSecondFactor',
    summary: 'Turn your second factor off',
    description: 'Asks for your password. Where an account scope of yours asks for a second factor it stays.',
    confirm: 'From now on your password alone signs you in. Signs you out everywhere else.',
    example: {},
    errors: ['rate_limited'],
  })
  async remove(
    @User() user: Principal,
    @Body() body: PasswordBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    await this.passwords.assertCurrent(user, body.current_password, request);
    const session_epoch = await this.factors.remove(user);
    await this.sessions.open(request, response, { ...user, session_epoch });
    return {};
  }
}
