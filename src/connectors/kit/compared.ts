import type { Reconcilable, SyncContext } from '../core/contract.js';
import { contentHash } from './content-hash.js';
import { type VendorList, type ListRun, refOf } from './listed.js';

/** What a scan reads anyway, compared by content. */
export function comparedList<R extends ListRun>(
  list: VendorList<R>,
  start: (context: SyncContext) => Promise<R>,
): Reconcilable {
  const conditions = Object.entries(list.rows ?? {}).map(([column, value]) => `${column} = '${value}'`);
  return {
    resource: list.name,
    table: list.table,
    versionColumn: 'content_hash',
    listedWhere: conditions.length === 0 ? null : conditions.join(' AND '),
    refOf: (key) => refOf(list, key),
    async *list(context) {
      const run = await start(context);
      for await (const { rows } of list.list(run, null)) {
        yield rows.flatMap((raw): { key: string; ref: string; version: string | null }[] => {
          const row = list.map(run, raw);
          const key = list.idOf(run, raw);
          if (key === null || row === null) return [];
          const ref = refOf(list, key);
          // What can't be read is there all the same; whether it is ours, only reading it tells.
          if (typeof row === 'string')
            return Object.keys(context.source.filter).length === 0 ? [{ key, ref, version: null }] : [];
          return list.inScope?.(run, row) === false ? [] : [{ key, ref, version: contentHash(row) }];
        });
      }
    },
  };
}
