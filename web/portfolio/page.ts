import { problemText } from '../client/api-problem.js';
import type { FeedState } from '../client/feed.js';
import type { SessionState } from '../client/session.js';
import { h, type ComponentChild } from 'preact';
import { filters } from './parts/filters.js';
import { firstSteps } from './parts/first-steps.js';
import { headline } from './parts/headline.js';
import { list } from './parts/list.js';
import type { Portfolio } from './reading.js';
import type { Ui } from './ui.js';

/** Everything below the bar, signed in or not. */
export function page(ui: Ui, state: SessionState, feed: FeedState<Portfolio> | null): ComponentChild {
  const { page: words, bar } = ui.texts;
  switch (state.phase) {
    case 'loading':
      return h('p', { class: 'loading' }, bar.looking);
    case 'unreachable':
      // The bar says why, and has the button to try again; what was known stays in sight.
      return feed?.data ? content(ui, feed) : null;
    case 'signed_out':
      return h(
        'div',
        { class: 'welcome', id: 'projects', tabIndex: -1 },
        h('h1', {}, words.signedOutTitle),
        h('p', {}, words.signedOut),
      );
    case 'unready':
      // The bar says what is lacking, and has the form for it.
      return null;
    case 'signed_in':
      return feed && content(ui, feed);
  }
}

function content(ui: Ui, feed: FeedState<Portfolio>): ComponentChild {
  const { data } = feed;
  if (data === null) return feed.error === null ? h('p', { class: 'loading' }, ui.texts.page.loading) : away(ui, feed);
  return h(
    'div',
    { class: 'portfolio' },
    feed.error === null ? null : away(ui, feed),
    data.hint === undefined ? [headline(ui, data, feed.at), filters(ui), list(ui, data)] : firstSteps(ui),
  );
}

/** That the server does not answer, and of when is what is shown. */
function away({ texts, format, refresh }: Ui, { error, at }: FeedState<Portfolio>): ComponentChild {
  const { away: words, bar } = texts;
  const why = problemText(error, bar.problems);
  return h(
    'div',
    { key: 'away', class: 'away notice', role: 'alert' },
    h('p', {}, at === null ? words.nothing(why) : words.shown(why, format.timeOfDay(at))),
    h('button', { type: 'button', onClick: refresh }, words.tryAgain),
  );
}
