import { jest } from '@jest/globals';
import { whileWaiting } from '../../demo/waiting.js';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

async function shown(isTTY: boolean): Promise<string> {
  let text = '';
  const screen = { isTTY, write: (more: string) => (text += more) };
  let end: () => void = () => {};
  let say: (now: string) => void = () => {};
  const waited = whileWaiting('Starting', (tell) => new Promise<void>((done) => ([end, say] = [done, tell])), screen);
  await jest.advanceTimersByTimeAsync(5_000);
  say('opening');
  say('opening');
  await jest.advanceTimersByTimeAsync(400);
  end();
  await waited;
  // What has ended is not shown any more.
  say('afterwards');
  await jest.advanceTimersByTimeAsync(60_000);
  return text;
}

describe('while something is waited for', () => {
  it('a log is given a line at each step, and one every five seconds', async () => {
    expect(await shown(false)).toBe('Starting … 0 s\nStarting … 5 s\nStarting: opening … 5 s\n');
  });

  it('a line moves in a terminal, and is gone in the end', async () => {
    const frames = (await shown(true)).split('\r\x1b[2K');
    expect(frames.length).toBeGreaterThan(25);
    expect(new Set(frames.map((frame) => frame[0])).size).toBeGreaterThan(5);
    expect(frames.at(-2)).toMatch(/Starting: opening … 5 s$/);
    expect(frames.at(-1)).toBe('');
  });

  it('a failure is passed on', async () => {
    const screen = { write: () => {} };
    await expect(whileWaiting('Starting', () => Promise.reject(new Error('no disk')), screen)).rejects.toThrow(
      'no disk',
    );
  });
});
