import { decimal, named, oneOf, orNull } from '../http/index.js';
import { HEARD_TYPES } from '../kag-events/index.js';

const PRECISION = orNull(named('Precision', { value: decimal(0.8), low: decimal(0.584), high: decimal(0.919) }));

/** How good the detectors of an account scope are, by what its people say. */
export const QUALITY_EXAMPLE = named('DetectorQuality', {
  account_scope_id: '7b1f0c52-94d7-4f0b-8a2e-1b7c9d3e5f60',
  name: 'Acme',
  detectors: [
    {
      event_type: oneOf(HEARD_TYPES, 'need_detected'),
      judged: 20,
      right: 16,
      wrong: 4,
      precision: PRECISION,
      languages: [
        { language: orNull(oneOf(['en', 'ru'], 'en')), judged: 20, right: 16, wrong: 4, precision: PRECISION },
      ],
    },
  ],
});
