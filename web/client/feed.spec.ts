import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ApiProblem } from './api-problem.js';
import { Feed } from './feed.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** A source that answers one after the other; an error is thrown. */
function source(answers: (number | Error)[]) {
  const load = jest.fn(async (_signal: AbortSignal) => {
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer ?? 0;
  });
  return load;
}

describe('a feed', () => {
  it('fetches at its pace', async () => {
    const load = source([1, 2, 3]);
    const feed = new Feed(load, 1000, () => false);
    await feed.refresh();
    await jest.advanceTimersByTimeAsync(2000);
    expect(feed.state.get()).toMatchObject({ data: 3, error: null });
    expect(load).toHaveBeenCalledTimes(3);
    feed.close();
  });

  it('fetches nothing while nobody looks, and catches up after that, unless it is fresh', async () => {
    let idle = true;
    const load = source([1, 2, 3]);
    const feed = new Feed(load, 1000, () => idle);
    await feed.refresh();
    await feed.catchUp();
    await jest.advanceTimersByTimeAsync(5000);
    expect(load).toHaveBeenCalledTimes(1);
    idle = false;
    await feed.catchUp();
    expect(load).toHaveBeenCalledTimes(2);
    feed.close();
  });

  it.each(['data_leaving', 'project_not_found'])(
    'does not keep what the project may not show any more: %s',
    async (code) => {
      const gone = new ApiProblem(503, code, 'gone');
      const feed = new Feed(source([1, gone, 2]), 1000, () => false);
      await feed.refresh();
      await feed.refresh();
      expect(feed.state.get()).toEqual({ data: null, at: null, error: gone });
      await feed.refresh();
      expect(feed.state.get()).toMatchObject({ data: 2, error: null });
      feed.close();
    },
  );

  it('keeps what it has while it fails, tells of it, and asks less and less often', async () => {
    const failed = jest.fn();
    const load = source([1, ...Array<Error>(20).fill(new Error('away'))]);
    const feed = new Feed(load, 10_000, () => false, failed);
    await feed.refresh();
    const { at } = feed.state.get();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(feed.state.get()).toMatchObject({ data: 1, at, error: new Error('away') });
    expect(failed).toHaveBeenCalledTimes(1);
    // After 20, 40, 80, 120 and 120 seconds more.
    await jest.advanceTimersByTimeAsync(380_000);
    expect(failed).toHaveBeenCalledTimes(6);
    feed.close();
  });

  it('goes once more when asked while it fetches, for an answer that is newer', async () => {
    const load = source([1, 2]);
    const feed = new Feed(load, 60_000, () => false);
    await Promise.all([feed.refresh(), feed.refresh()]);
    expect(feed.state.get().data).toBe(2);
    expect(load).toHaveBeenCalledTimes(2);
    feed.close();
  });

  it('is silent once it is closed', async () => {
    const load = source([1, 2]);
    const feed = new Feed(load, 1000, () => false);
    const fetched = feed.refresh();
    feed.close();
    await fetched;
    await jest.advanceTimersByTimeAsync(5000);
    expect(feed.state.get().data).toBeNull();
    expect(load.mock.calls[0]?.[0].aborted).toBe(true);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('fetches at once for news, and no sooner than its data are old enough for that', async () => {
    const load = source([1, 2, 3]);
    const feed = new Feed(load, 120_000, () => false, undefined, 10_000);
    await feed.refresh();
    await jest.advanceTimersByTimeAsync(60_000);
    feed.news();
    await jest.advanceTimersByTimeAsync(0);
    expect(feed.state.get().data).toBe(2);
    feed.news();
    feed.news();
    await jest.advanceTimersByTimeAsync(9_999);
    expect(load).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(1);
    expect(feed.state.get().data).toBe(3);
    feed.close();
  });

  it('follows a pace that becomes slower during a pause', async () => {
    let every = 1000;
    const load = source([1, 2]);
    const feed = new Feed(
      load,
      () => every,
      () => false,
    );
    await feed.refresh();
    every = 5000;
    await jest.advanceTimersByTimeAsync(4999);
    expect(load).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(5000);
    expect(load).toHaveBeenCalledTimes(2);
    feed.close();
  });

  it('fetches once more for news that come while it fetches', async () => {
    const load = source([1, 2]);
    const feed = new Feed(load, 120_000, () => false);
    const fetched = feed.refresh();
    feed.news();
    await fetched;
    await jest.advanceTimersByTimeAsync(0);
    expect(feed.state.get().data).toBe(2);
    feed.close();
  });

  it('keeps news for when somebody looks again', async () => {
    let idle = true;
    const load = source([1, 2]);
    const feed = new Feed(load, 120_000, () => idle, undefined, 10_000);
    await feed.refresh();
    feed.news();
    await jest.advanceTimersByTimeAsync(100_000);
    expect([load.mock.calls.length, jest.getTimerCount()]).toEqual([1, 1]);
    idle = false;
    await feed.catchUp();
    expect(feed.state.get().data).toBe(2);
    feed.close();
  });

  it('asks a server that fails no more often because of news', async () => {
    const load = source([1, new Error('away'), new Error('away')]);
    const feed = new Feed(load, 20_000, () => false);
    await feed.refresh();
    await jest.advanceTimersByTimeAsync(20_000);
    feed.news();
    await jest.advanceTimersByTimeAsync(39_999);
    expect(load).toHaveBeenCalledTimes(2);
    feed.close();
  });
});
