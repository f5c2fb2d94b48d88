import { check } from '../check.js';
import { UNPUBLISHABLE_WARN } from '../limits.js';
import { request } from '../remedy.js';
import { percent } from '../wording.js';
import { DEFAULT_WINDOW } from './snapshots-in-window.js';

export const unpublishableRatio = check({
  id: 'unpublishable_ratio',
  section: 'monitoring',
  title: 'Conclusions have evidence',
  needs: ['kag'],
  look({ kag: { snapshots, unpublishable_snapshots_14d: bare } }) {
    const all = snapshots.find(({ window_days }) => window_days === DEFAULT_WINDOW)?.count ?? 0;
    const expected = `Less than ${percent(UNPUBLISHABLE_WARN)} of the snapshots of ${DEFAULT_WINDOW} days are unpublishable.`;
    const observed = `${bare} of ${all} are.`;
    if (all === 0) return { status: 'skipped', observed: 'There is no snapshot.', expected };
    if (bare / all < UNPUBLISHABLE_WARN) return { status: 'ok', observed, expected };
    return {
      status: 'warn',
      observed,
      expected,
      remedy: [request('POST', '/connectors/sync', 'Brings what conclusions can rest on; snapshots follow daily.')],
    };
  },
});
