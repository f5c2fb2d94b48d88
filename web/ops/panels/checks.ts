import { h, type ComponentChild } from 'preact';
import type { Feed } from '../../client/feed.js';
import { sectionViews, type CheckView, type Diagnosis, type SectionView } from '../models/diagnosis.js';
import { CHECK_TONE } from '../models/tone.js';
import { SERVERS, type Ui } from '../ui.js';
import { panel } from './panel.js';
import { pill } from './parts.js';
import { remedy } from './remedy.js';

/** All checks of the runbook, section by section; open are those with trouble, where what is well takes a line each. */
export function checksPanel(ui: Ui, feed: Feed<Diagnosis>): ComponentChild {
  return panel(ui, { id: 'checks', title: ui.texts.diagnosis.title, feed }, (diagnosis) =>
    h(
      'div',
      { class: 'sections' },
      ...sectionViews(diagnosis, ui.texts, ui.format).map((one) =>
        section(ui, one, diagnosis.verdict.first_cause?.check ?? null),
      ),
    ),
  );
}

function section(ui: Ui, { id, title, status, summary, checks }: SectionView, first: string | null): ComponentChild {
  return h(
    'details',
    { key: id, class: 'section', open: status === 'fail' || status === 'warn' },
    h(
      'summary',
      {},
      h('span', { class: 'section-title' }, title),
      h('span', { class: 'section-count' }, summary),
      pill(CHECK_TONE[status], ui.texts.statuses[status]),
    ),
    h('ul', { class: 'checks' }, ...checks.map((check) => checkItem(ui, check, check.id === first))),
  );
}

function checkItem(
  ui: Ui,
  { id, title, status, observed, expected, steps, because }: CheckView,
  first: boolean,
): ComponentChild {
  const { diagnosis: words, statuses } = ui.texts;
  const state = pill(CHECK_TONE[status], statuses[status]);
  if ((status === 'ok' || status === 'skipped') && because === null) {
    return h(
      'li',
      { key: id, id: `check-${id}`, class: 'check check-calm', tabIndex: -1 },
      h('h3', {}, title),
      h('p', { ...SERVERS, title: expected }, observed),
      state,
    );
  }
  return h(
    'li',
    { key: id, id: `check-${id}`, class: 'check', tabIndex: -1 },
    h('div', { class: 'check-head' }, h('h3', {}, title), state),
    h(
      'dl',
      { class: 'facts' },
      h('dt', {}, words.observed),
      h('dd', SERVERS, observed),
      h('dt', {}, words.expected),
      h('dd', SERVERS, expected),
      ...(because === null
        ? []
        : [h('dt', {}, words.because), h('dd', {}, h('a', { href: `#check-${because.id}` }, because.title))]),
    ),
    // Twice the same button would leave its run in one of two places.
    first && steps.length > 0
      ? h('p', {}, h('a', { href: '#verdict' }, words.cureAbove))
      : remedy(ui, `check ${id}`, steps),
  );
}
