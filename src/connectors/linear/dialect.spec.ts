import { describe, expect, it } from '@jest/globals';
import { LINEAR_DIALECT } from './dialect.js';

const NOW = Date.UTC(2026, 1, 3);
const answer = (extensions: object, message = 'no', headers: Record<string, string> = {}) => ({
  status: 200,
  headers,
  body: { data: null, errors: [{ message, extensions }] },
});
const budget = (name: string, limit: number, remaining: number, seconds: number) => ({
  [`x-ratelimit-${name}-limit`]: String(limit),
  [`x-ratelimit-${name}-remaining`]: String(remaining),
  [`x-ratelimit-${name}-reset`]: String(NOW + seconds * 1000),
});

describe('failures that Linear tells in its answers', () => {
  it.each([
    [{ type: 'ratelimited', code: 'RATELIMITED' }, 'rate_limited', true],
    [{ type: 'authentication error', code: 'AUTHENTICATION_ERROR' }, 'auth', false],
    [{ type: 'forbidden' }, 'auth', false],
    [{ type: 'usage limit exceeded' }, 'config', false],
    [{ type: 'invalid input', code: 'INVALID_INPUT' }, 'config', false],
    [{ type: 'graphql error', code: 'GRAPHQL_VALIDATION_FAILED' }, 'config', false],
    [{ type: 'internal error', code: 'INTERNAL_SERVER_ERROR' }, 'vendor_error', true],
    [{ type: 'lock timeout' }, 'vendor_error', true],
    [{ type: 'network error' }, 'vendor_error', true],
    [{ type: 'other' }, 'vendor_error', true],
    [{}, 'vendor_error', true],
  ] as const)('%j is %s', (extensions, kind, retry) =>
    expect(LINEAR_DIALECT.failure?.(answer(extensions))).toMatchObject({ kind, retry }),
  );

  it('knows what is not there, although it comes as invalid input', () => {
    const extensions = { type: 'invalid input', code: 'INPUT_ERROR' };
    expect(LINEAR_DIALECT.failure?.(answer(extensions, 'Entity not found: Issue'))).toMatchObject({ kind: 'gone' });
  });

  it('takes the gravest of several, and says where it was', () => {
    const failure = LINEAR_DIALECT.failure?.({
      status: 200,
      headers: {},
      body: {
        errors: [
          { message: 'late', extensions: { type: 'internal error' } },
          { message: 'who are you', path: ['issues', 3], extensions: { type: 'authentication error' } },
        ],
      },
    });
    expect(failure).toMatchObject({ kind: 'auth', message: 'who are you at issues.3' });
  });

  it('leaves good answers and pages for people to their status', () => {
    for (const body of [{ data: {} }, { data: {}, errors: [] }, undefined, 'Bad gateway'])
      expect(LINEAR_DIALECT.failure?.({ status: 200, headers: {}, body })).toBeNull();
  });

  it('waits out a short wait itself, and tells a long one', () => {
    const limited = (retryAfter: string) => answer({ code: 'RATELIMITED' }, 'slow', { 'retry-after': retryAfter });
    expect(LINEAR_DIALECT.failure?.(limited('2'))).toMatchObject({ retry: true, retryAfterSeconds: 2 });
    expect(LINEAR_DIALECT.failure?.(limited('900'))).toMatchObject({ retry: false, retryAfterSeconds: 900 });
  });
});

describe('budgets', () => {
  const exhausted = (headers: Record<string, string>) => LINEAR_DIALECT.exhausted?.(headers, NOW);

  it.each([
    ['nothing said', {}, null],
    ['plenty left', { ...budget('requests', 2500, 2400, 90), ...budget('complexity', 3e6, 2e6, 90) }, null],
    ['requests used up', { ...budget('requests', 2500, 3, 90), ...budget('complexity', 3e6, 2e6, 5) }, 90],
    ['points used up', { ...budget('requests', 2500, 2400, 5), ...budget('complexity', 3e6, 9_000, 1200) }, 1200],
    ['both: the later reset', { ...budget('requests', 2500, 0, 30), ...budget('complexity', 3e6, 0, 60) }, 60],
    ['a reset beyond all reason', budget('requests', 2500, 0, 1e6), 3600],
    ['a reset that has passed', budget('requests', 2500, 0, -5), null],
    ['a small budget keeps its own reserve', budget('requests', 60, 4, 10), null],
    ['an endpoint’s own budget', budget('endpoint-requests', 30, 0, 12), 12],
  ] as const)('%s', (_name, headers, seconds) => expect(exhausted({ ...headers })).toBe(seconds));
});
