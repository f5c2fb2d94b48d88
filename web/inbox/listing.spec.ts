import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Api } from '../client/api.js';
import { Listing } from './listing.js';

beforeEach(() => {
  Object.assign(globalThis, {
    window: { location: { search: '', pathname: '/inbox' }, history: { replaceState: () => {} } },
    document: { hidden: true },
  });
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'window');
  Reflect.deleteProperty(globalThis, 'document');
});

it('waits no longer once its list is there, though one was opened meanwhile', async () => {
  let arrive: () => void = () => {};
  const answer = { recommendations: [], counts: {}, next_cursor: null };
  const api = { get: () => new Promise((resolve) => (arrive = () => resolve(answer))) } as unknown as Api;
  const listing = new Listing(api, {
    language: () => 'en',
    categories: () => [],
    live: () => true,
    told: () => false,
    changed: () => {},
    signedOut: () => {},
  });
  listing.begin();
  arrive();
  await new Promise((done) => setTimeout(done));
  const loaded = listing.load();
  listing.open('r');
  arrive();
  await loaded;
  expect(listing.busy).toBe(false);
  listing.end();
});
