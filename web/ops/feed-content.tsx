import { problemText } from '../client/api-problem.js';
import type { Feed } from '../client/feed.js';
import { h, type ComponentChild } from 'preact';
import type { Ui } from './ui.js';

/** What a feed has brought, drawn by the child; that it is on its way, and why it is not there or old. */
export function FeedContent<T>(props: {
  ui: Ui;
  feed: Feed<T>;
  children: (data: T) => ComponentChild;
}): ComponentChild {
  const { ui, feed, children } = props;
  const { data, at, error } = feed.state.get();
  const { panel: words, bar } = ui.texts;
  const why = error === null ? null : problemText(error, bar.problems);
  const again = (
    <button type="button" class="quiet" onClick={() => void feed.refresh()}>
      {words.tryAgain}
    </button>
  );
  if (data === null) {
    if (why === null) return <p class="loading">{words.loading}</p>;
    return (
      <div class="empty" role="alert">
        <p class="bad">{words.failed(why)}</p>
        {again}
      </div>
    );
  }
  return (
    <div>
      {why !== null && (
        <p class="notice" role="alert">
          {words.stale(at === null ? '' : ui.format.timeOfDay(at), why)} {again}
        </p>
      )}
      {children(data)}
    </div>
  );
}
