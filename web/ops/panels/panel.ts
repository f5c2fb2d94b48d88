import { problemText } from '../../client/api-problem.js';
import { h, type ComponentChild } from 'preact';
import type { Feed } from '../../client/feed.js';
import type { Ui } from '../ui.js';

/**
 * A part of the page that shows a feed: while it loads, when it fails, and what it brought. The old data stay in sight
 * when newer ones can't be had.
 */
export function panel<T>(
  ui: Ui,
  { id, title, feed, tools = null }: { id: string; title: string; feed: Feed<T>; tools?: ComponentChild },
  body: (data: T) => ComponentChild,
): ComponentChild {
  const { data, at, error } = feed.state.get();
  const { texts, format } = ui;
  const why = error === null ? null : problemText(error, texts.bar.problems);
  const again = h(
    'button',
    { type: 'button', class: 'quiet', onClick: () => void feed.refresh() },
    texts.panel.tryAgain,
  );
  const time = at === null ? '' : format.timeOfDay(at);
  return h(
    'section',
    { id, class: `panel panel-${id}`, 'aria-labelledby': `${id}-title`, tabIndex: -1 },
    h(
      'header',
      { class: 'panel-head' },
      h('h2', { id: `${id}-title` }, title),
      at === null ? null : h('p', { class: 'panel-time' }, texts.panel.updated(time)),
      tools === null ? null : h('div', { class: 'panel-tools' }, tools),
    ),
    data !== null && why !== null
      ? h('p', { class: 'notice', role: 'alert' }, texts.panel.stale(time, why), ' ', again)
      : null,
    data !== null
      ? body(data)
      : why === null
        ? h('p', { class: 'loading' }, texts.panel.loading)
        : h('div', { class: 'empty', role: 'alert' }, h('p', { class: 'bad' }, texts.panel.failed(why)), again),
  );
}
