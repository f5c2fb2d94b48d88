import type { SyncContext } from '../core/contract.js';
import { listRun } from '../kit/list-run.js';
import type { ListRun } from '../kit/listed.js';
import { AttioApi } from './attio-api.js';
import type { DealAttributes } from './record-mapper.js';
import { AttioScope } from './scope.js';
import { ATTIO_ACCOUNTS, ATTIO_TABLES } from './tables.js';
import { readWorkspace, type Workspace } from './workspace.js';

/** What every part of one sync shares. */
export interface AttioRun extends ListRun {
  readonly api: AttioApi;
  readonly workspace: Workspace;
  readonly scope: AttioScope;
  readonly attributes: DealAttributes;
}

/** @throws SyncError when the token can't be used for the source */
export async function startRun(context: SyncContext, attributes: DealAttributes): Promise<AttioRun> {
  const api = new AttioApi(context.http, context.source);
  const run = listRun(context, ATTIO_TABLES, {
    known: async () => [...(await context.live(ATTIO_ACCOUNTS, 'record_id')).keys()].map((id) => `companies:${id}`),
    read: (ref) => api.byRef(ref),
  });
  const workspace = await readWorkspace(api, context.source);
  return { ...run, api, workspace, scope: await AttioScope.of(context), attributes };
}
