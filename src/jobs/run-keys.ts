import type { RunKey } from './job-run.entity.js';

/** The keys in the form that `unnest` takes. */
export function columnsOf(keys: readonly RunKey[]): [projectIds: string[], ids: string[]] {
  return [keys.map((key) => key.project_id), keys.map((key) => key.id)];
}
