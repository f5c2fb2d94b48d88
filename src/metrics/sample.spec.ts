import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Sample, samplingLimit } from './sample.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** A question whose answers the test gives, and what came of it. */
function watched(limit = samplingLimit()) {
  const asked: { answer: (text: string) => void; fail: (error: Error) => void }[] = [];
  const shown: string[] = [];
  const sample = new Sample<string>(limit, {
    ask: () => new Promise((answer, fail) => void asked.push({ answer, fail })),
    show: (answer) => void shown.push(answer),
    withdraw: (reason) => void shown.push(`withdrawn: ${(reason as Error).message}`),
  });
  /** Whether a scrape that comes now is through after some milliseconds. */
  const throughWithin = async (ms: number) => {
    let through = false;
    void sample.wanted().then(() => (through = true));
    await jest.advanceTimersByTimeAsync(ms);
    return through;
  };
  return { sample, asked, shown, throughWithin };
}

describe('a sample', () => {
  it('holds a scrape up for 20 ms at most: later it is there, and served as it was while a new one is taken', async () => {
    const { sample, asked, shown, throughWithin } = watched();
    expect(await throughWithin(19)).toBe(false);
    expect([await throughWithin(20), shown]).toEqual([true, []]);
    asked[0]?.answer('one');
    await sample.settled();
    expect(shown).toEqual(['one']);

    await jest.advanceTimersByTimeAsync(20_000);
    expect(await throughWithin(19)).toBe(false);
    expect(await throughWithin(20)).toBe(true);
    expect([asked.length, shown]).toEqual([2, ['one']]);
    asked[1]?.answer('two');
    await sample.settled();
    expect(shown).toEqual(['one', 'two']);
  });

  it('is taken once for any number of scrapes, and again no sooner than 15 s later', async () => {
    const { sample, asked, throughWithin } = watched();
    const scrapes = Promise.all(Array.from({ length: 10 }, () => sample.wanted()));
    await jest.advanceTimersByTimeAsync(1);
    asked[0]?.answer('one');
    await scrapes;
    await jest.advanceTimersByTimeAsync(14_990);
    expect([await throughWithin(0), asked.length]).toEqual([true, 1]);
    await jest.advanceTimersByTimeAsync(20);
    await throughWithin(0);
    expect(asked).toHaveLength(2);
  });

  it('is taken less often where the answer takes long: for 2 % of the time', async () => {
    const { asked, throughWithin } = watched();
    await throughWithin(2_000);
    asked[0]?.answer('slow');
    await jest.advanceTimersByTimeAsync(99_000);
    expect([await throughWithin(0), asked.length]).toEqual([true, 1]);
    await jest.advanceTimersByTimeAsync(1_001);
    await throughWithin(0);
    expect(asked).toHaveLength(2);
  });

  it('is withdrawn after 3 s without an answer, not asked for again before that came, and then shown', async () => {
    const { sample, asked, shown, throughWithin } = watched();
    await throughWithin(2_990);
    expect(shown).toEqual([]);
    await jest.advanceTimersByTimeAsync(20);
    expect(shown).toEqual(['withdrawn: no answer within 3000 ms']);
    await jest.advanceTimersByTimeAsync(60_000);
    expect([await throughWithin(20), asked.length]).toEqual([true, 1]);
    asked[0]?.answer('at last');
    await sample.settled();
    expect(shown.at(-1)).toBe('at last');
  });

  it('is withdrawn when the question fails, which counts as asked', async () => {
    const { sample, asked, shown, throughWithin } = watched();
    await throughWithin(1);
    asked[0]?.fail(new Error('away'));
    await sample.settled();
    expect([await throughWithin(0), asked.length, shown]).toEqual([true, 1, ['withdrawn: away']]);
  });

  it('leaves the pool to others: two are under way at a time', async () => {
    const limit = samplingLimit();
    const all = Array.from({ length: 3 }, () => watched(limit));
    for (const { throughWithin } of all) await throughWithin(0);
    expect(all.map(({ asked }) => asked.length)).toEqual([1, 1, 0]);
    all[0]?.asked[0]?.answer('done');
    await jest.advanceTimersByTimeAsync(0);
    expect(all.map(({ asked }) => asked.length)).toEqual([1, 1, 1]);
  });
});
