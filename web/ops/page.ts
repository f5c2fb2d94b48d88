import type { Project } from '../client/projects.js';
import type { SessionState } from '../client/session.js';
import { h, type ComponentChild } from 'preact';
import { Feeds } from './feeds.js';
import type { FeedSet } from './feed-set.js';
import { checksPanel } from './panels/checks.js';
import { connectorsPanel } from './panels/connectors.js';
import { embeddingsPanel } from './panels/embeddings.js';
import { forecastsPanel } from './panels/forecasts.js';
import { jobsPanel } from './panels/jobs.js';
import { addressOf, type Place } from './place.js';
import { History } from './runs/history.js';
import { Run } from './runs/run.js';
import { RunFeeds, RunsFeeds } from './runs/feeds.js';
import type { View } from './runs/view.js';
import { First } from './first/page.js';
import { QualityFeeds } from './quality/feeds.js';
import { Quality } from './quality/page.js';
import { recommendationsPanel } from './panels/recommendations.js';
import type { SourceDesk } from './sources/desk.js';
import { SourceFeeds } from './sources/feeds.js';
import { Connectors } from './sources/page.js';
import { scoresPanel } from './panels/scores.js';
import { verdictPanel, verdictRefused } from './panels/verdict.js';
import type { Texts } from './texts/index.js';
import type { Ui } from './ui.js';

/** Which of the pages is shown, and how it is changed. */
export interface Shown {
  place: Place;
  view: View;
  show: (change: Partial<View>) => void;
  older: () => void;
  /** Sets where the project reads from; null: there is no project. */
  desk: SourceDesk | null;
  /** The name of a project that is being made, and why the last one was not. */
  making: { busy: boolean; problem: unknown };
  make: (name: string) => void;
}

/** Everything below the bar, with and without a sign-in. */
export function page(ui: Ui, state: SessionState, feeds: FeedSet | null, shown: Shown): ComponentChild {
  const { page: words, bar } = ui.texts;
  switch (state.phase) {
    case 'loading':
      return titled(ui, h('p', { class: 'loading' }, bar.looking));
    case 'unreachable':
      // The bar says why, and has the button to try again; what was known stays in sight.
      return feeds && pages(ui, feeds, shown, []);
    case 'signed_out':
      return welcome(ui, words.signedOutTitle, words.signedOut);
    case 'unready':
      // The bar says what is lacking, and has the form for it.
      return null;
    case 'signed_in':
      if (shown.place.page === 'first') return firstSteps(ui, state, feeds, shown);
      if (feeds) return pages(ui, feeds, shown, state.projects);
      return state.projects.length === 0
        ? welcome(ui, words.noProjectTitle, ui.texts.first.about, { to: 'ops/first-steps', text: ui.texts.first.begin })
        : welcome(ui, words.noProjectTitle, words.noProject);
  }
}

type SignedIn = Extract<SessionState, { phase: 'signed_in' }>;

function firstSteps(ui: Ui, { role, projects }: SignedIn, feeds: FeedSet | null, shown: Shown): ComponentChild {
  const { desk, making, make } = shown;
  const project = projects.find(({ id }) => id === feeds?.projectId)?.name ?? null;
  const sources = feeds instanceof SourceFeeds ? feeds : null;
  return h(First, { key: feeds?.projectId ?? '', ui, role, feeds: sources, desk, project, making, make });
}

function pages(ui: Ui, feeds: FeedSet, shown: Shown, projects: readonly Project[]): ComponentChild {
  return [navigation(ui, feeds, shown.place), inside(ui, feeds, shown, projects)];
}

function inside(
  ui: Ui,
  feeds: FeedSet,
  { view, show, older, desk }: Shown,
  projects: readonly Project[],
): ComponentChild {
  const key = feeds.projectId;
  const name = projects.find(({ id }) => id === feeds.projectId)?.name ?? feeds.projectId;
  if (feeds instanceof RunsFeeds) return h(History, { key, ui, feeds, projects, view, show, older });
  if (feeds instanceof RunFeeds) return h(Run, { key, ui, feeds, project: name });
  if (feeds instanceof QualityFeeds) return h(Quality, { key: 'quality', ui, feeds });
  if (feeds instanceof SourceFeeds) return desk && h(Connectors, { key, ui, feeds, desk });
  return feeds instanceof Feeds ? titled(ui, project(ui, feeds)) : null;
}

/** The ways between the pages of operations, all about the same project. */
function navigation({ texts }: Ui, { projectId }: FeedSet, place: Place): ComponentChild {
  const { nav } = texts;
  const ways = [
    ['overview', 'ops'],
    ['runs', 'ops/runs'],
    ['connectors', 'ops/connectors'],
    ['quality', 'ops/quality'],
  ] as const;
  const here = place.page === 'run' ? 'runs' : place.page;
  return h(
    'nav',
    { key: 'ways', class: 'ways', 'aria-label': nav.title },
    h(
      'ul',
      {},
      ...ways.map(([page, path]) =>
        h(
          'li',
          { key: page },
          h('a', { href: addressOf(path, projectId), ...(page === here ? { 'aria-current': 'page' } : {}) }, nav[page]),
        ),
      ),
    ),
  );
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

/** Under a heading for those who hear the page, where it has none in sight. */
const titled = ({ texts }: Ui, content: ComponentChild): ComponentChild => [
  h('h1', { key: 'title', class: 'unseen' }, texts.title),
  content,
];

function welcome(ui: Ui, title: string, text: string, way?: { to: string; text: string }): ComponentChild {
  return titled(
    ui,
    h(
      'div',
      { key: 'welcome', class: 'welcome' },
      h('h2', {}, title),
      h('p', {}, text),
      way ? h('p', {}, h('a', { href: addressOf(way.to) }, way.text)) : null,
    ),
  );
}
