import type { Api } from '../client/api.js';
import { Feed, type FeedState } from '../client/feed.js';
import { reachedProjects, type Project } from '../client/projects.js';
import type { SessionState } from '../client/session.js';
import type { Format } from '../shared/format.js';
import { Shell, type Inside } from '../shared/shell.js';
import type { PageLink } from '../shared/tools.js';
import type { ComponentChild } from 'preact';
import { isAsked, readView, searchOf, type View } from './models/view.js';
import { page } from './page.js';
import { TEXTS, type Texts } from './texts/index.js';
import type { Answer } from './ui.js';

const NEVER_MS = 2 ** 31 - 1;
const UNKNOWN: FeedState<readonly Project[]> = { data: null, at: null, error: null };

/** The page at /search: what was said and written in a project, found by the words of its address. */
export class SearchPage implements Inside<Texts> {
  private readonly shell: Shell<Texts>;
  private view: View = readView(window.location.search);
  private projects: Feed<Project[]> | null = null;
  /** Of the view, where that asks for something: a search is a person's wish, and is not repeated by itself. */
  private found: Feed<Answer> | null = null;
  /** The project of the session, which an address without one is about. */
  private active: string | null = null;

  constructor(private readonly api: Api) {
    this.shell = new Shell(api, TEXTS, this);
  }

  start(): void {
    this.shell.start();
  }

  titleOf({ title, page: words }: Texts): string {
    return this.view.q === '' ? title : words.named(this.view.q);
  }

  linksOf({ page: words }: Texts): PageLink[] {
    const { project_id } = this.view;
    const project =
      project_id === '' ? [] : [{ to: `projects/${encodeURIComponent(project_id)}`, text: words.project }];
    return [
      { to: '', text: words.projects },
      { to: 'inbox', text: words.inbox },
      ...project,
      { to: 'ops', text: words.operations },
    ];
  }

  enter(username: string | null): void {
    this.projects?.close();
    this.projects = username === null ? null : this.feedOf((signal) => reachedProjects(this.api, signal));
    void this.begin();
  }

  async refresh(): Promise<boolean> {
    await Promise.all([this.projects?.refresh(), this.found?.refresh()]);
    return [this.projects, this.found].every((feed) => (feed?.state.get().error ?? null) === null);
  }

  catchUp(): void {
    // The same search finds the same until somebody wants it again.
  }

  moved(): void {
    const view = readView(window.location.search);
    // A way within the page, such as that to the results, is not another search.
    if (searchOf(view) === searchOf(this.view)) return;
    this.view = view;
    this.search();
  }

  draw(state: SessionState, texts: Texts, format: Format): ComponentChild {
    this.active = state.phase === 'signed_in' ? state.activeProjectId : this.active;
    return page(state, {
      texts,
      format,
      view: this.view,
      projects: this.projects?.state.get() ?? UNKNOWN,
      answer: this.found?.state.get() ?? null,
      show: (change: Partial<View>) => this.show(change),
      retry: () => void this.refresh(),
    });
  }

  /** With the projects there is one to search in: the address's, the session's, or the only one. */
  private async begin(): Promise<void> {
    this.search();
    await this.projects?.refresh();
    if (this.view.project_id !== '') return;
    const [first, ...others] = this.projects?.state.get().data ?? [];
    const project_id = others.length === 0 ? (first?.id ?? '') : (this.active ?? '');
    if (project_id === '') return;
    this.view = { ...this.view, project_id };
    window.history.replaceState(null, '', `?${searchOf(this.view)}`);
    this.search();
  }

  private show(change: Partial<View>): void {
    this.view = { ...this.view, ...change };
    const search = searchOf(this.view);
    window.history.pushState(null, '', search === '' ? window.location.pathname : `?${search}`);
    this.search();
  }

  private search(): void {
    const { view } = this;
    this.found?.close();
    const asks = this.projects !== null && isAsked(view);
    this.found = asks ? this.feedOf((signal) => this.api.get<'openSearch'>(`search?${searchOf(view)}`, signal)) : null;
    void this.found?.refresh();
    this.shell.redraw();
  }

  private feedOf<T>(load: (signal: AbortSignal) => Promise<T>): Feed<T> {
    const feed = new Feed(load, NEVER_MS, () => true, this.shell.failed);
    feed.state.subscribe(this.shell.redraw);
    return feed;
  }
}
