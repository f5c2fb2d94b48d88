import { wait } from '../../../src/common/wait.js';
import type { Fault } from '../fault.js';

export const networkFaults: Fault[] = [
  {
    name: 'database-half-open',
    title: 'open connections to the database fall silent, new ones work',
    async happen({ toDatabase }) {
      toDatabase.cut('forget');
      // What is not noticed by then hangs for minutes.
      await wait(30_000);
      // Else the database would be full of them before the last seed.
      toDatabase.probe();
    },
  },
  {
    name: 'database-unreachable',
    title: 'nothing gets through to the database, and nothing says so',
    async happen({ toDatabase, lasting, unreadyFor }) {
      toDatabase.cut('hang');
      await unreadyFor(lasting(60_000));
      toDatabase.restore();
    },
  },
  {
    name: 'vendor-half-open',
    title: 'open connections to the vendor fall silent, new ones work',
    mayFailWith: ['vendor_failed'],
    async happen({ toVendor, lasting }) {
      toVendor.cut('forget');
      await wait(lasting(20_000));
    },
  },
  {
    name: 'vendor-unreachable',
    title: 'nothing gets through to the vendor, and nothing says so',
    mayFailWith: ['vendor_failed'],
    async happen({ toVendor, lasting }) {
      toVendor.cut('hang');
      await wait(lasting(60_000));
      toVendor.restore();
    },
  },
];
