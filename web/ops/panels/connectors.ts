import { Chart } from '../charts/chart.js';
import { h, type ComponentChild } from 'preact';
import { MAX_ERRORS, type Feeds } from '../feeds.js';
import { connectorViews, ERROR_DAYS, errorsChart, openErrors } from '../models/connectors.js';
import { SERVERS, type Ui } from '../ui.js';
import { actionButton, outcomeOf, type Action } from './action.js';
import { addressOf } from '../place.js';
import { panel } from './panel.js';
import { empty, pill, table } from './parts.js';

const SHOWN_ERRORS = 5;

/** How each connector does, the errors of the last days, and what is still open. */
export function connectorsPanel(ui: Ui, feed: Feeds['connectors']): ComponentChild {
  const words = ui.texts.connectors;
  const all: Action = {
    key: 'sync all',
    label: words.syncAll,
    request: { method: 'POST', path: '/connectors/sync', body: null },
    class: 'primary',
  };
  const tools = [
    actionButton(ui, all),
    h('a', { key: 'more', href: addressOf('ops/connectors', ui.projectId) }, ui.texts.sources.more),
  ];
  return panel(ui, { id: 'connectors', title: words.title, feed, tools }, ({ connectors, errors, cut }) => {
    const views = connectorViews(connectors, ui.texts, ui.format, ui.now);
    const chart = errorsChart(
      errors,
      connectors.map(({ connector }) => connector),
      ui.texts,
      ui.format,
      ui.now,
    );
    return h(
      'div',
      {},
      outcomeOf(ui, all.key),
      views.length === 0 ? empty(words.empty) : connectorTable(ui, views),
      h(
        'div',
        { class: 'halves' },
        h(
          'div',
          {},
          h('h3', {}, words.errorsTitle),
          chart === null
            ? h('p', { class: 'hint' }, words.noErrors(ERROR_DAYS))
            : h(Chart, { data: chart, asTable: ui.texts.panel.asTable, hint: ui.texts.panel.chartHint }),
          cut ? h('p', { class: 'hint' }, words.onlyNewest(ui.format.number(MAX_ERRORS))) : null,
        ),
        errorList(ui, openErrors(errors, ui.texts, ui.format, ui.now)),
      ),
    );
  });
}

function connectorTable(ui: Ui, views: ReturnType<typeof connectorViews>): ComponentChild {
  const words = ui.texts.connectors;
  const action = (id: string, name: string): Action => ({
    key: `sync ${id}`,
    label: words.sync,
    about: name,
    request: { method: 'POST', path: `/connectors/${id}/sync`, body: null },
  });
  const heads = [words.name, words.state, words.lastSuccess, words.lag, words.retries, words.lastError];
  const may = views.some(({ id, name }) => ui.actions.lacking(action(id, name).request) === null);
  return table(
    words.title,
    [...heads, ...(may ? [ui.texts.jobs.actions] : [])],
    views.map((one) =>
      h(
        'tr',
        { key: one.id },
        h('th', { scope: 'row' }, one.name),
        h('td', {}, pill(one.tone, one.state)),
        h('td', {}, one.lastSuccess),
        h('td', {}, one.lag),
        h('td', {}, one.retries),
        h(
          'td',
          { class: 'wide' },
          one.lastError === null ? words.none : h('span', { class: 'bad', ...SERVERS }, one.lastError),
        ),
        may
          ? h('td', { class: 'act' }, actionButton(ui, action(one.id, one.name)), outcomeOf(ui, `sync ${one.id}`))
          : null,
      ),
    ),
  );
}

function errorList(ui: Ui, errors: ReturnType<typeof openErrors>): ComponentChild {
  if (errors.length === 0) return null;
  const words = ui.texts.connectors;
  return h(
    'div',
    {},
    h('h3', {}, words.openTitle),
    h(
      'ul',
      { class: 'errors' },
      ...errors
        .slice(0, SHOWN_ERRORS)
        .map((one) =>
          h(
            'li',
            { key: one.id },
            h('p', {}, h('strong', {}, one.connector), h('code', SERVERS, one.kind), pill(one.tone, one.standing)),
            h('p', { class: 'observed', ...SERVERS }, one.message),
          ),
        ),
    ),
    errors.length > SHOWN_ERRORS
      ? h('p', { class: 'hint' }, words.moreErrors(ui.format.number(errors.length - SHOWN_ERRORS)))
      : null,
  );
}
