import { flagOff } from '../../../../common/feature-flags.js';
import { check } from '../check.js';
import { refreshRecommendations } from '../kag-remedies.js';

export const recommendationsPresent = check({
  id: 'recommendations_present',
  section: 'checklist',
  title: { en: 'There are recommendations where there is a reason', ru: 'Рекомендации есть там, где есть причина' },
  trouble: { en: 'Recommendations are missing where there is a reason', ru: 'Причина есть, а рекомендаций нет' },
  needs: ['kag'],
  look({ kag, settings, words }) {
    const { say, counted } = words;
    const expected = say(
      'Something is recommended where a risk has come about by its signals.',
      'Есть рекомендация там, где по сигналам риск уже наступил.',
    );
    if (flagOff('recommendations', settings) !== null)
      return {
        status: 'skipped',
        observed: say('Recommendations are switched off.', 'Рекомендации выключены.'),
        expected,
      };
    const shown = kag.shown_recommendations;
    const hidden = kag.hidden_recommendations.length;
    const observed = say(
      `${counted(shown, 'recommendation')} shown, ${hidden} hidden.`,
      `Показано: ${counted(shown, 'recommendation')}, скрыто: ${hidden}.`,
    );
    if (shown > 0) return { status: 'ok', observed, expected };
    if (hidden > 0)
      return {
        status: 'warn',
        observed,
        expected,
        remedy: [refreshRecommendations(words)],
      };
    const unadvised = kag.unadvised_risks;
    if (unadvised.length === 0)
      return {
        status: 'ok',
        observed: say(`${observed} No risk has come about.`, `${observed} Ни один риск не наступил.`),
        expected,
      };
    return {
      status: 'fail',
      observed: say(
        `${observed} Yet ${unadvised.join(' and ')} has come about.`,
        `${observed} Но риск уже наступил: ${unadvised.join(' и ')}.`,
      ),
      expected,
      remedy: [refreshRecommendations(words)],
    };
  },
});
