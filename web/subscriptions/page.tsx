import { problemText } from '../client/api-problem.js';
import type { SessionState } from '../client/session.js';
import { h, type ComponentChild } from 'preact';
import type { Known } from './desk.js';
import { Adding } from './parts/adding.js';
import { Deliveries } from './parts/deliveries.js';
import { One } from './parts/subscription.js';
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
        <div class="welcome" id="subscriptions" tabIndex={-1}>
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
  const { texts, known, retry } = ui;
  const { data, error } = known;
  return (
    <div class="subscriptions" id="subscriptions" tabIndex={-1}>
      <h1>{texts.page.heading}</h1>
      <p class="hint">
        {texts.page.about} <a href={addressOf('digest')}>{texts.page.read}</a>
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
      {data !== null && (data.scopes.length === 0 ? <p>{texts.page.needsAdmin}</p> : <Content ui={ui} known={data} />)}
    </div>
  );
}

function Content({ ui, known }: { ui: Ui; known: Known }): ComponentChild {
  const { texts } = ui;
  const { subscriptions, scopes } = known;
  return (
    <div class="subscriptions-parts">
      <section class="panel" aria-labelledby="list-title">
        <h2 id="list-title">{texts.list.title}</h2>
        {subscriptions.length === 0 ? (
          <p>{texts.list.none}</p>
        ) : (
          <ul class="subscription-list">
            {subscriptions.map((one) => (
              <One key={one.id} ui={ui} subscription={one} scopes={scopes} />
            ))}
          </ul>
        )}
      </section>
      <Adding ui={ui} scopes={scopes} />
      <Deliveries ui={ui} known={known} />
    </div>
  );
}
