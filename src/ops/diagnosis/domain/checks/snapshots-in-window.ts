import { flagOff } from '../../../../common/feature-flags.js';
import { check } from '../check.js';
import { YOUNG } from '../limits.js';
import { fillSnapshots, rebuildSignature } from '../kag-remedies.js';
import { secondsSince } from '../wording.js';

export const DEFAULT_WINDOW = 14;

export const snapshotsInWindow = check({
  id: 'snapshots_in_window',
  section: 'similarity_empty',
  title: 'The window has snapshots',
  needs: ['kag'],
  look({ kag: { snapshots, oldest_event_at: oldest }, settings, project, now }) {
    const expected = `A snapshot of the last ${DEFAULT_WINDOW} days at least.`;
    if (flagOff('snapshots', settings) !== null)
      return { status: 'skipped', observed: 'Snapshots are switched off.', expected };
    const observed = `Snapshots ${snapshots.map(({ window_days, count }) => `in the last ${window_days} days: ${count}`).join(', ')}.`;
    if ((snapshots.find(({ window_days }) => window_days === DEFAULT_WINDOW)?.count ?? 0) > 0)
      return { status: 'ok', observed, expected };
    return {
      status: secondsSince(project.created_at, now) < YOUNG ? 'warn' : 'fail',
      observed,
      expected,
      remedy: [
        fillSnapshots(oldest, now),
        rebuildSignature(DEFAULT_WINDOW, 'Takes the signature that cases are found by.'),
      ],
    };
  },
});
