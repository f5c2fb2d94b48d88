import type { Area } from '../jobs/index.js';

/** What every job reads that reads records of a vendor. */
export const READS = [
  'projects',
  'sources',
  'records',
  'syncs',
  'errors',
  'webhooks',
  'chunks',
  'runs',
] as const satisfies readonly Area[];
/** What it writes. */
export const WRITES = ['records', 'syncs', 'errors', 'webhooks', 'chunks', 'events'] as const satisfies readonly Area[];
