import { problemText } from '../client/api-problem.js';
import type { FeedState } from '../client/feed.js';
import type { SessionState } from '../client/session.js';
import { h, type ComponentChild } from 'preact';
import type { Recommendation } from './models/recommendation.js';
import { BulkBar } from './parts/bulk-bar.js';
import { Filters } from './parts/filters.js';
import { Headline } from './parts/headline.js';
import { List } from './parts/list.js';
import { NewsBar } from './parts/news-bar.js';
import { Statuses } from './parts/statuses.js';
import type { Reading } from './reading.js';
import type { Ui } from './ui.js';

/** What there is to draw: who is signed in, what was read, and the rows of it. */
export interface Shown {
  session: SessionState;
  feed: FeedState<Reading> | null;
  rows: readonly Recommendation[];
}

/** Everything below the bar, by who is signed in. */
export function page(ui: Ui, { session, feed, rows }: Shown): ComponentChild {
  const { page: words, bar } = ui.texts;
  switch (session.phase) {
    case 'loading':
      return <p class="loading">{bar.looking}</p>;
    case 'unreachable':
      // The bar says why, and has the button to try again; what was known stays in sight.
      return feed?.data ? <Content ui={ui} feed={feed} rows={rows} /> : null;
    case 'signed_out':
      return (
        <div class="welcome" id="list" tabIndex={-1}>
          <h1>{words.signedOutTitle}</h1>
          <p>{words.signedOut}</p>
        </div>
      );
    case 'unready':
      // The bar says what is lacking, and has the form for it.
      return null;
    case 'signed_in':
      return feed && <Content ui={ui} feed={feed} rows={rows} />;
  }
}

interface ContentProps {
  ui: Ui;
  feed: FeedState<Reading>;
  rows: readonly Recommendation[];
}

function Content({ ui, feed, rows }: ContentProps): ComponentChild {
  const { data, error, at } = feed;
  if (data === null)
    return error === null ? <p class="loading">{ui.texts.page.loading}</p> : <Away ui={ui} feed={feed} />;
  return (
    <div class="inbox">
      {error === null ? null : <Away ui={ui} feed={feed} />}
      <Headline ui={ui} counts={data.counts} at={at} />
      <Statuses ui={ui} counts={data.counts} />
      <Filters ui={ui} />
      <List ui={ui} rows={rows} data={data} />
      <div class="inbox-foot">
        <BulkBar ui={ui} rows={rows} />
        <NewsBar ui={ui} />
      </div>
    </div>
  );
}

/** That the server does not answer, and of when is what is shown. */
function Away({ ui, feed: { error, at } }: { ui: Ui; feed: FeedState<Reading> }): ComponentChild {
  const { away: words, bar } = ui.texts;
  const why = problemText(error, bar.problems);
  return (
    <div class="away notice" role="alert">
      <p>{at === null ? words.nothing(why) : words.shown(why, ui.format.timeOfDay(at))}</p>
      <button type="button" onClick={ui.refresh}>
        {words.tryAgain}
      </button>
    </div>
  );
}
