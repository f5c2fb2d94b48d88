import { h, type ComponentChild } from 'preact';
import type { Feeds } from '../feeds.js';
import { backlogView } from '../models/embeddings.js';
import type { Ui } from '../ui.js';
import { actionButton, outcomeOf, type Action } from './action.js';
import { panel } from './panel.js';
import { empty } from './parts.js';

/** How much text waits to be found by meaning. */
export function embeddingsPanel(ui: Ui, feed: Feeds['counts']): ComponentChild {
  const words = ui.texts.embeddings;
  const run: Action = {
    key: 'embed',
    label: words.run,
    request: { method: 'POST', path: '/jobs/embeddings/run', body: null },
  };
  return panel(ui, { id: 'embeddings', title: words.title, feed }, (counts) => {
    const view = backlogView(counts, ui.texts, ui.format);
    if (view === null) return empty(words.empty);
    return h(
      'div',
      {},
      h('p', {}, view.headline),
      // The figures stand below it in words.
      h(
        'div',
        { class: 'stack', 'aria-hidden': 'true' },
        ...view.parts
          .filter(({ share }) => share > 0)
          .map(({ tone, share }) => h('span', { key: tone, class: `stack-${tone}`, style: { flexGrow: share } })),
      ),
      h(
        'dl',
        { class: 'tally' },
        ...view.parts.map(({ state, tone, count }) =>
          h('div', { key: state, class: `tally-${tone}` }, h('dt', {}, state), h('dd', {}, count)),
        ),
      ),
      view.waiting ? actionButton(ui, run) : null,
      outcomeOf(ui, run.key),
    );
  });
}
