import { problemText } from '../../client/api-problem.js';
import type { Feed } from '../../client/feed.js';
import { h, type ComponentChild } from 'preact';
import type { Ui } from '../ui.js';

/** A part of the page under its heading. */
export function Section({
  id,
  title,
  beside,
  children,
}: {
  id: string;
  title: string;
  /** What stands beside the heading. */
  beside?: ComponentChild;
  children: ComponentChild;
}): ComponentChild {
  return (
    <section class={`panel section-${id}`} id={id} aria-labelledby={`${id}-title`}>
      <div class="section-head">
        <h2 id={`${id}-title`}>{title}</h2>
        {beside}
      </div>
      {children}
    </section>
  );
}

/** What a feed of the page knows, drawn by `draw`; else that it is on its way, or why it is not there. */
export function feedContent<T>(ui: Ui, feed: Feed<T>, draw: (data: T) => ComponentChild): ComponentChild {
  const { data, error } = feed.state.get();
  const { page: words, bar } = ui.texts;
  if (data === null && error === null) return <p class="loading">{words.loading}</p>;
  // Where all fails for the same reason, the top of the page says so once.
  const said = data !== null && ui.feeds.overview.state.get().error !== null;
  return [
    error !== null && !said && (
      <div key="fault" class="notice section-fault" role="alert">
        <p>{words.failed(problemText(error, bar.problems))}</p>
        <button type="button" onClick={() => void feed.refresh()}>
          {words.tryAgain}
        </button>
      </div>
    ),
    data !== null && draw(data),
  ];
}
