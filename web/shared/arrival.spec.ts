import { afterEach, expect, it } from '@jest/globals';
import { Arrival } from './arrival.js';

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'window');
  Reflect.deleteProperty(globalThis, 'document');
});

it('goes to the part that the address names once it is there, and only once', () => {
  const parts = new Map<string, { scrollIntoView: () => void }>();
  Object.assign(globalThis, {
    window: { location: { hash: '#lines' } },
    document: { getElementById: (id: string) => parts.get(id) ?? null },
  });
  const arrival = new Arrival();
  let went = 0;
  arrival.look();
  parts.set('lines', { scrollIntoView: () => went++ });
  arrival.look();
  arrival.look();
  expect(went).toBe(1);
});
