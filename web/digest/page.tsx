import { problemText } from '../client/api-problem.js';
import type { SessionState } from '../client/session.js';
import { h, type ComponentChild } from 'preact';
import { Days } from './parts/days.js';
import { Happenings } from './parts/happenings.js';
import { addressOf, type Ui } from './ui.js';

/** Everything below the bar, with and without a sign-in. */
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
        <div class="welcome" id="digest" tabIndex={-1}>
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
  const { texts, digest, retry } = ui;
  const { data, error } = digest;
  return (
    <div class="digest" id="digest" tabIndex={-1}>
      <h1>{data?.title ?? texts.page.heading}</h1>
      <Days ui={ui} />
      <p>
        <a href={addressOf('digest/subscriptions')}>{texts.page.subscriptions}</a>
      </p>
      {error !== null && (
        <div class="away notice" role="alert">
          <p>{problemText(error, texts.bar.problems)}</p>
          <button type="button" onClick={retry}>
            {texts.page.tryAgain}
          </button>
        </div>
      )}
      {data === null && error === null && <p class="loading">{texts.page.loading}</p>}
      {data !== null && <Happenings ui={ui} digest={data} />}
    </div>
  );
}
