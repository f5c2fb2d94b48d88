import { flagOff } from '../../../../common/feature-flags.js';
import { check } from '../check.js';
import { DAY, YOUNG } from '../limits.js';
import { fillSnapshots } from '../kag-remedies.js';
import { secondsSince } from '../wording.js';

export const snapshotsPresent = check({
  id: 'snapshots_present',
  section: 'checklist',
  title: { en: 'There are snapshots', ru: 'Снимки есть' },
  trouble: { en: 'Snapshots are missing or old', ru: 'Снимков нет, или они устарели' },
  needs: ['kag'],
  look({ kag: { newest_snapshot: newest, oldest_event_at: oldest }, settings, project, now, words }) {
    const { say } = words;
    const expected = say('A snapshot of today or yesterday.', 'Снимок за сегодня или вчера.');
    if (flagOff('snapshots', settings) !== null)
      return { status: 'skipped', observed: say('Snapshots are switched off.', 'Снимки выключены.'), expected };
    const remedy = [fillSnapshots(oldest, now, words)];
    if (newest === null) {
      const status = secondsSince(project.created_at, now) < YOUNG ? 'warn' : 'fail';
      return { status, observed: say('There is none.', 'Снимков нет.'), expected, remedy };
    }
    const observed = say(`The newest is of ${newest}.`, `Последний — за ${newest}.`);
    const age = secondsSince(new Date(`${newest}T00:00:00Z`), now);
    return age < 2 * DAY ? { status: 'ok', observed, expected } : { status: 'fail', observed, expected, remedy };
  },
});
