import { check } from '../check.js';
import { HOUR } from '../limits.js';
import { advice, request } from '../remedy.js';
import { secondsSince } from '../wording.js';

export const sourceEvents = check({
  id: 'source_events',
  section: 'daily_pipeline',
  title: { en: 'The sources bring events', ru: 'Источники приносят события' },
  trouble: { en: 'The sources bring no events', ru: 'Источники не приносят событий' },
  needs: ['kag', 'connectors'],
  look({ kag: { events_30d, newest_event_at: newest }, connectors, project, now, words }) {
    const { say, ago, counted } = words;
    const expected = say(
      'Events of clients and teams in the last 30 days.',
      'События клиентов и команды за последние 30 дней.',
    );
    if (newest !== null && events_30d > 0)
      return {
        status: 'ok',
        observed: say(
          `${counted(events_30d, 'event')}, the newest ${ago(newest, now)}.`,
          `${counted(events_30d, 'event')}, последнее — ${ago(newest, now)}.`,
        ),
        expected,
      };
    const synced = connectors.filter(({ state }) => state?.last_success_at);
    const sync = request(
      'POST',
      '/connectors/sync',
      say(
        'Reads the sources; events follow from what changed there.',
        'Читает источники; события появятся из того, что там изменилось.',
      ),
    );
    if (newest !== null)
      return {
        status: 'warn',
        observed: say(
          `None in the last 30 days; the newest came ${ago(newest, now)}.`,
          `За последние 30 дней нет ни одного; последнее было ${ago(newest, now)}.`,
        ),
        expected,
        remedy: [sync],
      };
    const young = secondsSince(project.created_at, now) < HOUR;
    return {
      status: young && synced.length === 0 ? 'warn' : 'fail',
      observed:
        synced.length === 0
          ? say(
              'There is no event: no connector has been synced yet.',
              'Событий нет: ни один коннектор ещё не синхронизировался.',
            )
          : say(
              `There is no event, though ${synced.map(({ connector }) => connector).join(', ')} ${synced.length === 1 ? 'was' : 'were'} synced.`,
              `Событий нет, хотя синхронизация была: ${synced.map(({ connector }) => connector).join(', ')}.`,
            ),
      expected,
      remedy: [
        sync,
        ...(synced.length > 0
          ? [
              advice(
                say(
                  'If there is still none: see that the filters of the project’s sources name what the client has.',
                  'Если их всё ещё нет, проверьте, что фильтры источников проекта называют то, что есть у клиента.',
                ),
              ),
            ]
          : []),
      ],
    };
  },
});
