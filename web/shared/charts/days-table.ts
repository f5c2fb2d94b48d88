import { h, type ComponentChild } from 'preact';
import type { LineData } from './line-chart.js';

/** The figures of charts that share their days as one table, the newest day first: closed until it is wanted. */
export function daysTable(summary: string, daysAre: string, charts: readonly LineData[]): ComponentChild {
  const days = charts[0]?.days ?? [];
  const rows = days.map((day, i) =>
    h(
      'tr',
      { key: day },
      h('th', { scope: 'row' }, day),
      ...charts.map(({ title, values, write }) => {
        const value = values[i] ?? null;
        return h('td', { key: title, class: 'figure' }, value === null ? '–' : write(value));
      }),
    ),
  );
  return h(
    'details',
    { class: 'days-table' },
    h('summary', {}, summary),
    h(
      'div',
      { class: 'table-scroll', role: 'region', 'aria-label': summary, tabIndex: 0 },
      h(
        'table',
        {},
        h('caption', { class: 'unseen' }, summary),
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('th', { scope: 'col' }, daysAre),
            ...charts.map(({ title }) => h('th', { scope: 'col', key: title, class: 'figure' }, title)),
          ),
        ),
        h('tbody', {}, ...rows.reverse()),
      ),
    ),
  );
}
