import type { SyncContext } from '../core/contract.js';
import { OwnFailures } from '../core/own-failures.js';
import { AttioApi } from './attio-api.js';
import { BatchBuilder } from './batch-builder.js';
import type { DealAttributes } from './record-mapper.js';
import { Scope } from './scope.js';
import { ATTIO_ACCOUNTS } from './tables.js';
import { readWorkspace, type Workspace } from './workspace.js';

/** What every part of one sync shares. */
export interface Run {
  readonly context: SyncContext;
  readonly api: AttioApi;
  readonly workspace: Workspace;
  readonly scope: Scope;
  readonly builder: BatchBuilder;
  readonly attributes: DealAttributes;
  /** When this run began, epoch ms of this process: answers from before are other runs' that it shares. */
  readonly began: number;
  /** When the oldest answer was asked for that this run took in, epoch ms. */
  oldestAnswer: number;
  /** Which failures of single records are their own; records are named by their refs. */
  readonly failures: OwnFailures;
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
    builder: new BatchBuilder(),
    attributes,
    began,
    oldestAnswer: began,
    failures: new OwnFailures({
      known: async () => [...(await context.live(ATTIO_ACCOUNTS, 'record_id')).keys()].map((id) => `companies:${id}`),
      read: (ref) => api.byRef(ref),
    }),
  };
}
