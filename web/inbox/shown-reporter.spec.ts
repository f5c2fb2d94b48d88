import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ShownReporter } from './shown-reporter.js';

const TOLD: string[][] = [];
let fails = false;
const reporter = () =>
  new ShownReporter({
    send: async (_method: string, _path: string, { body }: { body?: object } = {}) => {
      if (fails) throw new Error('away');
      TOLD.push((body as { recommendation_ids: string[] }).recommendation_ids);
      return {} as never;
    },
  });

beforeEach(() => {
  jest.useFakeTimers();
  TOLD.length = 0;
  fails = false;
});
afterEach(() => {
  jest.useRealTimers();
});

describe('what came into sight', () => {
  it('is told once, all of a moment together', async () => {
    const one = reporter();
    for (const id of ['a', 'b', 'a']) one.see(id);
    await jest.runAllTimersAsync();
    one.see('b');
    one.see('c');
    await jest.runAllTimersAsync();
    expect(TOLD).toEqual([['a', 'b'], ['c']]);
  });

  it('is told by two hundred', async () => {
    const one = reporter();
    for (let n = 0; n < 201; n++) one.see(`r${n}`);
    await jest.runAllTimersAsync();
    expect(TOLD.map(({ length }) => length)).toEqual([200, 1]);
  });

  it('is told with the next where telling failed', async () => {
    const one = reporter();
    fails = true;
    one.see('a');
    await jest.runAllTimersAsync();
    fails = false;
    one.see('b');
    await jest.runAllTimersAsync();
    expect(TOLD).toEqual([['a', 'b']]);
  });

  it('is told again for another person', async () => {
    const one = reporter();
    one.see('a');
    one.clear();
    one.see('a');
    await jest.runAllTimersAsync();
    expect(TOLD).toEqual([['a']]);
  });
});
