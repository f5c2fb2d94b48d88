import { randomBytes } from 'node:crypto';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { CookieOptions, NextFunction, Request, RequestHandler, Response } from 'express';
import session from 'express-session';
import passport from 'passport';
import { AppError } from '../common/app-error.js';
import { Config } from '../config/index.js';
import { SessionStore } from './session-store.js';
import type { SignedIn } from './sign-in.js';
import { UsersRepository } from './users.repository.js';

const LIFETIME_MS = 14 * 86_400_000;
/** Probes, scrapers, the documentation and the pages' files need nobody signed in, and must answer while the database does not. */
const WITHOUT_SESSION = /^\/(?:health|metrics|docs|ui|openapi\.json)(?:\/|$)/;

/** Who is signed in: opened at login, loaded with each request, ended at logout. */
@Injectable()
export class Sessions implements OnModuleDestroy {
  private readonly cookie: CookieOptions;

  constructor(
    private readonly config: Config,
    private readonly store: SessionStore,
    private readonly users: UsersRepository,
  ) {
    this.cookie = { path: '/', sameSite: 'lax', secure: config.production };
  }

  /** Opens a session under a new id: one that was planted before the login leads nowhere. */
  async open(request: Request, response: Response, user: SignedIn): Promise<void> {
    await settled((done) => request.session.regenerate(done));
    request.session.passport = { user: user.id };
    request.session.session_epoch = user.session_epoch;
    request.session.csrf_token = randomBytes(32).toString('base64url');
    await settled((done) => request.session.save(done));
    this.showCsrfToken(request, response);
  }

  /** Puts the session's CSRF token into the cookie that scripts read. */
  showCsrfToken(request: Request, response: Response): void {
    const token = request.session.csrf_token;
    if (token) response.cookie(this.config.CSRF_COOKIE_NAME, token, { ...this.cookie, maxAge: LIFETIME_MS });
  }

  /** Ends the session, if there is one, and makes the browser forget both cookies. */
  async end(request: Request, response: Response): Promise<void> {
    await settled((done) => request.session.destroy(done));
    response.clearCookie(this.config.SESSION_COOKIE_NAME, { ...this.cookie, httpOnly: true });
    response.clearCookie(this.config.CSRF_COOKIE_NAME, this.cookie);
  }

  /** What loads the session and its user, before any route. */
  handlers(): RequestHandler[] {
    const load = session({
      name: this.config.SESSION_COOKIE_NAME,
      secret: [...this.config.sessionSecrets],
      store: this.store,
      resave: false,
      saveUninitialized: false,
      rolling: true,
      cookie: { ...this.cookie, httpOnly: true, sameSite: 'lax', maxAge: LIFETIME_MS },
    });
    const user = this.passport().session() as RequestHandler;
    return [where((request) => !WITHOUT_SESSION.test(request.path), this.markSecure(), load, user)];
  }

  onModuleDestroy(): void {
    this.store.close();
  }

  /** An instance of our own: the shared one would ask every application of the process for its user. */
  private passport(): passport.Authenticator {
    const instance = new passport.Passport();
    instance.deserializeUser(
      (request: Request, id: string, done: (error: unknown, user?: Express.User | false) => void) => {
        this.users.signedIn(id, request.session.session_epoch ?? -1).then((user) => done(null, user ?? false), done);
      },
    );
    return instance;
  }

  /**
   * TLS ends at the ingress, and whether its headers are believed depends on TRUST_PROXY_HOPS. Left alone,
   * express-session sends no cookie at all where the connection looks insecure: a login that succeeds and is forgotten.
   * The cookie is marked Secure in production in any case, and the browser keeps that promise.
   */
  private markSecure(): RequestHandler {
    return (request, _response, next) => {
      if (this.config.production) Object.defineProperty(request, 'secure', { value: true });
      next();
    };
  }
}

const log = new Logger('sessions');

/** Runs the handlers one after the other where the condition holds; a store that fails makes the service unavailable. */
function where(condition: (request: Request) => boolean, ...handlers: RequestHandler[]): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    if (!condition(request)) return next();
    const step = (index: number): void => {
      const handler = handlers[index];
      if (!handler) return next();
      void handler(request, response, (error?: unknown) => {
        if (!error) return step(index + 1);
        log.error({ err: error }, 'the session could not be loaded');
        next(
          new AppError('service_unavailable', 'Sessions can’t be read at the moment; try again', undefined, {
            retryAfterSeconds: 5,
          }),
        );
      });
    };
    step(0);
  };
}

const settled = (start: (done: (error?: Error | null) => void) => unknown) =>
  new Promise<void>((resolve, reject) => {
    start((error) => (error ? reject(error) : resolve()));
  });
