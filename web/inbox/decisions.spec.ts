import { describe, expect, it } from '@jest/globals';
import { recommendation } from '../../test/builders/inbox.js';
import type { Api, Sending } from '../client/api.js';
import { ApiProblem } from '../client/api-problem.js';
import { Decisions } from './decisions.js';

interface Call {
  method: string;
  path: string;
  sending: Sending;
}

/** Decisions on a server that gives these answers in turn. */
function decisions(...answers: unknown[]) {
  const calls: Call[] = [];
  const answered = () => {
    const next = answers.shift();
    if (next instanceof Error) throw next;
    return next;
  };
  const api = {
    send: async (method: string, path: string, sending: Sending) => {
      calls.push({ method, path, sending });
      return answered();
    },
    get: async () => answered(),
  } as unknown as Api;
  return { calls, decisions: new Decisions(api, () => 'en') };
}

const ROW = recommendation();
const NOW = recommendation({ version: 'f'.repeat(16), status: 'done' });
const problem = (status: number, code: string, details?: unknown) =>
  new ApiProblem(status, code, `It is ${code}.`, null, details);

describe('a decision on one recommendation', () => {
  it('is made of the version in sight', async () => {
    const made = decisions({ recommendation: NOW });
    expect(await made.decisions.decide('done', [ROW], { status: 'done' })).toEqual({
      kind: 'done',
      changed: [NOW],
      stale: [],
      refused: [],
    });
    expect(made.calls).toEqual([
      {
        method: 'PATCH',
        path: 'recommendations/r?locale=en',
        sending: { body: { status: 'done' }, headers: { 'if-match': `"${ROW.version}"` } },
      },
    ]);
  });

  it('tells how it is now where somebody has changed it', async () => {
    const made = decisions(problem(412, 'precondition_failed', { recommendation: NOW }));
    expect(await made.decisions.decide('done', [ROW], {})).toMatchObject({ changed: [], stale: [NOW], refused: [] });
  });

  it.each(['invalid_transition', 'not_found', 'validation_failed'])('tells why it is refused: %s', async (code) => {
    const made = decisions(problem(409, code));
    expect(await made.decisions.decide('done', [ROW], {})).toMatchObject({ stale: [], refused: [`It is ${code}.`] });
  });

  it.each(['unauthorized', 'unreachable', 'forbidden'])('fails as a whole: %s', async (code) => {
    const made = decisions(problem(0, code));
    await expect(made.decisions.decide('done', [ROW], {})).rejects.toMatchObject({ code });
  });
});

describe('a decision on several', () => {
  const rows = Array.from({ length: 102 }, (_, n) => recommendation({ id: `r${n}` }));
  const result = (error: string | null) => ({
    id: 'r',
    error,
    message: error && `It is ${error}.`,
    recommendation: NOW,
  });

  it('goes to the server by hundreds, and tells what became of each', async () => {
    const made = decisions(
      { results: [result(null), result('precondition_failed')] },
      { results: [result('invalid_transition')] },
    );
    expect(await made.decisions.decide('take', rows, { status: 'acknowledged' })).toEqual({
      kind: 'take',
      changed: [NOW],
      stale: [NOW],
      refused: ['It is invalid_transition.'],
    });
    expect(
      made.calls.map(({ sending }) => (sending.body as { recommendations: unknown[] }).recommendations.length),
    ).toEqual([100, 2]);
    expect(made.calls[0]?.sending.body).toMatchObject({ status: 'acknowledged' });
  });

  it('is taken back as it was made', async () => {
    const made = decisions({ results: [result(null)] });
    expect(await made.decisions.undo([NOW])).toMatchObject({ kind: 'undo', changed: [NOW] });
    expect(made.calls).toEqual([
      {
        method: 'POST',
        path: 'recommendations/undo?locale=en',
        sending: { body: { recommendations: [{ id: NOW.id, version: NOW.version }] } },
      },
    ]);
  });
});

describe('who changed one last', () => {
  it.each([
    [
      {
        history: [
          { at: 'then', by: 'olga' },
          { at: 'before', by: 'ann' },
        ],
      },
      { at: 'then', by: 'olga' },
    ],
    [{ history: [] }, null],
    [problem(0, 'unreachable'), null],
  ])('%#', async (answer, expected) => expect(await decisions(answer).decisions.lastChange('r')).toEqual(expected));
});
