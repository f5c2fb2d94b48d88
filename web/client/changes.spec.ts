import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import type { Api } from './api.js';
import { Changes } from './changes.js';

/** A stream as browsers have it, which does what the test says. */
class FakeSource extends EventTarget {
  static readonly OPEN = 1;
  static readonly CLOSED = 2;
  static made: FakeSource[] = [];
  readyState = 0;

  constructor() {
    super();
    FakeSource.made.push(this);
  }

  close(): void {
    this.readyState = FakeSource.CLOSED;
  }

  become(state: number, event: string): void {
    this.readyState = state;
    this.dispatchEvent(new Event(event));
  }
}

const former = globalThis.EventSource;
beforeEach(() => {
  FakeSource.made = [];
  globalThis.EventSource = FakeSource as never;
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
  if (former) globalThis.EventSource = former;
  else Reflect.deleteProperty(globalThis, 'EventSource');
});

it('asks again for a stream that was refused, and then takes all for changed', async () => {
  const heard: unknown[] = [];
  const changes = new Changes({ root: new URL('https://kag.example/') } as Api, (projects) => heard.push(projects));
  changes.open();
  FakeSource.made[0]?.become(FakeSource.CLOSED, 'error');
  await jest.advanceTimersByTimeAsync(4_999);
  expect(FakeSource.made).toHaveLength(1);
  await jest.advanceTimersByTimeAsync(1);
  FakeSource.made[1]?.become(FakeSource.OPEN, 'open');
  expect([FakeSource.made.length, heard, changes.told]).toEqual([2, [null], true]);
  changes.close();
  expect(jest.getTimerCount()).toBe(0);
});

it('waits longer after each refusal in a row', async () => {
  const changes = new Changes({ root: new URL('https://kag.example/') } as Api, () => {});
  changes.open();
  for (const [nth, pause] of [5_000, 10_000, 20_000].entries()) {
    FakeSource.made[nth]?.become(FakeSource.CLOSED, 'error');
    await jest.advanceTimersByTimeAsync(pause - 1);
    expect(FakeSource.made).toHaveLength(nth + 1);
    await jest.advanceTimersByTimeAsync(1);
    expect(FakeSource.made).toHaveLength(nth + 2);
  }
  changes.close();
});
