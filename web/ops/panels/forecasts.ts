import { Chart } from '../charts/chart.js';
import { h, type ComponentChild } from 'preact';
import type { Feeds } from '../feeds.js';
import { forecastChart, forecastViews } from '../models/forecast.js';
import type { Ui } from '../ui.js';
import { actionButton, outcomeOf, type Action } from './action.js';
import { panel } from './panel.js';
import { empty, table } from './parts.js';

/** How likely each risk is, and what drives it. */
export function forecastsPanel(ui: Ui, feed: Feeds['forecasts']): ComponentChild {
  const words = ui.texts.forecast;
  const refresh: Action = {
    key: 'forecast',
    label: words.refresh,
    request: { method: 'POST', path: '/kag/v2/forecast/refresh', body: null },
  };
  const tools = actionButton(ui, refresh);
  return panel(ui, { id: 'forecasts', title: words.title, feed, tools }, (forecasts) => {
    const chart = forecastChart(forecasts, ui.texts, ui.format);
    const views = forecastViews(forecasts, ui.texts, ui.format, ui.now);
    return h(
      'div',
      {},
      outcomeOf(ui, refresh.key),
      chart === null
        ? empty(words.empty)
        : h(Chart, { data: chart, asTable: ui.texts.panel.asTable, hint: ui.texts.panel.chartHint }),
      views.length === 0
        ? null
        : table(
            words.why,
            [words.risk, words.usual, words.why],
            views.map((one) =>
              h(
                'tr',
                { key: one.name },
                h('th', { scope: 'row' }, one.name),
                h('td', {}, one.usual),
                h('td', {}, one.words),
              ),
            ),
          ),
      views[0] ? h('p', { class: 'hint' }, views[0].asOf) : null,
    );
  });
}
