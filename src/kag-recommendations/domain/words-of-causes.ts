import { LOCALES } from '../../common/locale.js';
import { CAUSES, type CauseKey } from './causes/cause.js';
import type { Figures } from './figures.js';
import { TEXTS } from './texts/render.js';

/** Words are counted in up to three ways (1, 2 and 5 of them), and people look for any. */
const COUNTS = [1, 2, 5] as const;

const figures = (n: number): Figures => ({
  ...{ causes: [], waiting_days: n, asked_hours: n, scope_requests: n, client_messages: n, open_blockers: n },
  ...{ blockers_days: n, late_days: n, burn_percent: 100 + n, margin_percent: n, negative_messages: n },
  ...{ mood_messages: n, needs: n, upsell: n, there_since: null, chance: null, lost_deal: null },
});

/** What is said of a cause in any language, with any figures. */
const SAID = new Map<CauseKey, string>(
  CAUSES.map((cause) => {
    const texts = LOCALES.flatMap((locale) => {
      const { title, ahead, fact, why_now } = TEXTS[locale].causes[cause];
      return [why_now, ...COUNTS.flatMap((n) => [title(figures(n)), ahead(figures(n)), fact(figures(n)) ?? ''])];
    });
    return [cause, texts.join(' ').replaceAll(/\d+/g, '').toLowerCase()];
  }),
);

/** The causes of which this is said: a part of a word, in any case. */
export const causesSaying = (word: string): CauseKey[] =>
  CAUSES.filter((cause) => SAID.get(cause)?.includes(word.toLowerCase()));
