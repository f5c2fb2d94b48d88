import { flagOff } from '../../../../common/feature-flags.js';
import { check } from '../check.js';
import { YOUNG } from '../limits.js';
import { fillSnapshots, rebuildSignature } from '../kag-remedies.js';
import { secondsSince } from '../wording.js';

export const DEFAULT_WINDOW = 14;

export const snapshotsInWindow = check({
  id: 'snapshots_in_window',
  section: 'similarity_empty',
  title: { en: 'The window has snapshots', ru: 'В окне есть снимки' },
  trouble: { en: 'The window has no snapshots', ru: 'В окне нет снимков' },
  needs: ['kag'],
  look({ kag: { snapshots, oldest_event_at: oldest }, settings, project, now, words }) {
    const { say } = words;
    const expected = say(
      `A snapshot of the last ${DEFAULT_WINDOW} days at least.`,
      `Хотя бы один снимок за последние ${DEFAULT_WINDOW} дней.`,
    );
    if (flagOff('snapshots', settings) !== null)
      return { status: 'skipped', observed: say('Snapshots are switched off.', 'Снимки выключены.'), expected };
    const observed = say(
      `Snapshots ${snapshots.map(({ window_days, count }) => `in the last ${window_days} days: ${count}`).join(', ')}.`,
      `Снимки: ${snapshots.map(({ window_days, count }) => `за последние ${window_days} дней — ${count}`).join(', ')}.`,
    );
    if ((snapshots.find(({ window_days }) => window_days === DEFAULT_WINDOW)?.count ?? 0) > 0)
      return { status: 'ok', observed, expected };
    return {
      status: secondsSince(project.created_at, now) < YOUNG ? 'warn' : 'fail',
      observed,
      expected,
      remedy: [
        fillSnapshots(oldest, now, words),
        rebuildSignature(
          DEFAULT_WINDOW,
          say('Takes the signature that cases are found by.', 'Берёт сигнатуру, по которой ищутся похожие случаи.'),
        ),
      ],
    };
  },
});
