import { FLAGS, SKIPPED } from '../common/feature-flags.js';
import { either, named, oneOf } from '../http/index.js';

/** A job's result in the document, which a flag that is off may take the place of. */
export const skippableResult = (result: unknown) =>
  either(result, named('Skipped', { skipped: oneOf([SKIPPED], SKIPPED), flag: oneOf(FLAGS, 'KAG_ENABLED') }));
