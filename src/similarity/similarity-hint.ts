import type { WindowDays } from './domain/signature.js';
import type { SimilarityStatus } from './signatures.repository.js';

/** Which step of the runbook brings similar cases, when there are none. */
export function similarityHint(status: SimilarityStatus, windowDays: WindowDays, kagEnabled: boolean): string {
  const rebuild = `POST /kag/similarity/rebuild {"window_days": ${windowDays}}`;
  const off = kagEnabled ? '' : ' KAG_ENABLED is false: nothing is computed until it is true again.';
  if (status.window_end === null && status.snapshots === 0)
    return `no snapshots: the project has none of the last ${windowDays} days. Run POST /kag/snapshots/refresh, then ${rebuild}.${off}`;
  if (status.window_end === null)
    return `no signature: the project has snapshots, but nothing is made of them yet. Run ${rebuild}.${off}`;
  if (status.others === 0)
    return 'no other project: only projects of the same account scope are compared, and this one is alone in its own.';
  const [others, each] =
    status.others === 1
      ? ['the only other project of the account scope has none', 'it']
      : [`none of the ${status.others} other projects of the account scope has one`, 'each of them'];
  return (
    `no signature of others: ${others} of ${windowDays} days. ` +
    `Run ${rebuild} for ${each} (project_id in the body), or wait for the weekly case_signatures_refresh.${off}`
  );
}
