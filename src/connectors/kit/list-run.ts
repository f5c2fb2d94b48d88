import type { SyncContext, TableSpec } from '../core/contract.js';
import { BatchBuilder } from './batch-builder.js';
import type { ListRun } from './listed.js';
import { type Others, OwnFailures } from './own-failures.js';

const ROWS_PER_BATCH = 1_000;

/**
 * What a run over lists begins with.
 * @param others records that can be asked for, to tell an outage by
 */
export function listRun(context: SyncContext, tables: readonly TableSpec[], others: Others): ListRun {
  const began = Date.now();
  return {
    context,
    builder: new BatchBuilder(tables, ROWS_PER_BATCH),
    began,
    oldestAnswer: began,
    failures: new OwnFailures(others),
  };
}
