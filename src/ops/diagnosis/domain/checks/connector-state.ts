import { check } from '../check.js';
import { request } from '../remedy.js';
import { ago, quoted } from '../wording.js';

export const connectorState = check({
  id: 'connector_state',
  section: 'connector_sync',
  title: 'Syncs end well',
  needs: ['connectors'],
  look({ connectors, now }) {
    const expected = 'The last sync of every connector ended as ok.';
    const known = connectors.filter(({ state }) => state !== null);
    if (known.length === 0) return { status: 'skipped', observed: 'Nothing has been synced yet.', expected };
    const said = known.map(({ connector, state }) => {
      const since = state?.last_success_at ? `, last good ${ago(state.last_success_at, now)}` : ', never good so far';
      const error = state?.last_error ? `: ${quoted(state.last_error)}` : '.';
      return `${connector} is ${state?.status}${since}${error}`;
    });
    const bad = known.filter(({ state }) => state?.status === 'failed' || state?.status === 'partial');
    const observed = said.join(' ');
    if (bad.length === 0) return { status: 'ok', observed, expected };
    return {
      status: bad.some(({ state }) => state?.status === 'failed') ? 'fail' : 'warn',
      observed,
      expected,
      remedy: bad.map(({ connector }) =>
        request('POST', `/connectors/${connector}/sync`, 'Tries it now, without waiting for its next time.'),
      ),
    };
  },
});
