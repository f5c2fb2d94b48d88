import { h, type ComponentChild } from 'preact';
import { latestDay, neighbour, PERIODS, type View } from '../models/view.js';
import type { Ui } from '../ui.js';

/** Which days are told: one or seven, up to which one, and the ways to those before and after. */
export function Days({ ui }: { ui: Ui }): ComponentChild {
  const { texts, view, now, show } = ui;
  const { days: words } = texts;
  const latest = latestDay(now);
  return (
    <div class="digest-days" role="group" aria-label={words.title}>
      <label class="filter">
        <span>{words.period}</span>
        <select
          onChange={(event: Event) => {
            const { value } = event.currentTarget as HTMLSelectElement;
            show({ ...view, period: PERIODS.find((period) => period === value) ?? 'day' });
          }}
        >
          {PERIODS.map((period) => (
            <option key={period} value={period} selected={period === view.period}>
              {words.periods[period]}
            </option>
          ))}
        </select>
      </label>
      <label class="filter">
        <span>{words.upTo}</span>
        <input
          type="date"
          max={latest}
          value={view.date || latest}
          onChange={(event: Event) => {
            const { value } = event.currentTarget as HTMLInputElement;
            show({ ...view, date: value >= latest ? '' : value });
          }}
        />
      </label>
      <Way text={words.before[view.period]} to={neighbour(view, -1, now)} show={show} />
      <Way text={words.after[view.period]} to={neighbour(view, 1, now)} show={show} />
    </div>
  );
}

/** A button that stays where it is when there is no way: it keeps the focus of who presses it. */
function Way({ text, to, show }: { text: string; to: View | null; show: Ui['show'] }): ComponentChild {
  return (
    <button type="button" aria-disabled={to === null} onClick={() => to && show(to)}>
      {text}
    </button>
  );
}
