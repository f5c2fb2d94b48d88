import type { SyncContext } from '../core/contract.js';
import { AttioApi } from './attio-api.js';
import { BatchBuilder } from './batch-builder.js';
import type { DealAttributes } from './record-mapper.js';
import { Scope } from './scope.js';
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
  /** Reads of single records that failed, one after the other. */
  failuresInARow: number;
}

/** @throws SyncError when the token can't be used for the source */
export async function startRun(context: SyncContext, attributes: DealAttributes): Promise<Run> {
  const began = Date.now();
  const api = new AttioApi(context.http);
  return {
    context,
    api,
    workspace: await readWorkspace(api, context.source),
    scope: await Scope.of(context),
    builder: new BatchBuilder(),
    attributes,
    began,
    oldestAnswer: began,
    failuresInARow: 0,
  };
}
