import { fillIn } from '../../src/connectors/__name__/fill-in.js';
import { __name__Vendor } from '../../src/connectors/__name__/index.js';
import { __Name__World } from '../../sandbox/__name__/world.js';
import type { ListFacts, VendorHarness } from './harness.js';

const FILE = 'test/connectors/__name__-harness.ts';

/** By which requests each stream is read. */
const LISTS: readonly ListFacts[] = [{ stream: 'records', match: /\/records\?/ }];

/** Says which of the vendor's objects the record is, and what its parts are. */
export const __name__Harness: VendorHarness = {
  vendor: __name__Vendor(),
  lists: LISTS,
  start(clock) {
    new __Name__World(clock.now).addRecord('The first record');
    return fillIn(FILE, 'the verbs of VendorWorld in the vendor’s terms, as test/connectors/github-harness.ts has them');
  },
};
