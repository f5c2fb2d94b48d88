import type { PortfolioProject } from '../../client/published.js';
import { h, type ComponentChild } from 'preact';
import { rowOf, type Row } from '../models/row.js';
import type { Texts } from '../texts/index.js';
import { addressOf, type Ui } from '../ui.js';
import { sparkline } from './sparkline.js';

/** What was drawn of a project, by what it was drawn with: preact leaves alone what it gets a second time. */
const drawn = new WeakMap<PortfolioProject, { texts: Texts; minute: number; row: ComponentChild }>();
const MINUTE_MS = 60_000;

export function projectRow(ui: Ui, project: PortfolioProject): ComponentChild {
  const minute = Math.floor(ui.now / MINUTE_MS);
  const before = drawn.get(project);
  if (before?.texts === ui.texts && before.minute === minute) return before.row;
  const row = drawRow(ui, project);
  drawn.set(project, { texts: ui.texts, minute, row });
  return row;
}

/** A project: how it stands, why, and what to do first. */
function drawRow({ texts, format, now }: Ui, project: PortfolioProject): ComponentChild {
  const row = rowOf(project, texts, format, now);
  const id = encodeURIComponent(row.id);
  const page = addressOf(`projects/${id}`);
  return h(
    'tr',
    { key: row.id, role: 'row', class: `project project-${row.tone}` },
    h('th', { role: 'rowheader', scope: 'row', class: 'project-name' }, h('a', { href: page }, row.name)),
    ...(row.untold === null
      ? told(row, project, texts, page)
      : [
          untold(row.untold, texts, `${addressOf(row.untold === 'leaving' ? 'ops' : 'ops/first-steps')}?project=${id}`),
        ]),
    h(
      'td',
      { role: 'cell', class: 'project-data' },
      row.untold === 'leaving'
        ? null
        : row.data.map(({ text, fault }) => h('p', { key: text, class: fault ? 'data-fault' : 'hint' }, text)),
    ),
  );
}

const told = (row: Row, project: PortfolioProject, texts: Texts, page: string): ComponentChild[] => [
  h('td', { role: 'cell', class: 'project-health' }, health(row, project)),
  h('td', { role: 'cell', class: 'project-risk' }, risk(row, texts)),
  h('td', { role: 'cell', class: 'project-advice' }, advice(row, texts, page)),
];

function health({ health: { value, band, tone, change, line } }: Row, { scores }: PortfolioProject): ComponentChild {
  return [
    h(
      'p',
      { class: `health health-${tone}` },
      value === null ? null : h('span', { class: 'health-value' }, value),
      ' ',
      h('span', { class: 'health-band' }, band),
    ),
    sparkline(scores.project_health.series, line),
    change === '' ? null : h('p', { class: 'hint' }, change),
  ];
}

function risk({ risk: shown }: Row, { risk: words }: Texts): ComponentChild {
  if (shown === null) return h('p', { class: 'hint' }, words.unknown);
  return [
    h(
      'p',
      { class: 'risk' },
      h('span', { class: 'risk-name' }, shown.name),
      ' ',
      h('span', { class: `pill pill-${shown.tone}` }, shown.pill),
    ),
    ...shown.words.map((words) => h('p', { key: words, class: 'hint' }, words)),
  ];
}

function advice({ advice: shown }: Row, { advice: words }: Texts, page: string): ComponentChild {
  if (shown === null) return h('p', { class: 'hint' }, words.nothing);
  return [
    h(
      'p',
      { class: 'advice' },
      shown.urgent ? h('span', { class: 'pill pill-bad' }, words.urgent) : null,
      shown.urgent ? ' ' : null,
      h('a', { href: `${page}#advice` }, shown.title),
    ),
    h('p', { class: 'advice-why' }, shown.why),
    h(
      'p',
      { class: 'hint' },
      h('span', { class: shown.overdue ? 'data-fault' : '' }, shown.due),
      ` · ${[shown.who, ...(shown.more === null ? [] : [shown.more])].join(' · ')}`,
    ),
  ];
}

function untold(why: NonNullable<Row['untold']>, { data: words }: Texts, address: string): ComponentChild {
  return h(
    'td',
    { role: 'cell', class: 'project-untold', colSpan: 3 },
    h('p', { class: 'hint' }, words[why]),
    why === 'nothing' ? h('p', {}, h('a', { href: address }, words.connect)) : null,
  );
}
