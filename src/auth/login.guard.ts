import { Injectable, type ExecutionContext } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { Request } from 'express';
import { AppError } from '../common/app-error.js';
import { validationPipe } from '../http/index.js';
import { LoginBody } from './auth.dto.js';
import { KnownDevices } from './known-devices.js';
import { signInOf } from './local.strategy.js';
import { SignIn } from './sign-in.js';

/** Lets a request pass whose body names a user and their password; puts that user on the request. */
@Injectable()
export class LoginGuard extends AuthGuard('local') {
  private readonly validation = validationPipe();

  constructor(
    private readonly signIn: SignIn,
    private readonly devices: KnownDevices,
  ) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    // Guards run before the routes' own validation, and Passport would answer a missing field in its own words.
    await this.validation.transform(request.body, { type: 'body', metatype: LoginBody });
    signInOf.set(request, { signIn: this.signIn, devices: this.devices });
    return (await super.canActivate(context)) as boolean;
  }

  override handleRequest<T>(error: unknown, user: T | false): T {
    if (error) throw error as Error;
    if (!user) throw new AppError('invalid_credentials', 'The username or the password is wrong');
    return user;
  }
}
