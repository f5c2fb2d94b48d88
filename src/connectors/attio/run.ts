import type { SyncContext } from '../core/contract.js';
import { BatchBuilder } from '../kit/batch-builder.js';
import type { ListRun } from '../kit/listed.js';
import { OwnFailures } from '../kit/own-failures.js';
import { AttioApi } from './attio-api.js';
import type { DealAttributes } from './record-mapper.js';
import { Scope } from './scope.js';
import { ATTIO_ACCOUNTS, ATTIO_TABLES } from './tables.js';
import { readWorkspace, type Workspace } from './workspace.js';

const ROWS_PER_BATCH = 1_000;

/** What every part of one sync shares. */
export interface Run extends ListRun {
  readonly api: AttioApi;
  readonly workspace: Workspace;
  readonly scope: Scope;
  readonly attributes: DealAttributes;
}

/** @throws SyncError when the token can't be used for the source */
export async function startRun(context: SyncContext, attributes: DealAttributes): Promise<Run> {
  const began = Date.now();
  const api = new AttioApi(context.http, context.source);
  return {
    context,
    api,
    workspace: await readWorkspace(api, context.source),
    scope: await Scope.of(context),
    builder: new BatchBuilder(ATTIO_TABLES, ROWS_PER_BATCH),
    attributes,
    began,
    oldestAnswer: began,
    failures: new OwnFailures({
      known: async () => [...(await context.live(ATTIO_ACCOUNTS, 'record_id')).keys()].map((id) => `companies:${id}`),
      read: (ref) => api.byRef(ref),
    }),
  };
}
