import type { Locale } from '../common/locale.js';
import type { Config } from '../config/index.js';
import { worded, type Worded } from './domain/phrasing/worded.js';
import type { Phrasing } from './domain/phrasing/wording.js';
import { render, type RecommendationFacts } from './domain/texts/render.js';

/** What a recommendation is put into words by. */
export type OpenRecommendation = RecommendationFacts & { phrasing: Phrasing | null };

/** Its words in a language: the rules' own, or a model's where that is turned on and has worded these. */
export function inWords(
  { phrasing, ...facts }: OpenRecommendation,
  locale: Locale,
  setting: Config['RECOMMENDATIONS_PHRASING'],
): Worded & { expected_impact: string } {
  const { expected_impact, ...words } = render(facts, locale);
  return { ...worded(words, setting === 'off' ? null : phrasing), expected_impact };
}
