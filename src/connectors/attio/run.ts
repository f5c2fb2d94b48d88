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
export async function startRun(given: SyncContext, attributes: DealAttributes): Promise<AttioRun> {
  const { http, source, cursor } = given;
  const api = new AttioApi(http, source);
  const workspace = await readWorkspace(api, source, cursor.cursor_id);
  // Every batch says whose it is: after the first one, another workspace's token is refused.
  const context = { ...given, cursor: { ...cursor, cursor_id: workspace.id ?? cursor.cursor_id } };
  const run = listRun(context, ATTIO_TABLES, {
    known: async () => [...(await context.live(ATTIO_ACCOUNTS, 'record_id')).keys()].map((id) => `companies:${id}`),
    read: (ref) => api.byRef(ref),
  });
  return { ...run, api, workspace, scope: await AttioScope.of(context), attributes };
}
