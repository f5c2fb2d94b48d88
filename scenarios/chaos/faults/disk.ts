import { wait } from '../../../src/common/wait.js';
import type { Fault } from '../fault.js';

export const diskFaults: Fault[] = [
  {
    name: 'disk-full',
    title: 'the disk under the tables is full',
    impossible: async ({ postgres }) => postgres.smallDisk.reason,
    async happen({ postgres, lasting }) {
      await postgres.smallDisk.fill();
      try {
        await wait(lasting(30_000));
      } finally {
        await postgres.smallDisk.empty();
      }
    },
  },
];
