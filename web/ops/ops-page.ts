import type { Api } from '../client/api.js';
import { ApiProblem, problemText } from '../client/api-problem.js';
import { Changes } from '../client/changes.js';
import type { Document } from '../client/route-marks.js';
import { RunBoard } from '../client/run-board.js';
import { Session, type Role, type SessionState } from '../client/session.js';
import { Store } from '../client/store.js';
import { AccountBar } from '../shared/account-bar.js';
import { Arrival } from '../shared/arrival.js';
import { render } from 'preact';
import { Actions } from './actions.js';
import { EvidenceBook } from './evidence-book.js';
import { Feeds } from './feeds.js';
import type { Around, FeedSet } from './feed-set.js';
import { Format } from '../shared/format.js';
import { jobName } from './models/jobs.js';
import { Making } from './first/making.js';
import { page } from './page.js';
import { titleOf } from './title.js';
import { placeIn } from './place.js';
import { QualityFeeds } from './quality/feeds.js';
import { RunFeeds, RunsFeeds, STEP } from './runs/feeds.js';
import { onePerScope } from './runs/reading.js';
import { readView, searchOf, type View } from './runs/view.js';
import { SourceDesk } from './sources/desk.js';
import { SourceFeeds } from './sources/feeds.js';
import { keepPreferences, ownStorage, readPreferences, type Preferences } from '../shared/preferences.js';
import { TEXTS, type Texts } from './texts/index.js';
import { dress } from '../shared/dress.js';
import { onceAMoment } from '../shared/once.js';
import { place } from '../shared/place.js';
import { tools } from '../shared/tools.js';

/**
 * The pages below /ops, each of which its address names: they draw what their feeds know, anew after each piece of
 * news, and leave alone what has not changed.
 */
export class OpsPage {
  private readonly place = placeIn(window.location.pathname);
  private readonly session: Session;
  private readonly preferences = new Store<Preferences>(readPreferences(ownStorage(), navigator.languages));
  private readonly bar: AccountBar;
  private readonly actions: Actions;
  private readonly evidence = new EvidenceBook();
  private format = new Format(this.preferences.get().language);
  private feeds: FeedSet | null = null;
  private view: View = readView(window.location.search);
  private wantedRuns = STEP;
  private desk: SourceDesk | null = null;
  private readonly making: Making;
  private linked = new URL(window.location.href).searchParams.get('project');
  /** Whom the feeds are for. */
  private viewed = '';
  private readonly redraw = onceAMoment(() => this.draw());
  private readonly changes: Changes;
  private readonly arrival = new Arrival();

  constructor(private readonly api: Api) {
    this.session = new Session(api, { keepsOwn: true });
    this.changes = new Changes(api, (projects) => this.hear(projects));
    this.bar = new AccountBar(this.session, this.texts.title, this.texts.bar);
    const announce = (text: string) => this.bar.announce(text);
    this.making = new Making(api, this.session, (name) => announce(this.texts.first.made(name)));
    const board = new RunBoard(
      api,
      announce,
      () => this.texts.run,
      (type) => jobName(type, this.texts),
    );
    this.actions = new Actions(api, board, {
      texts: () => this.texts,
      announce,
      project: () => this.project(),
      role: () => {
        const state = this.session.state.get();
        return state.phase === 'signed_in' ? state.role : null;
      },
      started: () => this.feeds?.started(),
      changed: () => void this.feeds?.refresh(),
    });
  }

  start(): void {
    this.dress();
    this.bar.mount(place('bar-main'));
    this.session.state.subscribe(() => this.follow());
    this.preferences.subscribe(() => this.dress());
    for (const store of [this.actions.outcomes, this.actions.board.seen, this.evidence.opened, this.making.state]) {
      store.subscribe(() => this.redraw());
    }
    document.addEventListener('visibilitychange', () => {
      if (!this.idle()) void this.feeds?.catchUp();
      this.listen();
    });
    // The session is shared with other tabs, and may end while the page is hidden.
    window.addEventListener('focus', () => void this.session.refresh());
    void this.session.refresh();
    void this.learnRoutes();
  }

  private get texts(): Texts {
    return TEXTS[this.preferences.get().language];
  }

  /** Without the routes the page shows all but cannot tell what is dangerous: then each request is asked about. */
  private async learnRoutes(): Promise<void> {
    try {
      this.actions.know(await this.api.call<Document>('GET', 'openapi.json'));
      this.redraw();
    } catch {
      setTimeout(() => void this.learnRoutes(), 15_000);
    }
  }

  private project(): { id: string; name: string } | null {
    const state = this.session.state.get();
    if (state.phase !== 'signed_in' || this.feeds === null) return null;
    const { projectId } = this.feeds;
    return { id: projectId, name: state.projects.find(({ id }) => id === projectId)?.name ?? projectId };
  }

  /** New feeds for another person, role or project; the old ones go on while it is only unclear who is signed in. */
  private follow(): void {
    const before = this.session.state.get();
    if (before.phase === 'signed_in') this.keepAddress(before);
    // The link's project may have been chosen meanwhile.
    const state = this.session.state.get();
    if (state.phase === 'signed_out' || state.phase === 'signed_in') {
      const projectId = state.phase === 'signed_in' ? state.activeProjectId : null;
      const viewed = state.phase === 'signed_in' ? `${state.username} ${state.role} ${projectId}` : '';
      if (viewed !== this.viewed) {
        this.viewed = viewed;
        this.feeds?.close();
        this.actions.clear();
        this.feeds = state.phase === 'signed_in' && projectId !== null ? this.feedsOf(projectId, state.role) : null;
        this.changes.close();
        this.listen();
      }
    }
    this.redraw();
  }

