import type { SessionState } from '../client/session.js';
import { h, type ComponentChild } from '../vendor/preact.js';
import type { Feeds } from './feeds.js';
import { checksPanel } from './panels/checks.js';
import { connectorsPanel } from './panels/connectors.js';
import { embeddingsPanel } from './panels/embeddings.js';
import { forecastsPanel } from './panels/forecasts.js';
import { jobsPanel } from './panels/jobs.js';
import { recommendationsPanel } from './panels/recommendations.js';
import { scoresPanel } from './panels/scores.js';
import { verdictPanel, verdictRefused } from './panels/verdict.js';
import type { Texts } from './texts/index.js';
import type { Ui } from './ui.js';

/** Everything below the bar, for whoever is signed in or not. */
export function page(ui: Ui, state: SessionState, feeds: Feeds | null): ComponentChild {
  return [h('h1', { key: 'title', class: 'unseen' }, ui.texts.title), content(ui, state, feeds)];
}

function content(ui: Ui, state: SessionState, feeds: Feeds | null): ComponentChild {
  const { page: words, bar } = ui.texts;
  switch (state.phase) {
    case 'loading':
      return h('p', { class: 'loading' }, bar.looking);
    case 'unreachable':
      // The bar says why, and has the button to try again; what was known stays in sight.
      return feeds && project(ui, feeds);
    case 'signed_out':
      return welcome(words.signedOutTitle, words.signedOut);
    case 'unready':
      // The bar says what is lacking, and has the form for it.
      return null;
    case 'signed_in':
      if (feeds) return project(ui, feeds);
      return welcome(words.noProjectTitle, state.projects.length === 0 ? bar.noProject : words.noProject);
  }
}

function project(ui: Ui, feeds: Feeds): ComponentChild {
  const { diagnosis } = feeds;
  return h(
    'div',
    // Another project is another page: what was opened or typed is not about it.
    { key: feeds.projectId, class: 'panels' },
    diagnosis ? verdictPanel(ui, diagnosis) : verdictRefused(ui, feeds.role),
    contents(ui.texts, diagnosis !== null),
    diagnosis ? checksPanel(ui, diagnosis) : null,
    connectorsPanel(ui, feeds.connectors),
    jobsPanel(ui, feeds.jobs),
    embeddingsPanel(ui, feeds.counts),
    scoresPanel(ui, feeds.scores),
    forecastsPanel(ui, feeds.forecasts),
    recommendationsPanel(ui, feeds.recommendations),
  );
}

function contents(texts: Texts, diagnosed: boolean): ComponentChild {
  const links: [string, string][] = [
    ...(diagnosed ? [['checks', texts.diagnosis.title] as [string, string]] : []),
    ['connectors', texts.connectors.title],
    ['jobs', texts.jobs.title],
    ['embeddings', texts.embeddings.title],
    ['scores', texts.scores.title],
    ['forecasts', texts.forecast.title],
    ['recommendations', texts.recommendations.title],
  ];
  return h(
    'nav',
    { class: 'contents', 'aria-label': texts.page.contents },
    h('ul', {}, ...links.map(([id, title]) => h('li', { key: id }, h('a', { href: `#${id}` }, title)))),
  );
}

function welcome(title: string, text: string): ComponentChild {
  return h('div', { class: 'welcome' }, h('h2', {}, title), h('p', {}, text));
}
