import { flagOff } from '../../../../common/feature-flags.js';
import { check } from '../check.js';
import { DAY, YOUNG } from '../limits.js';
import { fillSnapshots } from '../kag-remedies.js';
import { secondsSince } from '../wording.js';

export const snapshotsPresent = check({
  id: 'snapshots_present',
  section: 'checklist',
  title: 'There are snapshots',
  needs: ['kag'],
  look({ kag: { newest_snapshot: newest, oldest_event_at: oldest }, settings, project, now }) {
    const expected = 'A snapshot of today or yesterday.';
    if (flagOff('snapshots', settings) !== null)
      return { status: 'skipped', observed: 'Snapshots are switched off.', expected };
    const remedy = [fillSnapshots(oldest, now)];
    if (newest === null) {
      const status = secondsSince(project.created_at, now) < YOUNG ? 'warn' : 'fail';
      return { status, observed: 'There is none.', expected, remedy };
    }
    const observed = `The newest is of ${newest}.`;
    const age = secondsSince(new Date(`${newest}T00:00:00Z`), now);
    return age < 2 * DAY ? { status: 'ok', observed, expected } : { status: 'fail', observed, expected, remedy };
  },
});
