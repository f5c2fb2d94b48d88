import { check } from '../check.js';
import { NEW_RECOMMENDATION } from '../limits.js';
import { request } from '../remedy.js';
import { ago, lasting, secondsSince } from '../wording.js';

export const newRecommendationsAge = check({
  id: 'new_recommendations_age',
  section: 'monitoring',
  title: 'Somebody looks at new recommendations',
  needs: ['kag'],
  look({ kag: { oldest_new }, now }) {
    const expected = `None stays untouched for ${lasting(NEW_RECOMMENDATION)}.`;
    const old = oldest_new.filter(({ created_at }) => secondsSince(created_at, now) > NEW_RECOMMENDATION);
    const oldest = oldest_new[0];
    if (!oldest) return { status: 'ok', observed: 'None is untouched.', expected };
    const observed = `The oldest untouched one is of ${ago(oldest.created_at, now)}.`;
    if (old.length === 0) return { status: 'ok', observed, expected };
    return {
      status: 'warn',
      observed,
      expected,
      remedy: old.map(({ id }) =>
        request(
          'POST',
          `/kag/v2/recommendations/${id}/status`,
          'Once somebody takes it on; done and dismissed end it.',
          {
            status: 'acknowledged',
          },
        ),
      ),
    };
  },
});
