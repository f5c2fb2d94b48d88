import { describe, expect, it } from '@jest/globals';
import type { JobContext } from '../job-definition.js';
import { ChainRun, type ChainStep } from './chain.js';

const NOW = new Date('2026-02-03T00:05:00Z');

function stepOf(name: string, work: ChainStep<string>['work']): ChainStep<string> {
  return { name, feature: 'signals', work, tell: () => ({}) };
}

const runOf = (...ids: string[]) =>
  new ChainRun(
    ids.map((projectId) => ({ projectId }) as JobContext),
    NOW,
  );

describe('a chain of steps', () => {
  it('makes what several steps are made of once', async () => {
    const done: string[] = [];
    const first = stepOf('first', async ({ projectIds, now }) => {
      done.push(`first at ${now.toISOString()}`);
      return new Map(projectIds.map((id) => [id, id.toUpperCase()]));
    });
    const second = stepOf('second', async (run) => {
      const made = await run.of(first);
      done.push('second');
      return new Map([...made].map(([id, own]) => [id, `${own}!`]));
    });
    const run = runOf('a', 'b');
    const made = await Promise.all([run.of(second), run.of(first), run.of(second)]);
    expect(made.map((each) => each.get('b'))).toEqual(['B!', 'B', 'B!']);
    expect(done).toEqual(['first at 2026-02-03T00:05:00.000Z', 'second']);
  });

  it('does not begin what is made of a step that failed', async () => {
    const first = stepOf('first', () => Promise.reject(new Error('odd')));
    const second = stepOf('second', (run) => run.of(first));
    const run = runOf('a');
    await expect(run.of(second)).rejects.toThrow('odd');
    await expect(run.of(first)).rejects.toThrow('odd');
  });
});
