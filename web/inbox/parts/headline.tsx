import type { RecommendationCounts } from '../../client/published.js';
import { h, type ComponentChild } from 'preact';
import type { Ui } from '../ui.js';

/** How much there is to do, under the filters. */
export function Headline({
  ui,
  counts,
  at,
}: {
  ui: Ui;
  counts: RecommendationCounts;
  at: number | null;
}): ComponentChild {
  const { head: words, page } = ui.texts;
  const { to_do } = counts;
  return (
    <div class="headline">
      <h1>{to_do === 0 ? words.nothing : words.toDo(to_do, ui.format.number(to_do))}</h1>
      {at === null ? null : <p class="headline-time hint">{page.asOf(ui.format.timeOfDay(at))}</p>}
      <button type="button" class="keys-button" aria-keyshortcuts="?" onClick={ui.help}>
        {page.keys}
      </button>
    </div>
  );
}