  /** A link names its project, which is chosen once; then the address names the one that is shown. */
  private keepAddress({ projects, activeProjectId }: Extract<SessionState, { phase: 'signed_in' }>): void {
    const address = new URL(window.location.href);
    const named = this.linked;
    this.linked = null;
    if (named !== null && named !== activeProjectId && projects.some(({ id }) => id === named)) {
      this.session.choose(named).catch((error: unknown) => {
        this.bar.announce(problemText(error, this.texts.bar.problems));
      });
      return;
    }
    if (activeProjectId === null || address.searchParams.get('project') === activeProjectId) return;
    address.searchParams.set('project', activeProjectId);
    window.history.replaceState(null, '', address);
  }

  private feedsOf(projectId: string, role: Role): FeedSet {
    const feeds = this.newFeeds({
      api: this.api,
      projectId,
      role,
      idle: () => this.idle(),
      language: () => this.preferences.get().language,
      failed: (error) => {
        if (error instanceof ApiProblem && error.code === 'unauthorized') void this.session.refresh();
      },
      told: () => this.changes.told,
    });
    this.desk = new SourceDesk(this.api, projectId, () => void this.feeds?.refresh());
    feeds.subscribe(() => this.redraw());
    this.evidence.readBy((path) => feeds.get<'openEvidence'>(path));
    void feeds.refresh();
    return feeds;
  }

  private newFeeds(around: Around): FeedSet {
    const { place } = this;
    switch (place.page) {
      case 'runs':
        return new RunsFeeds(around, () => ({ view: this.view, runs: this.wantedRuns, scopes: this.scopes() }));
      case 'run':
        return new RunFeeds(around, place.id);
      case 'connectors':
      case 'first':
        return new SourceFeeds(around);
      case 'quality':
        return new QualityFeeds(around);
      case 'overview':
        return new Feeds(around);
    }
  }

  /** One project of each account scope that the person reaches. */
  private scopes(): string[] {
    const state = this.session.state.get();
    return state.phase === 'signed_in' ? onePerScope(state.projects).map(({ id }) => id) : [];
  }

  /** Shows other runs, and says so in the address. */
  private show(change: Partial<View>): void {
    this.view = { ...this.view, ...change };
    this.wantedRuns = STEP;
    window.history.replaceState(null, '', `?${searchOf(this.view, window.location.search)}`);
    void this.feeds?.refresh();
    this.redraw();
  }

  private older(): void {
    this.wantedRuns += STEP;
    void this.feeds?.refresh();
  }

  private title(): string {
    const run = this.feeds instanceof RunFeeds ? this.feeds.run.state.get().data : null;
    return titleOf(this.place, run?.run ?? null, this.project()?.name ?? null, this.texts, this.format);
  }

  /** No page is visible, or news are not wanted. */
  private idle(): boolean {
    return document.hidden || !this.preferences.get().live;
  }

  /** Hears of changes while somebody is signed in, looks, and wants news. */
  private listen(): void {
    if (this.feeds && !this.idle()) this.changes.open();
    else this.changes.close();
  }

  private hear(projects: ReadonlySet<string> | null): void {
    const all = this.place.page === 'runs' && this.view.all;
    if (this.feeds && (all || projects === null || projects.has(this.feeds.projectId))) this.feeds.news();
  }

  private change(change: Partial<Preferences>): void {
    this.preferences.set({ ...this.preferences.get(), ...change });
    keepPreferences(ownStorage(), this.preferences.get());
    if (change.live) void this.feeds?.catchUp();
    if (change.live !== undefined) this.listen();
  }

  private async refreshAll(): Promise<void> {
    const { feeds } = this;
    await feeds?.refresh();
    const { refreshed, notRefreshed } = this.texts.page;
    if (feeds && feeds === this.feeds) this.bar.announce(feeds.failing ? notRefreshed : refreshed);
  }

  /** Puts language and colours on. */
  private dress(): void {
    const { language } = this.preferences.get();
    const { page: words, nav } = this.texts;
    dress(this.preferences.get(), this.title(), this.place.page === 'overview' ? words.skip : nav.skip);
    if (this.format.language !== language) {
      this.format = new Format(language);
      this.bar.speak(this.texts.title, this.texts.bar);
      // What the server tells in words comes in the new language.
      void this.feeds?.refresh();
    }
    this.redraw();
  }

  private draw(): void {
    const state = this.session.state.get();
    document.title = this.title();
    const handlers = {
      change: (change: Partial<Preferences>) => this.change(change),
      refresh: () => void this.refreshAll(),
    };
    const { page: words } = this.texts;
    const links = [
      { to: '', text: words.portfolio },
      { to: 'inbox', text: words.inbox },
      { to: 'search', text: words.search },
      { to: 'docs', text: words.routes },
    ];
    render(tools(words, this.preferences.get(), state.phase === 'signed_in', handlers, links), place('bar-tools'));
    const ui = {
      texts: this.texts,
      format: this.format,
      projectId: this.feeds?.projectId ?? '',
      now: Date.now(),
      actions: this.actions,
      evidence: this.evidence,
      outcomes: this.actions.outcomes.get(),
      runs: this.actions.board.seen.get(),
      announce: (text: string) => this.bar.announce(text),
    };
    const shown = {
      place: this.place,
      view: this.view,
      show: (change: Partial<View>) => this.show(change),
      older: () => this.older(),
      desk: this.desk,
      making: this.making.state.get(),
      make: (name: string) => void this.making.make(name),
    };
    render(page(ui, state, this.feeds, shown), place('main'));
    this.arrival.look();
  }
}
