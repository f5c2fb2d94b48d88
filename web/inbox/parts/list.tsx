import type { RecommendationCounts } from '../../client/published.js';
import { Fragment, h, type ComponentChild } from 'preact';
import type { Recommendation } from '../models/recommendation.js';
import { isFiltered, TO_DO, type View } from '../models/view.js';
import { STEP, type Reading } from '../reading.js';
import { addressOf, type Ui } from '../ui.js';
import { RecommendationRow } from './recommendation-row.js';

interface Props {
  ui: Ui;
  rows: readonly Recommendation[];
  data: Reading;
}

/** The recommendations, and what there is beyond those that are shown. */
export function List({ ui, rows, data }: Props): ComponentChild {
  const { list: words, page } = ui.texts;
  const { format } = ui;
  const total = totalOf(ui.view, data.counts);
  const listed = data.recommendations.length;
  return (
    <section id="list" tabIndex={-1} aria-label={words.label} aria-busy={ui.busy}>
      {ui.mayAct ? null : <p class="hint">{page.viewer}</p>}
      {rows.length === 0 ? (
        <None ui={ui} />
      ) : (
        <>
          {ui.mayAct ? <SelectAll ui={ui} rows={rows} /> : null}
          <ol class="rows">
            {rows.map((one) => (
              <RecommendationRow key={one.id} ui={ui} one={one} />
            ))}
          </ol>
          <div class="list-foot">
            <p class="hint">{words.shown(format.number(listed), format.number(Math.max(total, listed)))}</p>
            {data.next_cursor === null ? null : (
              <button type="button" aria-disabled={ui.busy} onClick={() => !ui.busy && ui.showMore()}>
                {words.more(format.number(Math.max(1, Math.min(total - listed, STEP))))}
              </button>
            )}
          </div>
        </>
      )}
    </section>
  );
}

/** How many there are of the statuses that are asked for. */
const totalOf = ({ status }: View, counts: RecommendationCounts): number =>
  status.length === 0 ? counts.to_do : status.reduce((sum, one) => sum + counts[one], 0);

function SelectAll({ ui, rows }: { ui: Ui; rows: readonly Recommendation[] }): ComponentChild {
  const all = rows.every(({ id }) => ui.selected.has(id));
  return (
    <label class="select-all">
      <input
        type="checkbox"
        checked={all}
        indeterminate={!all && ui.selected.size > 0}
        onChange={() =>
          ui.select(
            rows.map(({ id }) => id),
            !all,
          )
        }
      />
      <span>{ui.texts.list.selectAll}</span>
    </label>
  );
}

/** Why nothing is listed, and what to do about that. */
function None({ ui }: { ui: Ui }): ComponentChild {
  const { list: words, filters } = ui.texts;
  const { view, projects } = ui;
  if (projects.length === 0)
    return (
      <div class="empty">
        <h2>{words.noProject}</h2>
        <p>{words.noProjectText}</p>
        <p>
          <a href={addressOf('')}>{words.makeProject}</a>
        </p>
      </div>
    );
  const filtered = isFiltered(view);
  const toDo = view.status.length === 0;
  return (
    <div class="empty">
      <h2>{filtered ? words.noFit : toDo ? words.allDone : words.empty}</h2>
      <p>{filtered ? words.noFitText : toDo ? words.allDoneText : words.emptyText}</p>
      {filtered ? (
        <button type="button" onClick={() => ui.show({ ...TO_DO, sort: view.sort, status: view.status })}>
          {filters.clear}
        </button>
      ) : null}
    </div>
  );
}
