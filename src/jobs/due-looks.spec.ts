import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DueLooks } from './due-looks.js';

const EVERY_MS = 500;

describe('looks for what is due', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  /** `answers` come in their order; afterwards nothing is due. */
  function looking(...answers: (() => Promise<{ rows: unknown[] }>)[]) {
    const ask = jest.fn(() => (answers.shift() ?? nothing)());
    const tell = jest.fn();
    const looks = new DueLooks(EVERY_MS, ask, tell);
    looks.start();
    return { ask, tell, looks, pass: (times: number) => jest.advanceTimersByTimeAsync(times * EVERY_MS) };
  }
  const nothing = () => Promise.resolve({ rows: [] });
  const something = () => Promise.resolve({ rows: [{}] });

  it('are one a turn, however many workers there are, and tell them only where there is something', async () => {
    const { ask, tell, pass } = looking(nothing, something);
    await pass(1);
    expect([ask.mock.calls.length, tell.mock.calls.length]).toEqual([1, 0]);
    await pass(1);
    expect([ask.mock.calls.length, tell.mock.calls.length]).toEqual([2, 1]);
    await pass(10);
    expect([ask.mock.calls.length, tell.mock.calls.length]).toEqual([12, 1]);
  });

  it('wait for the one before', async () => {
    const slow = Promise.withResolvers<{ rows: unknown[] }>();
    const { ask, tell, pass } = looking(() => slow.promise);
    await pass(5);
    expect(ask).toHaveBeenCalledTimes(1);
    slow.resolve({ rows: [{}] });
    await pass(1);
    expect([ask.mock.calls.length, tell.mock.calls.length]).toEqual([2, 1]);
  });

  it('go on after one that failed', async () => {
    const { tell, pass } = looking(() => Promise.reject(new Error('away')), something);
    await pass(2);
    expect(tell).toHaveBeenCalledTimes(1);
  });

  it('end when they are told to, and leave no timer', async () => {
    const { ask, looks, pass } = looking();
    looks.start();
    expect(jest.getTimerCount()).toBe(1);
    looks.stop();
    await pass(5);
    expect([ask.mock.calls.length, jest.getTimerCount()]).toEqual([0, 0]);
  });
});
