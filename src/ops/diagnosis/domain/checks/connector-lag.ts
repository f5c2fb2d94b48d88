import { check } from '../check.js';
import { LAG_FAIL, LAG_WARN } from '../limits.js';
import { request } from '../remedy.js';
import { lasting, secondsSince } from '../wording.js';

export const connectorLag = check({
  id: 'connector_lag',
  section: 'monitoring',
  title: 'Connectors keep up',
  needs: ['connectors'],
  look({ connectors, now }) {
    const expected = `A good sync of each within ${lasting(LAG_WARN)}.`;
    const lags = connectors.flatMap(({ connector, state, missing }) =>
      state?.last_success_at && missing.length === 0
        ? [{ connector, lag: secondsSince(state.last_success_at, now) }]
        : [],
    );
    if (lags.length === 0) return { status: 'skipped', observed: 'No connector has synced well yet.', expected };
    const observed = `Last good sync: ${lags.map(({ connector, lag }) => `${connector} ${lasting(lag)} ago`).join(', ')}.`;
    const worst = Math.max(...lags.map(({ lag }) => lag));
    if (worst <= LAG_WARN) return { status: 'ok', observed, expected };
    return {
      status: worst > LAG_FAIL ? 'fail' : 'warn',
      observed,
      expected,
      remedy: lags
        .filter(({ lag }) => lag > LAG_WARN)
        .map(({ connector }) => request('POST', `/connectors/${connector}/sync`, 'Syncs it now.')),
    };
  },
});
