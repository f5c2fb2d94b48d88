import { h, type ComponentChild } from 'preact';
import { possible } from '../models/moves.js';
import type { Recommendation } from '../models/recommendation.js';
import type { Ui } from '../ui.js';
import { Actions } from './actions.js';

/** What can be done with all that are selected. */
export function BulkBar({ ui, rows }: { ui: Ui; rows: readonly Recommendation[] }): ComponentChild {
  const { actions: words } = ui.texts;
  const chosen = rows.filter(({ id }) => ui.selected.has(id));
  if (chosen.length === 0) return null;
  return (
    <div class="bulk">
      <p>{words.selected(chosen.length, ui.format.number(chosen.length))}</p>
      <button type="button" class="bulk-clear" onClick={() => ui.select([...ui.selected], false)}>
        {words.clear}
      </button>
      <Actions ui={ui} kinds={possible(chosen, ui.me)} act={(kind) => ui.act(kind, chosen)} />
    </div>
  );
}
