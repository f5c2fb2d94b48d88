import type { Reconcilable } from '../core/contract.js';
import { contentHash } from './content-hash.js';
import { rawId } from './parse.js';
import type { DealAttributes } from './record-mapper.js';
import { type Resource, RESOURCES } from './resources.js';
import { startRun } from './run.js';

/** What a scan reads anyway, compared by content; tasks and meetings are small change. */
const COMPARED = new Set(['deals', 'companies', 'people', 'notes']);

export const attioReconcilables = (attributes: DealAttributes): readonly Reconcilable[] =>
  RESOURCES.filter(({ name }) => COMPARED.has(name)).map((resource) => reconcilable(resource, attributes));

function reconcilable(resource: Resource, attributes: DealAttributes): Reconcilable {
  const conditions = Object.entries(resource.rows).map(([column, value]) => `${column} = '${value}'`);
  return {
    resource: resource.name,
    table: resource.table,
    versionColumn: 'content_hash',
    listedWhere: conditions.length === 0 ? null : conditions.join(' AND '),
    refOf: (key) => `${resource.refName}:${key}`,
    async *list(context) {
      const run = await startRun(context, attributes);
      for await (const { rows } of resource.list(run, 0)) {
        yield rows.flatMap((raw): { key: string; ref: string; version: string | null }[] => {
          const row = resource.map(run, raw);
          const key = rawId(raw, resource.idPart);
          if (key === null) return [];
          const ref = `${resource.refName}:${key}`;
          // What can't be read is there all the same; whether it is ours, only reading it tells.
          if (typeof row === 'string') return run.scope.everything ? [{ key, ref, version: null }] : [];
          return resource.inScope(run, row) ? [{ key, ref, version: contentHash(row) }] : [];
        });
      }
    },
  };
}
