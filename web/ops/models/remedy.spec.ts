import { describe, expect, it } from '@jest/globals';
import type { RemedyStep } from '../../client/published.js';
import { filledBody, shortRequest, stepView } from './remedy.js';

const NOTHING: RemedyStep = { method: null, path: null, body: null, set: null, run: null, note: 'Why.' };

describe('steps of a cure', () => {
  it('are requests with what only the operator knows to be filled in', () => {
    const body = { credentials: { api_token: '<new token>', more: ['<new token>', '<account>'] }, limit: 3 };
    const view = stepView({ ...NOTHING, method: 'PUT', path: '/projects/p/sources/linear', body });
    expect(view).toEqual({
      kind: 'request',
      request: { method: 'PUT', path: '/projects/p/sources/linear', body },
      fields: ['new token', 'account'],
      note: 'Why.',
    });
    expect(
      filledBody(
        body,
        new Map([
          ['new token', 'a"b<c>'],
          ['account', '7'],
        ]),
      ),
    ).toEqual({
      credentials: { api_token: 'a"b<c>', more: ['a"b<c>', '7'] },
      limit: 3,
    });
    expect(filledBody(body, new Map([['new token', 't']]))).toBeNull();
    expect(filledBody(null, new Map())).toEqual({});
  });

  it('are variables, commands and advice, to be copied or read', () => {
    expect(stepView({ ...NOTHING, set: { A: '1', B: '<key>' } })).toEqual({
      kind: 'set',
      text: 'A=1\nB=<key>',
      note: 'Why.',
    });
    expect(stepView({ ...NOTHING, run: 'npm run migrate' })).toEqual({
      kind: 'run',
      text: 'npm run migrate',
      note: 'Why.',
    });
    expect(stepView(NOTHING)).toEqual({ kind: 'advice', note: 'Why.' });
  });

  it.each([
    ['/connectors/sync?project_id=p', 'POST /connectors/sync'],
    ['/jobs/runs?status=failed&project_id=p', 'POST /jobs/runs?status=failed'],
    ['/kag/refresh', 'POST /kag/refresh'],
  ])('are named without the project: %s', (path, text) => expect(shortRequest({ method: 'POST', path })).toBe(text));
});
