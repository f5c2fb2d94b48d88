import { flagOff } from '../../../../common/feature-flags.js';
import { check } from '../check.js';
import { RULE_FIRES } from '../limits.js';
import { refreshRecommendations } from '../kag-remedies.js';
import { counted } from '../wording.js';

export const recommendationsPresent = check({
  id: 'recommendations_present',
  section: 'checklist',
  title: 'There are recommendations where there is a reason',
  needs: ['kag'],
  look({ kag, settings }) {
    const expected = 'A recommendation is shown where a forecast reaches the limit of its rule.';
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
    if (kag.forecasts.length === 0)
      return {
        status: 'warn',
        observed: `${observed} There is no forecast.`,
        expected,
        remedy: [refreshRecommendations()],
      };
    const fires = kag.forecasts.filter(
      ({ publishable, risk_type, p7, p14 }) =>
        publishable && (risk_type === 'scope_risk' ? p14 >= RULE_FIRES.p14 : p7 >= RULE_FIRES.p7),
    );
    if (fires.length === 0) return { status: 'ok', observed: `${observed} No forecast reaches a limit.`, expected };
    return {
      status: 'fail',
      observed: `${observed} Yet the forecast of ${fires.map((one) => one.risk_type).join(' and ')} reaches its limit.`,
      expected,
      remedy: [refreshRecommendations()],
    };
  },
});
