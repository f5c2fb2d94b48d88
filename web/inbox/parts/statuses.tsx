import type { RecommendationCounts } from '../../client/published.js';
import { h, type ComponentChild } from 'preact';
import { STATUSES, type Status } from '../models/recommendation.js';
import type { Ui } from '../ui.js';

/** Which statuses are listed, each with how many there are under the other filters. */
export function Statuses({ ui, counts }: { ui: Ui; counts: RecommendationCounts }): ComponentChild {
  const { filters: words, statuses } = ui.texts;
  const { status } = ui.view;
  const toggled = (one: Status) =>
    status.includes(one)
      ? status.filter((other) => other !== one)
      : STATUSES.filter((x) => x === one || status.includes(x));
  return (
    <div class="statuses" role="group" aria-label={words.statuses}>
      {chip(ui, words.toDo, counts.to_do, status.length === 0, () => ui.show({ status: [] }))}
      {STATUSES.map((one) =>
        chip(ui, statuses[one], counts[one], status.includes(one), () => ui.show({ status: toggled(one) })),
      )}
    </div>
  );
}

const chip = ({ format }: Ui, text: string, count: number, pressed: boolean, onClick: () => void): ComponentChild => (
  <button key={text} type="button" class="chip" aria-pressed={pressed} onClick={onClick}>
    {text} <span class="chip-count">{format.number(count)}</span>
  </button>
);
