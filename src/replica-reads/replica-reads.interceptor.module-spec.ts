import { Logger, type CallHandler, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { describe, expect, it, jest } from '@jest/globals';
import { defer, firstValueFrom } from 'rxjs';
import { AppError } from '../common/app-error.js';
import { currentReading } from '../database/replica/reading.js';
import type { Replica } from '../database/index.js';
import { FromReplica } from '../http/index.js';
import { runInContext, type RequestContext } from '../http/request-context.js';
import type { LastWritesRepository } from './last-writes.repository.js';
import { OwnChanges } from './own-changes.js';
import { ReplicaReadsInterceptor } from './replica-reads.interceptor.js';

const ANN = { id: 'ann', username: 'ann', memberships: [] };
const ANSWER = { ok: true };

class Routes {
  @FromReplica()
  marked() {}
  unmarked() {}
}

interface Asked {
  route?: keyof Routes;
  method?: string;
  user?: RequestContext['user'];
  replica?: boolean;
  noting?: () => Promise<void>;
  /** What the handler does at its first call, and later on. */
  first?: () => unknown;
}

/** What the handler was called with and what was noted, in their order, and the answer. */
async function request({ route = 'marked', method = 'GET', user = ANN, replica = true, noting, first }: Asked) {
  const happened: string[] = [];
  const writes: Pick<LastWritesRepository, 'of' | 'note'> = {
    of: (id, seconds) => Promise.resolve(id === 'ann' && seconds === 65 ? 500n : null),
    note: (id) => {
      happened.push(`noted ${id}`);
      return noting?.() ?? Promise.resolve();
    },
  };
  const standby = replica ? ({ maxLagMs: 5000 } as Replica) : null;
  const repository = writes as LastWritesRepository;
  const interceptor = new ReplicaReadsInterceptor(
    standby,
    repository,
    new OwnChanges(standby, repository),
    new Reflector(),
  );
  const next: CallHandler = {
    handle: () =>
      defer(async () => {
        const reading = currentReading();
        happened.push(reading === null ? 'at the primary' : `from the standby after ${reading.after}`);
        await Promise.resolve();
        return happened.length === 1 && first ? first() : ANSWER;
      }),
  };
  const context = {
    getHandler: () => Routes.prototype[route],
    getClass: () => Routes,
  } as unknown as ExecutionContext;
  const answer = runInContext({ user, method } as RequestContext, async () =>
    firstValueFrom(await interceptor.intercept(context, next)),
  ).finally(() => happened.push('answered'));
  return { happened, answered: await answer.catch((error: unknown) => error) };
}

describe('a request where there is a standby', () => {
  it.each<[string, Asked, string[]]>([
    ['of a marked route reads there', {}, ['from the standby after 500']],
    ['of a marked route that is no GET, too', { method: 'POST' }, ['from the standby after 500']],
    ['of another route reads at the primary', { route: 'unmarked' }, ['at the primary']],
    ['that may change something is noted', { route: 'unmarked', method: 'PATCH' }, ['at the primary', 'noted ann']],
    ['without a user is the primary’s', { user: null }, ['at the primary']],
    ['without a user is not noted', { user: null, route: 'unmarked', method: 'POST' }, ['at the primary']],
  ])('%s', async (_what, asked, expected) => {
    expect(await request(asked)).toEqual({ happened: [...expected, 'answered'], answered: ANSWER });
  });

  it('that is refused a change is noted as well, and told why', async () => {
    const why = new AppError('precondition_failed', 'It is another one now');
    const refused = () => Promise.reject(why);
    expect(await request({ route: 'unmarked', method: 'PUT', first: refused })).toEqual({
      happened: ['at the primary', 'noted ann', 'answered'],
      answered: why,
    });
  });

  it('that has changed something is answered so, though that could not be noted; the log says it', async () => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => {});
    const away = () => Promise.reject(new Error('the database is away'));
    const asked = await request({ route: 'unmarked', method: 'POST', noting: away });
    expect(asked).toEqual({ happened: ['at the primary', 'noted ann', 'answered'], answered: ANSWER });
    expect(warn).toHaveBeenCalledTimes(1);
    warn.mockRestore();
  });

  it.each(['not_found', 'project_not_found'] as const)('asks the primary for what is not there: %s', async (code) => {
    const missing = () => Promise.reject(new AppError(code, 'There is none'));
    expect(await request({ first: missing })).toEqual({
      happened: ['from the standby after 500', 'at the primary', 'answered'],
      answered: ANSWER,
    });
  });

  it('tells of any other failure at once', async () => {
    const wrong = new AppError('validation_failed', 'The cursor is of another list');
    expect(await request({ first: () => Promise.reject(wrong) })).toEqual({
      happened: ['from the standby after 500', 'answered'],
      answered: wrong,
    });
  });
});

it.each<[string, Asked]>([
  ['a marked route', {}],
  ['a change', { route: 'unmarked', method: 'POST' }],
])('where there is no standby, %s is as it was', async (_what, asked) => {
  expect(await request({ ...asked, replica: false })).toEqual({
    happened: ['at the primary', 'answered'],
    answered: ANSWER,
  });
});
