import { unlessAborted } from './unless-aborted.js';

describe('waiting for work that may be stopped', () => {
  it('ends with the work, as that does', async () => {
    const { signal } = new AbortController();
    await expect(unlessAborted(Promise.resolve(7), signal)).resolves.toBe(7);
    await expect(unlessAborted(Promise.reject(new Error('lost')), signal)).rejects.toThrow('lost');
  });

  it('ends with the signal, before or while the work goes on', async () => {
    const stop = new AbortController();
    const never = new Promise<never>(() => {});
    const waiting = unlessAborted(never, stop.signal);
    stop.abort();
    await expect(waiting).rejects.toThrow('stopped');
    await expect(unlessAborted(never, stop.signal)).rejects.toThrow('stopped');
  });
});
