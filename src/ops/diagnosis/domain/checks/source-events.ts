import { check } from '../check.js';
import { HOUR } from '../limits.js';
import { advice, request } from '../remedy.js';
import { ago, counted, secondsSince } from '../wording.js';

export const sourceEvents = check({
  id: 'source_events',
  section: 'daily_pipeline',
  title: 'The sources bring events',
  needs: ['kag', 'connectors'],
  look({ kag: { events_30d, newest_event_at: newest }, connectors, project, now }) {
    const expected = 'Events of clients and teams in the last 30 days.';
    if (newest !== null && events_30d > 0)
      return { status: 'ok', observed: `${counted(events_30d, 'event')}, the newest ${ago(newest, now)}.`, expected };
    const synced = connectors.filter(({ state }) => state?.last_success_at);
    const sync = request('POST', '/connectors/sync', 'Reads the sources; events follow from what changed there.');
    if (newest !== null)
      return {
        status: 'warn',
        observed: `None in the last 30 days; the newest is of ${ago(newest, now)}.`,
        expected,
        remedy: [sync],
      };
    const young = secondsSince(project.created_at, now) < HOUR;
    return {
      status: young && synced.length === 0 ? 'warn' : 'fail',
      observed:
        synced.length === 0
          ? 'There is no event: no connector has been synced yet.'
          : `There is no event, though ${synced.map(({ connector }) => connector).join(', ')} ${synced.length === 1 ? 'was' : 'were'} synced.`,
      expected,
      remedy: [
        sync,
        ...(synced.length > 0
          ? [advice('If there is still none: see that the filters of the project’s sources name what the client has.')]
          : []),
      ],
    };
  },
});
