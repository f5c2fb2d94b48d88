import { randomBytes, randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { CookieOptions, NextFunction, Request, RequestHandler, Response } from 'express';
import session, { type SessionData } from 'express-session';
import passport from 'passport';
import { AppError } from '../common/app-error.js';
import { HOUR_MS } from '../common/time-units.js';
import { Config } from '../config/index.js';
import { requestContext, type Membership, type Unready } from '../http/index.js';
import { OwnSessionsRepository } from './own-sessions/own-sessions.repository.js';
import { SessionStore } from './session-store.js';
import type { SignedIn } from './sign-in.js';
import { UsersRepository, type SessionUser } from './users.repository.js';

/** Browsers' own names fit; what is longer was made up. */
const LONGEST_USER_AGENT = 300;
/** Probes, scrapers, the documentation and the pages' files need no session, also while the database is away. */
const WITHOUT_SESSION = /^\/(?:health|metrics|docs|ui|openapi\.json)(?:\/|$)/;

/** Who is signed in: opened at login, loaded with each request, ended at logout. */
@Injectable()
export class Sessions implements OnModuleDestroy {
  private readonly cookie: CookieOptions;
  private readonly idleMs: number;

  constructor(
    private readonly config: Config,
    private readonly store: SessionStore,
    private readonly users: UsersRepository,
    private readonly own: OwnSessionsRepository,
  ) {
    this.idleMs = Math.min(config.SESSION_IDLE_HOURS, config.SESSION_MAX_HOURS) * HOUR_MS;
    this.cookie = { path: '/', sameSite: 'lax', secure: config.production };
  }

  /** Opens a session under a new id: one that was planted before the login leads nowhere. */
  async open(request: Request, response: Response, user: SignedIn): Promise<void> {
    await settled((done) => request.session.regenerate(done));
    request.session.passport = { user: user.id };
    request.session.session_epoch = user.session_epoch;
    request.session.csrf_token = randomBytes(32).toString('base64url');
    Object.assign(request.session, opened(request), proofOf(user));
    this.store.open(request.sessionID);
    await settled((done) => request.session.save(done));
    this.showCsrfToken(request, response);
  }

  /** Puts the session's CSRF token into the cookie that scripts read. */
  showCsrfToken(request: Request, response: Response): void {
    const token = request.session.csrf_token;
    if (token) response.cookie(this.config.CSRF_COOKIE_NAME, token, { ...this.cookie, maxAge: this.idleMs });
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
      cookie: { ...this.cookie, httpOnly: true, sameSite: 'lax', maxAge: this.idleMs },
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
        this.userOf(request, id).then((user) => done(null, user ?? false), done);
      },
    );
    return instance;
  }

  /** Who a session stands for; null when it is over. */
  private async userOf({ session, sessionID }: Request, id: string): Promise<Express.User | null> {
    // One from before the time was kept has none, and is over.
    const age = Date.now() - Date.parse(session.opened_at ?? '');
    if (!(age < this.config.SESSION_MAX_HOURS * HOUR_MS)) return null;
    const found = await this.users.signedIn(id, session.session_epoch ?? -1);
    if (!found || lacksProof(session, found)) return null;
    const { unready: _missing, second_factor_required: _required, ...user } = found;
    const unready = unreadyOf(session, found);
    const holds = () => this.holds(session, sessionID, user.memberships);
    return { ...user, credential: { kind: 'session', unready, limit: null, holds } };
  }

  /** Whether a new request by the session would be let in, with these roles. */
  private async holds(
    session: Partial<SessionData>,
    sid: string,
    memberships: readonly Membership[],
  ): Promise<boolean> {
    const now = await this.own.userOf(sid, this.config.SESSION_MAX_HOURS);
    if (!now || lacksProof(session, now) || unreadyOf(session, now) !== null) return false;
    return isDeepStrictEqual(now.memberships, memberships);
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

/** What a person knows a new session by, later on. */
const opened = (request: Request) => ({
  shown_id: randomUUID(),
  opened_at: new Date().toISOString(),
  address: requestContext().address,
  user_agent: request.get('user-agent')?.slice(0, LONGEST_USER_AGENT) ?? '',
});

/** When and how the person proved who they are; a provider that does not say when may have known them for hours. */
function proofOf({ provider }: SignedIn): Pick<SessionData, 'authenticated_at' | 'provider'> {
  if (!provider) return { authenticated_at: new Date().toISOString() };
  const { authenticated_at, second_factor } = provider;
  return { provider: { second_factor }, ...(authenticated_at === null ? {} : { authenticated_at }) };
}

/**
 * Whether the provider did not ask for the second factor that the user needs. Only the provider can make it good: who
 * signs in again is asked there.
 */
const lacksProof = ({ provider }: Partial<SessionData>, { second_factor_required }: SessionUser): boolean =>
  provider !== undefined && second_factor_required && !provider.second_factor;

/** What the account misses; who came by the provider has proved all that it takes there. */
const unreadyOf = ({ provider }: Partial<SessionData>, { unready }: SessionUser): Unready | null =>
  provider ? null : unready;

const log = new Logger('sessions');

/**
 * Runs the handlers one after the other where the condition holds; a store that fails makes the service unavailable.
 */
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
