import type { PortfolioProject } from '../../client/published.js';
import { h, type ComponentChild } from 'preact';
import { EVERYTHING, isFiltered } from '../models/view.js';
import { STEP, type Portfolio } from '../reading.js';
import type { Ui } from '../ui.js';
import { projectRow } from './project-row.js';

// The rows are laid out as a grid, and as cards where there is little room; the roles keep the table a table.

/** The projects, and what there is beyond those that are shown. */
export function list(ui: Ui, { projects, totals }: Portfolio): ComponentChild {
  const { list: words } = ui.texts;
  if (projects.length === 0) return none(ui);
  const left = totals.projects - projects.length;
  return h(
    'section',
    { key: 'list', id: 'projects', tabIndex: -1, 'aria-label': words.label },
    h(
      'table',
      { class: 'projects', role: 'table', 'aria-label': words.label, 'aria-busy': ui.busy },
      h('thead', { role: 'rowgroup' }, head(ui)),
      h('tbody', { role: 'rowgroup' }, ...projects.map((one: PortfolioProject) => projectRow(ui, one))),
    ),
    h(
      'div',
      { class: 'projects-foot' },
      h('p', { class: 'hint' }, words.shown(ui.format.number(projects.length), ui.format.number(totals.projects))),
      left > 0
        ? h(
            'button',
            { type: 'button', 'aria-disabled': ui.busy, onClick: () => !ui.busy && ui.showMore() },
            words.more(ui.format.number(Math.min(left, STEP))),
          )
        : null,
    ),
  );
}

function head({ texts: { columns } }: Ui): ComponentChild {
  const titles = [columns.project, columns.health, columns.risk, columns.advice, columns.data];
  return h(
    'tr',
    { role: 'row' },
    ...titles.map((title) => h('th', { key: title, role: 'columnheader', scope: 'col' }, title)),
  );
}

function none({ texts: { list: words, filters }, view, show }: Ui): ComponentChild {
  const filtered = isFiltered(view);
  return h(
    'section',
    { key: 'none', id: 'projects', tabIndex: -1, class: 'empty', 'aria-label': words.label },
    h('h2', {}, filtered ? words.noFit : words.noneGoesOn),
    h('p', {}, filtered ? words.noFitText : words.noneGoesOnText),
    filtered ? h('button', { type: 'button', onClick: () => show(EVERYTHING) }, filters.clear) : null,
  );
}
