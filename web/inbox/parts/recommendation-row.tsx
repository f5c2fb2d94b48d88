import type { RecommendationChange } from '../../client/published.js';
import { h, type ComponentChild } from 'preact';
import { possible } from '../models/moves.js';
import type { Recommendation } from '../models/recommendation.js';
import { rowOf, type Row } from '../models/row.js';
import type { Ui } from '../ui.js';
import { Actions } from './actions.js';
import { DetailsOf } from './details.js';

/** One recommendation: what to do and why, and more of it where somebody has opened it. */
export function RecommendationRow({ ui, one }: { ui: Ui; one: Recommendation }): ComponentChild {
  const { texts, format, today, view, selected, stale } = ui;
  const row = rowOf(one, texts, format, today);
  const isOpen = view.open === one.id;
  return (
    <li class={`row row-${row.priority.tone} ${selected.has(one.id) ? 'row-selected' : ''}`} data-row={one.id}>
      {ui.mayAct ? <Select ui={ui} row={row} /> : null}
      <div class="row-main">
        <div class="row-head">
          <h2 class="row-title" data-watched={one.id} ref={ui.watch}>
            <button type="button" class="row-open" aria-expanded={isOpen} onClick={() => ui.toggle(one.id)}>
              {row.title}
            </button>
          </h2>
          <Facts row={row} />
        </div>
        <p class="row-about">
          <span class="row-project">{row.project}</span> · {row.category} · {row.who}
        </p>
        <p class="row-why">{row.why}</p>
        {row.notes.map((note) => (
          <p key={note} class="hint">
            {note}
          </p>
        ))}
        {stale.has(one.id) ? <Stale ui={ui} row={row} change={stale.get(one.id) ?? null} /> : null}
        {/* With a selection, the bar below acts on that, and so do the keys. */}
        {ui.mayAct && isOpen && selected.size === 0 ? (
          <Actions ui={ui} kinds={possible([one], ui.me)} act={(kind) => ui.act(kind, [one])} />
        ) : null}
        {isOpen ? <DetailsOf ui={ui} one={one} /> : null}
      </div>
    </li>
  );
}

/** How urgent it is, until when, and what people have made of it. */
function Facts({ row: { priority, due, status } }: { row: Row }): ComponentChild {
  return (
    <p class="row-facts">
      {status === null ? null : <span class={`pill pill-${status.tone}`}>{status.text}</span>}
      <span class={`pill pill-${priority.tone}`}>{priority.text}</span>
      {due === null ? null : <span class={due.overdue ? 'row-due row-overdue' : 'row-due'}>{due.text}</span>}
    </p>
  );
}

function Select({ ui, row: { id, title, project } }: { ui: Ui; row: Row }): ComponentChild {
  return (
    <label class="row-select">
      <input
        type="checkbox"
        aria-label={ui.texts.row.select(title, project)}
        checked={ui.selected.has(id)}
        onChange={(event) => ui.select([id], event.currentTarget.checked)}
      />
    </label>
  );
}

/** That somebody was quicker, and what they made of it. */
function Stale({ ui, row, change }: { ui: Ui; row: Row; change: RecommendationChange | null }): ComponentChild {
  const { stale: words, row: rowWords } = ui.texts;
  const time = change === null ? '' : ui.format.timeOfDay(Date.parse(change.at));
  const by = !change?.by ? null : change.by === ui.me ? words.byYou(time) : words.by(change.by, time);
  return (
    <div class="stale notice" role="alert">
      <p>
        <strong>{words.title}</strong> {by}
      </p>
      <p>{words.now(row.status?.text ?? rowWords.isNew, row.who)}</p>
      <button type="button" onClick={() => ui.leaveStale(row.id)}>
        {words.leave}
      </button>
    </div>
  );
}
