import { h, type ComponentChild } from 'preact';
import type { Feed } from '../../client/feed.js';
import { verdictView, type Diagnosis } from '../models/diagnosis.js';
import { CHECK_TONE } from '../models/tone.js';
import { SERVERS, type Ui } from '../ui.js';
import { panel } from './panel.js';
import { pill } from './parts.js';
import { remedy } from './remedy.js';

/** Whether all is well, and where to begin if it is not. */
export function verdictPanel(ui: Ui, feed: Feed<Diagnosis>): ComponentChild {
  const { verdict: words, statuses } = ui.texts;
  return panel(ui, { id: 'verdict', title: words.title, feed }, (diagnosis) => {
    const { status, headline, counts, cause } = verdictView(diagnosis, ui.texts, ui.format);
    return h(
      'div',
      { class: `verdict verdict-${CHECK_TONE[status]}` },
      h('p', { class: 'verdict-headline' }, h('span', { class: 'verdict-mark', 'aria-hidden': 'true' }), headline),
      h(
        'ul',
        { class: 'counts' },
        ...counts.map((count) => h('li', { key: count.status }, pill(CHECK_TONE[count.status], count.text))),
      ),
      cause === null
        ? h('p', { class: 'verdict-text' }, words.okText)
        : h(
            'div',
            { class: 'cause' },
            h('h3', {}, words.begin, ': ', cause.title, ' ', pill(CHECK_TONE[cause.status], statuses[cause.status])),
            h('p', { class: 'observed', ...SERVERS }, cause.observed),
            cause.steps.length === 0 ? null : h('h4', {}, words.cure),
            remedy(ui, `verdict ${cause.id}`, cause.steps),
          ),
    );
  });
}

/** In place of it for those who may not have a diagnosis. */
export function verdictRefused(ui: Ui, role: string): ComponentChild {
  const { verdict } = ui.texts;
  return h(
    'section',
    { id: 'verdict', class: 'panel', 'aria-labelledby': 'verdict-title', tabIndex: -1 },
    h('header', { class: 'panel-head' }, h('h2', { id: 'verdict-title' }, verdict.title)),
    h('p', { class: 'hint' }, verdict.needsRole('operator', role)),
  );
}
