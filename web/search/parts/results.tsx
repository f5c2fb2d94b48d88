import { h, type ComponentChild } from 'preact';
import { isAsked, isFiltered, unfiltered } from '../models/view.js';
import { lackOf } from '../models/why.js';
import type { Answer, Ui } from '../ui.js';
import { Result } from './result.js';

/** What was found, or why nothing was. */
export function Results({ ui }: { ui: Ui }): ComponentChild {
  const { texts, view, answer } = ui;
  const { results: words } = texts;
  const data = answer?.data ?? null;
  return (
    <section id="found" tabIndex={-1} aria-label={words.label} aria-live="polite">
      {!isAsked(view) && <p class="hint">{view.project_id === '' ? words.noProject : words.begin}</p>}
      {isAsked(view) && data === null && answer?.error === null && <p class="loading">{words.searching}</p>}
      {data !== null && found(ui, data)}
    </section>
  );
}

function found(ui: Ui, answer: Answer): ComponentChild {
  const { texts, format, view, show } = ui;
  const { results: words } = texts;
  const { results, degraded, hint } = answer;
  if (results.length === 0) return nothing(ui, hint);
  const count = format.number(results.length);
  return (
    <div>
      {degraded && <p class="notice">{words.degraded}</p>}
      <h2>{results.length < view.topK ? words.found(results.length, count) : words.best(results.length, count)}</h2>
      <ol class="results">
        {results.map((one) => (
          <Result key={one.id} ui={ui} found={one} />
        ))}
      </ol>
      {results.length === 10 && view.topK === 10 && (
        <button type="button" onClick={() => show({ topK: 50 })}>
          {words.more}
        </button>
      )}
    </div>
  );
}

function nothing({ texts, view, show }: Ui, hint: string | null): ComponentChild {
  const { results: words, filters } = texts;
  const lack = hint === null ? null : lackOf(hint);
  return (
    <div class="empty">
      <h2>{words.nothing(view.q)}</h2>
      <p>{lack === null || hint === null ? words.nothingText : lack === 'other' ? hint : words.lacks[lack]}</p>
      {isFiltered(view) && (
        <button type="button" onClick={() => show(unfiltered)}>
          {filters.clear}
        </button>
      )}
      {(lack === 'pending' || lack === 'rejected') && view.mode !== 'lexical' && (
        <button type="button" onClick={() => show({ mode: 'lexical' })}>
          {words.byWords}
        </button>
      )}
    </div>
  );
}
