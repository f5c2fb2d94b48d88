import type { Locale } from '../../../common/locale.js';
import type { CauseKey } from '../causes/cause.js';
import type { Figures } from '../figures.js';
import type { ReopenedReason } from '../lifecycle.js';
import { type Category, RULES } from '../recommendation.js';
import type { TemplateKey } from '../templates.js';
import { EN } from './en.js';
import { RU } from './ru.js';
import type { Texts } from './texts.js';

export const TEXTS: Readonly<Record<Locale, Texts>> = { en: EN, ru: RU };

/** What the words of a recommendation are made of. */
export interface RecommendationFacts {
  category: Category;
  cause: CauseKey;
  figures: Figures;
  reopened_reason: ReopenedReason | null;
  suggested_template_key: TemplateKey;
}

/** A recommendation in words. */
export interface RecommendationWords {
  title: string;
  rationale: string;
  why_now: string;
  expected_impact: string;
  suggested_template: string;
}

/** Says it in a language, by its figures and nothing else. */
export function render(recommendation: RecommendationFacts, locale: Locale): RecommendationWords {
  const { cause, figures, reopened_reason, suggested_template_key } = recommendation;
  const texts = TEXTS[locale];
  const words = texts.causes[cause];
  const reopened = reopened_reason === null ? [] : [texts.reopened[reopened_reason]];
  return {
    title: isAhead(recommendation) ? words.ahead(figures) : words.title(figures),
    rationale: rationaleOf(recommendation, texts),
    why_now: [...reopened, words.why_now].join(' '),
    expected_impact: words.expected_impact,
    suggested_template: texts.templates[suggested_template_key],
  };
}

/** Whether it is only likely to come. */
const isAhead = ({ cause, figures }: RecommendationFacts): boolean =>
  figures.causes.some((one) => one.cause === cause && one.reason === 'forecast');

/** What is the case, by all causes that hold; then since when, or how likely it is to come. */
function rationaleOf(recommendation: RecommendationFacts, texts: Texts): string {
  const { category, cause, figures } = recommendation;
  const causes = [cause, ...figures.causes.map((one) => one.cause).filter((one) => one !== cause)];
  const facts = causes.map((one) => texts.causes[one].fact(figures)).filter((fact) => fact !== null);
  const said = [...facts, ...outlookOf(category, figures, texts)];
  return said.length > 0 ? said.join(' ') : texts.causes[cause].why_now;
}

function outlookOf(category: Category, { there_since, chance }: Figures, texts: Texts): string[] {
  const { risk } = RULES[category];
  if (risk === null) return [];
  if (there_since !== null) return [texts.there_since[risk](there_since)];
  // What is no more likely than usual is no reason, and saying it would only confuse.
  return chance !== null && chance.p14 > chance.usual ? [texts.chance[risk](chance.p14, chance.usual)] : [];
}
