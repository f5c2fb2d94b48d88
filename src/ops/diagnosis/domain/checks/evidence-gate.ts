import { check, type Settings } from '../check.js';
import type { RemedyStep } from '../diagnosis.js';
import type { HiddenFacts } from '../facts.js';
import { refreshRecommendations } from '../kag-remedies.js';
import { request, setVariables } from '../remedy.js';
import type { DiagnosisWords } from '../wording.js';

export const evidenceGate = check({
  id: 'evidence_gate',
  section: 'recommendations_few',
  title: { en: 'The evidence gate lets recommendations through', ru: 'Порог доказательств пропускает рекомендации' },
  trouble: { en: 'The evidence gate hides recommendations', ru: 'Порог доказательств скрывает рекомендации' },
  needs: ['kag'],
  look({ kag: { shown_recommendations: shown, hidden_recommendations: hidden }, settings, words }) {
    const { say, counted, listed } = words;
    const expected = say(
      `${counted(settings.RECOMMENDATIONS_EVIDENCE_MIN_COUNT, 'piece')} of evidence and a quality of ${settings.RECOMMENDATIONS_EVIDENCE_MIN_QUALITY} at least for each.`,
      `Не меньше ${counted(settings.RECOMMENDATIONS_EVIDENCE_MIN_COUNT, 'piece')} и качество от ${settings.RECOMMENDATIONS_EVIDENCE_MIN_QUALITY} у каждой.`,
    );
    if (hidden.length === 0)
      return {
        status: 'ok',
        observed: say(
          `${counted(shown, 'recommendation')} shown, none hidden.`,
          `Показано: ${counted(shown, 'recommendation')}, скрытых нет.`,
        ),
        expected,
      };
    return {
      status: shown === 0 ? 'fail' : 'warn',
      observed: say(
        `${shown} shown, ${hidden.length} hidden: ${listed(hidden.map(({ category, reason }) => `${category} (${reason ?? 'no reason given'})`))}.`,
        `Показано: ${shown}, скрыто: ${hidden.length} — ${listed(hidden.map(({ category, reason }) => `${category} (${reason ?? 'без причины'})`))}.`,
      ),
      expected,
      remedy: [
        request(
          'POST',
          '/connectors/sync',
          say(
            'Brings what was said and done since: more evidence, if there is any.',
            'Приносит то, что сказано и сделано с тех пор: доказательств станет больше, если они есть.',
          ),
        ),
        ...looser(hidden, settings, words),
        refreshRecommendations(words),
      ],
    };
  },
});

/** Where the gate asks for more than these have: what it would have to be set to. */
function looser(hidden: readonly HiddenFacts[], settings: Settings, words: DiagnosisWords): RemedyStep[] {
  const count = Math.min(...hidden.map(({ evidence }) => evidence));
  // Fewer pieces asked for make the same pieces count for more, so the quality is not asked for less at once.
  const set: Record<string, string> = {};
  if (hidden.some(({ reason }) => reason?.startsWith('too_few_refs')) && count >= 1)
    set['RECOMMENDATIONS_EVIDENCE_MIN_COUNT'] = String(Math.min(count, settings.RECOMMENDATIONS_EVIDENCE_MIN_COUNT));
  if (hidden.some(({ reason }) => reason?.startsWith('no_primary')))
    set['RECOMMENDATIONS_EVIDENCE_ALLOW_SECONDARY_ONLY'] = 'true';
  if (hidden.some(({ reason }) => reason?.startsWith('low_quality'))) {
    const quality = Math.min(...hidden.map((one) => one.quality));
    set['RECOMMENDATIONS_EVIDENCE_MIN_QUALITY'] = String(Math.floor(quality * 100) / 100);
  }
  if (Object.keys(set).length === 0) return [];
  return [
    setVariables(
      words,
      set,
      words.say(
        'Only if it should show what rests on less; more evidence is the better cure.',
        'Только если нужно показывать и то, что опирается на меньшее; лучше, когда доказательств больше.',
      ),
    ),
  ];
}
