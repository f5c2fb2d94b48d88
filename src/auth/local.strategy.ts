import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import { Strategy } from 'passport-local';
import { requestContext } from '../http/index.js';
import type { LoginBody } from './auth.dto.js';
import type { KnownDevices } from './known-devices.js';
import type { SignedIn, SignIn } from './sign-in.js';

/**
 * Passport keeps one set of strategies for the whole process. Each request therefore brings the sign-in of its own
 * application: else two applications in one process (tests have them) would use the one that was made last.
 */
export const signInOf = new WeakMap<Request, { signIn: SignIn; devices: KnownDevices }>();

/** Takes username and password from the body. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy) {
  constructor() {
    super({ passReqToCallback: true });
  }

  async validate(request: Request, username: string, password: string): Promise<SignedIn> {
    const own = signInOf.get(request);
    if (!own) throw new Error('LoginGuard guards every route that signs in');
    const { address } = requestContext();
    const { code } = request.body as LoginBody;
    const device = own.devices.deviceOf(request, username);
    return own.signIn.withPassword(username, password, code, { address, device });
  }
}
