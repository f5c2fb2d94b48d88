import { flagOff } from '../../../../common/feature-flags.js';
import { check } from '../check.js';
import { refreshRecommendations } from '../kag-remedies.js';
import { counted } from '../wording.js';

export const recommendationsPresent = check({
  id: 'recommendations_present',
  section: 'checklist',
  title: 'There are recommendations where there is a reason',
  needs: ['kag'],
  look({ kag, settings }) {
    const expected = 'Something is recommended where a risk has come about by its signals.';
    if (flagOff('recommendations', settings) !== null)
      return { status: 'skipped', observed: 'Recommendations are switched off.', expected };
    const shown = kag.shown_recommendations;
    const hidden = kag.hidden_recommendations.length;
    const observed = `${counted(shown, 'recommendation')} shown, ${hidden} hidden.`;
    if (shown > 0) return { status: 'ok', observed, expected };
    if (hidden > 0)
      return {
        status: 'warn',
        observed,
        expected,
        remedy: [refreshRecommendations()],
      };
    const unadvised = kag.unadvised_risks;
    if (unadvised.length === 0) return { status: 'ok', observed: `${observed} No risk has come about.`, expected };
    return {
      status: 'fail',
      observed: `${observed} Yet ${unadvised.join(' and ')} has come about.`,
      expected,
      remedy: [refreshRecommendations()],
    };
  },
});
