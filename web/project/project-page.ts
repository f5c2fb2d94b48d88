import type { Api } from '../client/api.js';
import { reaches, type SessionState } from '../client/session.js';
import type { Format } from '../shared/format.js';
import { Shell, type Inside } from '../shared/shell.js';
import type { PageLink } from '../shared/tools.js';
import type { ComponentChild } from 'preact';
import { Feeds } from './feeds.js';
import { Judging } from './judging.js';
import { projectIn, readView, searchOf, type View } from './models/view.js';
import { page } from './page.js';
import { EVENTS_STEP, Reading } from './reading.js';
import { TEXTS, type Texts } from './texts/index.js';

/** The page at /projects/{id}: how the project of its address stands, how that came about, and what may come. */
export class ProjectPage implements Inside<Texts> {
  private readonly shell: Shell<Texts>;
  private readonly projectId = projectIn(window.location.pathname) ?? '';
  private feeds: Feeds | null = null;
  private view: View = readView(window.location.search);
  private events = EVENTS_STEP;
  private reaching = false;
  private readonly judging: Judging;

  constructor(private readonly api: Api) {
    this.shell = new Shell(api, TEXTS, this);
    this.judging = new Judging(api, this.projectId, {
      changed: () => this.shell.redraw(),
      read: async () => this.feeds?.parts.timeline.refresh(),
    });
  }

  start(): void {
    this.shell.start();
  }

  titleOf({ title, page: words }: Texts): string {
    const name = this.feeds?.overview.state.get().data?.name;
    return name === undefined ? title : words.named(name);
  }

  linksOf({ page: words }: Texts): PageLink[] {
    const project = `project=${encodeURIComponent(this.projectId)}`;
    return [
      { to: '', text: words.projects },
      { to: `inbox?${project}`, text: words.inbox },
      { to: `search?project_id=${encodeURIComponent(this.projectId)}`, text: words.search },
      { to: `ops?${project}`, text: words.operations },
    ];
  }

  enter(username: string | null): void {
    this.feeds?.close();
    this.feeds = username === null ? null : this.newFeeds();
    void this.feeds?.overview.refresh();
  }

  refresh(): Promise<boolean> {
    return this.feeds?.refresh() ?? Promise.resolve(false);
  }

  catchUp(): void {
    this.feeds?.catchUp();
  }

  hear(projects: ReadonlySet<string> | null): void {
    if (projects === null || projects.has(this.projectId)) this.feeds?.news();
  }

  moved(): void {
    this.change(readView(window.location.search));
  }

  draw(state: SessionState, texts: Texts, format: Format): ComponentChild {
    const { feeds, view, reaching, projectId } = this;
    const ui = feeds && {
      texts,
      format,
      now: Date.now(),
      projectId,
      view,
      feeds,
      reaching,
      mayJudge: this.mayJudge(state),
      judging: this.judging,
      show: (change: Partial<View>) => this.show(change),
      older: () => void this.older(),
    };
    return page(texts, state, ui);
  }

  private mayJudge(state: SessionState): boolean {
    const scope = this.feeds?.overview.state.get().data?.account_scope_id;
    const mine = state.phase === 'signed_in' && state.memberships.find((one) => one.account_scope_id === scope);
    return mine ? reaches(mine.role, 'operator') : false;
  }

  private newFeeds(): Feeds {
    const wanted = () => ({ view: this.view, language: this.shell.language, events: this.events });
    const reading = new Reading(this.api, this.projectId);
    const feeds = new Feeds(reading, wanted, this.shell);
    feeds.subscribe(this.shell.redraw);
    return feeds;
  }

  /** Shows other days, or other events, and says so in the address. */
  private show(change: Partial<View>): void {
    const view = { ...this.view, ...change };
    const search = searchOf(view);
    window.history.replaceState(null, '', search === '' ? window.location.pathname : `?${search}`);
    this.change(view);
  }

  private change(view: View): void {
    const before = this.view;
    this.view = view;
    const parts = this.feeds?.parts;
    if (view.days !== before.days) {
      void parts?.lines.refresh();
      void parts?.forecasts.refresh();
    }
    if (view.show !== before.show) {
      this.events = EVENTS_STEP;
      void parts?.timeline.refresh();
    }
    this.shell.redraw();
  }

  private async older(): Promise<void> {
    if (this.reaching) return;
    this.reaching = true;
    this.events += EVENTS_STEP;
    this.shell.redraw();
    await this.feeds?.parts.timeline.refresh();
    this.reaching = false;
    this.shell.redraw();
  }
}
