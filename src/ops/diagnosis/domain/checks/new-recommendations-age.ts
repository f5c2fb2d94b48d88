import { check } from '../check.js';
import { NEW_RECOMMENDATION } from '../limits.js';
import { request } from '../remedy.js';
import { secondsSince } from '../wording.js';

export const newRecommendationsAge = check({
  id: 'new_recommendations_age',
  section: 'monitoring',
  title: { en: 'Somebody looks at new recommendations', ru: 'На новые рекомендации кто-то смотрит' },
  trouble: { en: 'New recommendations stay untouched', ru: 'На новые рекомендации никто не смотрит' },
  needs: ['kag'],
  look({ kag: { oldest_new }, now, words }) {
    const { say, ago, lasting } = words;
    const expected = say(
      `None stays untouched for ${lasting(NEW_RECOMMENDATION)}.`,
      `Ни одна не остаётся без внимания дольше чем ${lasting(NEW_RECOMMENDATION)}.`,
    );
    const old = oldest_new.filter(({ created_at }) => secondsSince(created_at, now) > NEW_RECOMMENDATION);
    const oldest = oldest_new[0];
    if (!oldest) return { status: 'ok', observed: say('None is untouched.', 'Таких нет.'), expected };
    const observed = say(
      `The oldest untouched one was made ${ago(oldest.created_at, now)}.`,
      `Самая старая из нетронутых появилась ${ago(oldest.created_at, now)}.`,
    );
    if (old.length === 0) return { status: 'ok', observed, expected };
    return {
      status: 'warn',
      observed,
      expected,
      remedy: old.map(({ id }) =>
        request(
          'POST',
          `/kag/v2/recommendations/${id}/status`,
          say(
            'Once somebody takes it on; done and dismissed end it.',
            'Когда кто-то берёт её в работу; «сделано» и «отклонено» её закрывают.',
          ),
          {
            status: 'acknowledged',
          },
        ),
      ),
    };
  },
});
