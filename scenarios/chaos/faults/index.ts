import type { Fault } from '../fault.js';
import { databaseFaults } from './database.js';
import { diskFaults } from './disk.js';
import { networkFaults } from './network.js';
import { processFaults } from './processes.js';
import { vendorFaults } from './vendor.js';

/** All that goes wrong, in the order in which it does. */
export const FAULTS: readonly Fault[] = [
  ...processFaults,
  ...databaseFaults,
  ...networkFaults,
  ...vendorFaults,
  ...diskFaults,
];
