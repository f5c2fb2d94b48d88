import { Controller, Get, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Config } from '../../config/index.js';
import { Operation, orNull, Public, requestContext, validationFailed } from '../../http/index.js';
import { OwnChanges } from '../../replica-reads/index.js';
import { KnownDevices } from '../known-devices.js';
import { addressKey } from '../login-limits.js';
import { SignInRecords } from '../sign-in-records.js';
import { Sessions } from '../sessions.js';
import { spend } from '../spend.js';
import { BrowserRefusalsFilter, HOME } from './browser-refusals.filter.js';
import { localPath } from './domain/local-path.js';
import { IdentitySignIn } from './identity-sign-in.service.js';
import { StartQuery } from './oidc.dto.js';
import { SignInAttempts } from './sign-in-attempts.js';

/** Nothing can be guessed here; more than of wrong passwords, since offices share an address, and by the minute. */
const TIMES_AS_MANY = 6;

@ApiTags('auth')
@Controller('auth/oidc')
@Public()
export class OidcController {
  private readonly limiter: RateLimiterMemory;

  constructor(
    private readonly config: Config,
    private readonly signIn: IdentitySignIn,
    private readonly attempts: SignInAttempts,
    private readonly sessions: Sessions,
    private readonly devices: KnownDevices,
    private readonly records: SignInRecords,
    private readonly changes: OwnChanges,
  ) {
    const points = config.LOGIN_RATE_LIMIT_MAX_ATTEMPTS * TIMES_AS_MANY;
    this.limiter = new RateLimiterMemory({ points, duration: 60 });
  }

  @Get()
  @Operation({
    id: 'getIdentityProvider',
    summary: 'Whether people sign in with an identity provider too',
    description: '`label` names it on the button of a login form, which leads to GET /auth/oidc/start.',
    example: { enabled: true, label: orNull('your organisation') },
  })
  provider() {
    const enabled = this.config.OIDC_ISSUER !== null;
    return { enabled, label: enabled ? this.config.OIDC_LABEL : null };
  }

  @Get('start')
  @UseFilters(BrowserRefusalsFilter)
  @Operation({
    id: 'startIdentitySignIn',
    summary: 'Sign in with the identity provider',
    description:
      'For browsers: leads to the provider, which leads back to GET /auth/oidc/callback. Beside the problems listed, ' +
      'browsers that ask for HTML are led to the page with `#refused=` and the code.',
    effect: 'begins a sign-in in this browser',
    redirects: 'To the identity provider',
    example: {},
    errors: ['provider_not_configured', 'identity_provider_unavailable', 'rate_limited'],
  })
  async start(@Query() query: StartQuery, @Res() response: Response): Promise<void> {
    this.signIn.assertConfigured();
    const return_to = localPath(query.return_to ?? HOME);
    if (return_to === null) throw validationFailed([{ path: 'return_to', problem: 'must be a path on this server' }]);
    await this.limit();
    const attempt = this.attempts.begin(response, { return_to, fresh: query.fresh === 'true' });
    const url = await this.signIn.begin(attempt);
    response.status(302).setHeader('location', url.href).end();
  }

  @Get('callback')
  @UseFilters(BrowserRefusalsFilter)
  @ApiQuery({ name: 'state', type: String, required: false, description: 'Of the sign-in that this browser began' })
  @ApiQuery({ name: 'code', type: String, required: false, description: 'For which the provider tells who it is' })
  @ApiQuery({ name: 'iss', type: String, required: false, description: 'Which provider it is that answers' })
  @ApiQuery({ name: 'error', type: String, required: false, description: 'Why the provider signed nobody in' })
  @Operation({
    id: 'finishIdentitySignIn',
    summary: 'Where the identity provider leads browsers back to',
    description:
      'Sets the session cookie and the CSRF cookie, as POST /auth/login does, and leads to the page where the sign-in ' +
      'began. Somebody who has no user here is refused, with the `subject` by which an admin can link one. Browsers ' +
      'that ask for HTML are led to the page with `#refused=` and the code. Other parameters of providers are ignored.',
    effect: 'opens a session',
    redirects: 'To the page where the sign-in began',
    example: {},
    errors: [
      'provider_not_configured',
      'identity_provider_unavailable',
      'identity_refused',
      'identity_unknown',
      'second_factor_required',
      'sign_in_stale',
      'rate_limited',
    ],
  })
  // Declared and not read: which parameters providers send is theirs, and one that comes twice must be seen as such.
  async callback(@Query() _query: object, @Req() request: Request, @Res() response: Response): Promise<void> {
    const attempt = this.attempts.of(request);
    this.attempts.end(response);
    await this.limit();
    const { search } = new URL(request.originalUrl, 'http://here.invalid');
    const { user, identity } = await this.signIn.complete(new URLSearchParams(search), attempt);
    requestContext().user = { id: user.id, username: user.username, memberships: user.memberships };
    await this.sessions.open(request, response, user);
    await this.records.succeeded(user, identity);
    this.devices.remember(request, response, user.username);
    // This GET may have made the user or changed their roles: the interceptor does not count it as a change.
    await this.changes.note(user.id);
    response
      .status(302)
      .setHeader('location', attempt?.return_to ?? HOME)
      .end();
  }

  private limit(): Promise<void> {
    return spend(this.limiter, addressKey(requestContext().address), 'sign-ins');
  }
}
