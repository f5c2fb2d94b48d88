import type { Config } from '../config/index.js';
import type { JobResult } from '../jobs/index.js';

type Flag = 'KAG_ENABLED' | 'KAG_SNAPSHOTS_ENABLED' | 'KAG_FORECASTING_ENABLED' | 'KAG_RECOMMENDATIONS_V2_ENABLED';

/** The result of a job that does nothing because a flag it needs is off (spec 15); null when all are on. */
export function skippedBy(config: Config, ...flags: Flag[]): JobResult | null {
  const off = flags.find((flag) => !config[flag]);
  return off === undefined ? null : { skipped: 'feature_disabled', flag: off };
}
