import { h, type ComponentChild } from 'preact';
import { SHOWN_RECOMMENDATIONS, type Feeds } from '../feeds.js';
import {
  evidencePath,
  evidenceViews,
  recommendationViews,
  type RecommendationView,
} from '../models/recommendations.js';
import type { Ui } from '../ui.js';
import { panel } from './panel.js';
import { empty, pill } from './parts.js';

/** What is open to do, each with the words that it rests on. */
export function recommendationsPanel(ui: Ui, feed: Feeds['recommendations']): ComponentChild {
  const words = ui.texts.recommendations;
  return panel(ui, { id: 'recommendations', title: words.title, feed }, (open) => {
    const views = recommendationViews(open, ui.texts, ui.format);
    if (views.length === 0) return empty(words.empty);
    return h(
      'div',
      {},
      h('ul', { class: 'cards' }, ...views.map((one) => card(ui, one))),
      views.length >= SHOWN_RECOMMENDATIONS
        ? h('p', { class: 'hint' }, words.more(ui.format.number(views.length)))
        : null,
    );
  });
}

function card(ui: Ui, one: RecommendationView): ComponentChild {
  const { whyNow } = ui.texts.recommendations;
  return h(
    'li',
    { key: one.id, class: 'card' },
    h('h3', {}, one.title),
    h(
      'p',
      { class: 'card-facts' },
      pill(one.tone, one.priority),
      h('span', {}, [one.category, one.owner, one.due, one.status].filter(Boolean).join(' · ')),
    ),
    h('p', {}, one.rationale),
    h('p', {}, h('strong', {}, `${whyNow}: `), one.whyNow),
    one.refs.length === 0 ? null : evidenceDetails(ui, one),
  );
}

function evidenceDetails(ui: Ui, { refs, evidence, title }: RecommendationView): ComponentChild {
  const path = evidencePath(refs);
  return h(
    'details',
    {
      class: 'evidence',
      onToggle: (event: Event) => {
        if ((event.currentTarget as HTMLDetailsElement).open) void ui.evidence.open(path);
      },
    },
    h('summary', {}, evidence, h('span', { class: 'unseen' }, `: ${title}`)),
    evidenceBody(ui, path, refs),
  );
}

function evidenceBody(ui: Ui, path: string, refs: RecommendationView['refs']): ComponentChild {
  const words = ui.texts.recommendations;
  const opened = ui.evidence.opened.get().get(path);
  switch (opened?.phase) {
    case undefined:
      return null;
    case 'loading':
      return h('p', { class: 'loading' }, words.evidenceLoading);
    case 'failed':
      return h('p', { class: 'bad', role: 'alert' }, opened.why);
    case 'there':
      return h(
        'ul',
        { class: 'quotes' },
        ...evidenceViews(opened.evidence, refs, ui.texts, ui.format).map((one) =>
          h(
            'li',
            { key: one.key },
            h('blockquote', {}, one.text),
            h(
              'p',
              { class: 'hint' },
              [one.kind, one.from].filter(Boolean).join(', '),
              one.url === null
                ? null
                : h('span', {}, ' · ', h('a', { href: one.url, target: '_blank', rel: 'noreferrer' }, words.source)),
            ),
          ),
        ),
      );
  }
}
