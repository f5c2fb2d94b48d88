import type { Config } from '../config/index.js';
import { either, named, oneOf } from '../http/index.js';
import type { JobResult } from '../jobs/index.js';

const FLAGS = [
  'KAG_ENABLED',
  'KAG_SNAPSHOTS_ENABLED',
  'KAG_FORECASTING_ENABLED',
  'KAG_RECOMMENDATIONS_V2_ENABLED',
] as const;
type Flag = (typeof FLAGS)[number];

/** A job's result in the document, which a flag that is off may take the place of. */
export const orSkipped = (result: unknown) =>
  either(
    result,
    named('Skipped', { skipped: oneOf(['feature_disabled'], 'feature_disabled'), flag: oneOf(FLAGS, 'KAG_ENABLED') }),
  );

/** The result of a job that does nothing because a flag it needs is off; null when all are on. */
export function skippedBy(config: Config, ...flags: Flag[]): JobResult | null {
  const off = flags.find((flag) => !config[flag]);
  return off === undefined ? null : { skipped: 'feature_disabled', flag: off };
}
