import type { Locale } from '../common/locale.js';
import type { Config } from '../config/index.js';
import { worded, type Worded } from './domain/phrasing/worded.js';
import type { Phrasing } from './domain/phrasing/wording.js';
import { render, type Told } from './domain/texts/render.js';

/** A recommendation as far as it is told. */
export type OpenRecommendation = Told & { phrasing: Phrasing | null };

/** Its words in a language: the rules' own, or a model's where that is turned on and has worded these. */
export function inWords(
  { phrasing, ...told }: OpenRecommendation,
  locale: Locale,
  setting: Config['RECOMMENDATIONS_PHRASING'],
): Worded & { expected_impact: string } {
  const { expected_impact, ...words } = render(told, locale);
  return { ...worded(words, setting === 'off' ? null : phrasing), expected_impact };
}
