import { h, type ComponentChild } from 'preact';
import type { Portfolio } from '../reading.js';
import type { Ui } from '../ui.js';

/** How many need somebody, and how much is to be done. */
export function headline({ texts, format }: Ui, { totals }: Portfolio, at: number | null): ComponentChild {
  const { head: words, page } = texts;
  const { projects, needing_attention, open_recommendations, urgent } = totals;
  const told = [
    open_recommendations === 0 ? words.nothing : words.open(open_recommendations, format.number(open_recommendations)),
    ...(urgent === 0 ? [] : [words.urgent(urgent, format.number(urgent))]),
  ];
  return h(
    'div',
    { key: 'headline', class: 'headline' },
    h(
      'h1',
      {},
      needing_attention === 0
        ? words.calm
        : words.attention(needing_attention, format.number(needing_attention), format.number(projects)),
    ),
    h('p', { class: 'headline-more' }, told.join(', ')),
    at === null ? null : h('p', { class: 'headline-time hint' }, page.asOf(format.timeOfDay(at))),
  );
}
