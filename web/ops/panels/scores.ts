import { Chart } from '../charts/chart.js';
import { h, type ComponentChild } from 'preact';
import type { Feeds } from '../feeds.js';
import { scoresChart, scoreViews } from '../models/scores.js';
import type { Ui } from '../ui.js';
import { actionButton, outcomeOf, type Action } from './action.js';
import { panel } from './panel.js';
import { empty, pill } from './parts.js';

/** The project's scores: as they are, and day by day. */
export function scoresPanel(ui: Ui, feed: Feeds['scores']): ComponentChild {
  const words = ui.texts.scores;
  const refresh: Action = {
    key: 'scores',
    label: words.refresh,
    request: { method: 'POST', path: '/kag/refresh', body: null },
  };
  const tools = actionButton(ui, refresh);
  return panel(ui, { id: 'scores', title: words.title, feed, tools }, ({ scores, days }) => {
    const chart = scoresChart(days, ui.texts, ui.format, ui.now);
    return h(
      'div',
      {},
      outcomeOf(ui, refresh.key),
      scores.length === 0
        ? empty(words.empty)
        : h(
            'dl',
            { class: 'tiles' },
            ...scoreViews(scores, days, ui.texts, ui.format).map((one) =>
              h(
                'div',
                { key: one.type, class: 'tile' },
                h('dt', {}, one.name),
                h('dd', { class: 'tile-value' }, one.value),
                h('dd', { class: 'hint' }, one.change),
                one.band === null ? null : h('dd', {}, pill(one.band.tone, one.band.text)),
              ),
            ),
          ),
      chart === null
        ? h('p', { class: 'hint' }, words.emptyChart)
        : h(Chart, { data: chart, asTable: ui.texts.panel.asTable, hint: ui.texts.panel.chartHint }),
    );
  });
}
