import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { wait } from './wait.js';

describe('wait', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('is over after so long, and not before', async () => {
    const over = jest.fn();
    void wait(5_000).then(over);
    await jest.advanceTimersByTimeAsync(4_999);
    expect(over).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(over).toHaveBeenCalled();
  });

  it('is over at once when its signal aborts, and leaves no timer', async () => {
    const stop = new AbortController();
    const waited = wait(5_000, stop.signal);
    stop.abort();
    await waited;
    await wait(5_000, stop.signal);
    expect(jest.getTimerCount()).toBe(0);
  });
});
