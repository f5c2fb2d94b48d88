import { check } from '../check.js';
import { UNPUBLISHABLE_WARN } from '../limits.js';
import { request } from '../remedy.js';
import { percent } from '../wording.js';
import { DEFAULT_WINDOW } from './snapshots-in-window.js';

export const unpublishableRatio = check({
  id: 'unpublishable_ratio',
  section: 'monitoring',
  title: { en: 'Conclusions have evidence', ru: 'У выводов есть доказательства' },
  trouble: { en: 'Conclusions lack evidence', ru: 'Выводам не хватает доказательств' },
  needs: ['kag'],
  look({ kag: { snapshots, unpublishable_snapshots_14d: bare }, words }) {
    const { say } = words;
    const all = snapshots.find(({ window_days }) => window_days === DEFAULT_WINDOW)?.count ?? 0;
    const expected = say(
      `Less than ${percent(UNPUBLISHABLE_WARN)} of the snapshots of ${DEFAULT_WINDOW} days are unpublishable.`,
      `Меньше ${percent(UNPUBLISHABLE_WARN)} снимков за ${DEFAULT_WINDOW} дней нельзя показывать.`,
    );
    const observed = say(`${bare} of ${all} are.`, `Таких ${bare} из ${all}.`);
    if (all === 0) return { status: 'skipped', observed: say('There is no snapshot.', 'Снимков нет.'), expected };
    if (bare / all < UNPUBLISHABLE_WARN) return { status: 'ok', observed, expected };
    return {
      status: 'warn',
      observed,
      expected,
      remedy: [
        request(
          'POST',
          '/connectors/sync',
          say(
            'Brings what conclusions can rest on; snapshots follow daily.',
            'Приносит то, на что могут опираться выводы; снимки делаются каждый день.',
          ),
        ),
      ],
    };
  },
});
