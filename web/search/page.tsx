import { problemText } from '../client/api-problem.js';
import type { SessionState } from '../client/session.js';
import { h, type ComponentChild } from 'preact';
import { Filters } from './parts/filters.js';
import { Form } from './parts/form.js';
import { Results } from './parts/results.js';
import type { Ui } from './ui.js';

/** Everything below the bar, signed in or not. */
export function page(state: SessionState, ui: Ui): ComponentChild {
  const { page: words, bar } = ui.texts;
  switch (state.phase) {
    case 'loading':
      return <p class="loading">{bar.looking}</p>;
    case 'unready':
      // The bar says what is lacking, and has the form for it.
      return null;
    case 'signed_out':
      return (
        <div class="welcome" id="found" tabIndex={-1}>
          <h1>{words.signedOutTitle}</h1>
          <p>{words.signedOut}</p>
        </div>
      );
    case 'unreachable':
    case 'signed_in':
      return content(ui);
  }
}

function content(ui: Ui): ComponentChild {
  const { texts, projects, answer, retry } = ui;
  const error: unknown = projects.error ?? answer?.error ?? null;
  return (
    <div class="search">
      <h1>{texts.page.heading}</h1>
      <Form ui={ui} />
      <Filters ui={ui} />
      {error !== null && (
        <div class="away notice" role="alert">
          <p>{problemText(error, texts.bar.problems)}</p>
          <button type="button" onClick={retry}>
            {texts.page.tryAgain}
          </button>
        </div>
      )}
      <Results ui={ui} />
    </div>
  );
}
