import { errorText } from '../../common/app-error.js';
import type { Config } from '../../config/index.js';
import type { Check, Diagnosis } from '../diagnosis/domain/diagnosis.js';
import { advice } from '../diagnosis/domain/remedy.js';
import { CannotLook, failure } from './failure.js';
import type { DoctorArguments } from './arguments.js';

/** Not this login's to diagnose, or gone since it was listed. */
const PASSED_OVER = new Set([403, 404]);

type Asked = Pick<DoctorArguments, 'project' | 'origin' | 'timeoutMs'> & { url: string };

export interface LookedRemotely {
  projects: Diagnosis[];
  /** Names of projects that the server refused to diagnose, where it diagnosed others. */
  passedOver: string[];
}

/**
 * Diagnoses projects by asking a running server, as the user of AUTH_CREDENTIALS, who may operate only some of them.
 * @throws CannotLook
 */
export async function lookRemotely(
  { AUTH_CREDENTIALS: credentials }: Pick<Config, 'AUTH_CREDENTIALS'>,
  { url, project: wanted, origin, timeoutMs }: Asked,
): Promise<LookedRemotely> {
  if (credentials === null)
    throw new CannotLook(
      failure('sign_in', 'The server lets the doctor in', 'AUTH_CREDENTIALS is not set.', [
        advice('Set AUTH_CREDENTIALS=login:password for this command, of an admin or operator of that server.'),
      ]),
    );
  const session = new Session(url, timeoutMs);
  await session.call('POST', '/auth/login', { username: credentials.login, password: credentials.password });
  try {
    const projects = (await session.projects()).filter(
      ({ id, name }) => wanted === null || id === wanted.toLowerCase() || name.toLowerCase() === wanted.toLowerCase(),
    );
    return await diagnosed(session, projects, origin);
  } finally {
    // Nothing that was found is lost for it: a session that is left open ends by itself.
    await session.call('POST', '/auth/logout', {}).catch(() => {});
  }
}

/** @throws CannotLook where none can be diagnosed */
async function diagnosed(session: Session, projects: Listed[], origin: string | null): Promise<LookedRemotely> {
  const found: LookedRemotely = { projects: [], passedOver: [] };
  let refused: Refused | null = null;
  for (const { id, name } of projects) {
    const query = new URLSearchParams({ project_id: id, ...(origin === null ? {} : { origin }) });
    try {
      found.projects.push(await session.call<Diagnosis>('GET', `/ops/diagnosis?${query.toString()}`));
    } catch (error) {
      if (!(error instanceof Refused && PASSED_OVER.has(error.status))) throw error;
      refused ??= error;
      found.passedOver.push(name);
    }
  }
  if (refused !== null && found.projects.length === 0) throw refused;
  return found;
}

interface Listed {
  id: string;
  name: string;
}

/** The server answered, and not what was asked. */
class Refused extends CannotLook {
  constructor(
    check: Check,
    readonly status: number,
  ) {
    super(check);
  }
}

/** A browser's part of a session: cookies, and the CSRF token in a header. */
class Session {
  private readonly cookies = new Map<string, string>();
  private csrfName = '';

  constructor(
    private readonly url: string,
    private readonly timeoutMs: number,
  ) {}

  async projects(): Promise<Listed[]> {
    const all: Listed[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { projects: Listed[]; next_cursor: string | null } = await this.call(
        'GET',
        `/projects?limit=200${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      all.push(...page.projects);
      cursor = page.next_cursor;
    }
    return all;
  }

  async call<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(this.timeoutMs),
      headers: {
        // A server in trouble may close a connection that is kept at the moment it is used again.
        connection: 'close',
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'x-csrf-token': decodeURIComponent(this.cookies.get(this.csrfName) ?? ''),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }).catch((error: unknown) => {
      const cause = error instanceof Error && error.cause ? errorText(error.cause) : errorText(error);
      throw new CannotLook(problem(`${this.url} does not answer: ${cause}.`));
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      this.cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const answer = (await response.json().catch(() => ({}))) as T & { detail?: string; csrf_cookie_name?: string };
    if (!response.ok)
      throw new Refused(
        problem(`${method} ${path.split('?')[0]} answered ${response.status}: ${answer.detail ?? 'no detail'}.`),
        response.status,
      );
    this.csrfName = answer.csrf_cookie_name ?? this.csrfName;
    return answer;
  }
}

const problem = (observed: string): Check =>
  failure('server', 'The server answers', observed, [
    advice('See that the server runs there and that its database answers; npm run doctor without --url looks at that.'),
  ]);
