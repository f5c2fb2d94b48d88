import { check } from '../check.js';
import { request } from '../remedy.js';
import { ago, listed } from '../wording.js';

export const stuckConnectors = check({
  id: 'stuck_connectors',
  section: 'checklist',
  title: 'No connector is stuck',
  needs: ['connectors'],
  look({ connectors, now }) {
    const expected = 'A sync that is marked as running has a live run.';
    const stuck = connectors.filter(({ state }) => state?.stale);
    if (stuck.length === 0) return { status: 'ok', observed: 'None is stuck.', expected };
    return {
      status: 'fail',
      observed: `${listed(
        stuck.map(
          ({ connector, state }) =>
            `${connector} is marked as running, its last sign of life was ${state ? ago(state.updated_at, now) : 'long ago'}`,
        ),
      )}.`,
      expected,
      remedy: stuck.map(({ connector }) =>
        request('POST', `/connectors/${connector}/sync`, 'Frees it and goes on where it was.'),
      ),
    };
  },
});
