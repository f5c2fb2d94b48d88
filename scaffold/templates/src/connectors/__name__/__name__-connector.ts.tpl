import type { ConnectorName, SyncContext } from '../core/contract.js';
import { ListConnector } from '../kit/list-connector.js';
import { listRun } from '../kit/list-run.js';
import { __Name__Api } from './__name__-api.js';
import { __NAME___LISTS, type Run } from './lists.js';
import { __NAME___RECORDS, __NAME___TABLES } from './tables.js';

/** Say here what the vendor's lists are like, and by what its changes and removals are found. */
export class __Name__Connector extends ListConnector<Run> {
  constructor() {
    super({
      // Needs no cast once CONNECTORS has the name.
      name: '__name__' as string as ConnectorName,
      vendor: '__Name__',
      lists: __NAME___LISTS,
      start,
      // What a changed row tells: issueEvents and stageEvents of the kit, or events of its own.
      events: () => [],
      // What search gets of a changed row: issueTexts of the kit, or texts of its own.
      texts: () => [],
    });
  }
}

async function start(context: SyncContext): Promise<Run> {
  const api = new __Name__Api(context.http, context.source);
  const run = listRun(context, __NAME___TABLES, {
    known: async () => [...(await context.live(__NAME___RECORDS, 'name')).keys()],
    read: (id) => api.get(id),
  });
  return { ...run, api };
}
