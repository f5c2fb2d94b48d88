import { h, type ComponentChild } from 'preact';
import type { ChartData } from './chart-data.js';

/** A chart's figures as a table, the newest first where the labels are days. */
export function chartTable({ kind, title, labelsAre, labels, series, write }: ChartData): ComponentChild {
  const rows = labels.map((label, i) =>
    h(
      'tr',
      { key: label },
      h('th', { scope: 'row' }, label),
      ...series.map(({ name, values }) => {
        const value = values[i] ?? null;
        return h('td', { key: name, class: 'figure' }, value === null ? '–' : write(value));
      }),
    ),
  );
  return h(
    'div',
    { class: 'table-scroll', role: 'region', 'aria-label': title, tabIndex: 0 },
    h(
      'table',
      {},
      h('caption', { class: 'unseen' }, title),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, labelsAre),
          ...series.map(({ name }) => h('th', { scope: 'col', key: name, class: 'figure' }, name)),
        ),
      ),
      h('tbody', {}, ...(kind === 'bars' ? rows : rows.reverse())),
    ),
  );
}
