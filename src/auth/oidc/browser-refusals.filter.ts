import { Catch, Injectable, type ArgumentsHost } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AppError } from '../../common/app-error.js';
import { RefusalsFilter } from '../refusals.filter.js';
import { Refusals } from '../refusals.js';
import { SignInAttempts } from './sign-in-attempts.js';

/** Where a browser goes that has begun nothing here. */
export const HOME = '/ops';

/**
 * A browser that the provider has sent back is shown no JSON: it goes to the page that it came from, which says why it
 * was refused. Behind the #, the reason stays out of logs. Programs get the problem.
 */
@Catch()
@Injectable()
export class BrowserRefusalsFilter extends RefusalsFilter {
  constructor(
    refusals: Refusals,
    private readonly attempts: SignInAttempts,
  ) {
    super(refusals);
  }

  override catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    if (!(thrown instanceof AppError) || request.accepts(['json', 'html']) !== 'html') return super.catch(thrown, host);
    const page = (this.attempts.of(request)?.return_to ?? HOME).replace(/#.*$/, '');
    const { subject } = (thrown.details ?? {}) as { subject?: string };
    const fragment = new URLSearchParams({ refused: thrown.code, ...(subject === undefined ? {} : { subject }) });
    response.status(302).setHeader('location', `${page}#${fragment.toString()}`).end();
  }
}
