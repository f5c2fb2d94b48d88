import type { Api } from '../client/api.js';
import { ApiProblem } from '../client/api-problem.js';
import { Changes } from '../client/changes.js';
import { Feed } from '../client/feed.js';
import { Session } from '../client/session.js';
import { Store } from '../client/store.js';
import { AccountBar } from '../shared/account-bar.js';
import { dress } from '../shared/dress.js';
import { Format } from '../shared/format.js';
import { onceAMoment } from '../shared/once.js';
import { place } from '../shared/place.js';
import { keepPreferences, ownStorage, readPreferences, type Preferences } from '../shared/preferences.js';
import { tools } from '../shared/tools.js';
import { render } from 'preact';
import { EVERYTHING, readView, searchOf, type View } from './models/view.js';
import { page } from './page.js';
import { readPortfolio, STEP, type Portfolio } from './reading.js';
import { TEXTS, type Texts } from './texts/index.js';

/** Changes are told as they happen; this is for what no change tells of, such as how long ago something was. */
const EVERY_MS = 120_000;
/** How old the projects have to be to be fetched again when somebody comes back to the page. */
const SOON_MS = 5_000;
/** A person who types asks for nothing before they pause. */
const TYPING_MS = 200;

/** The page at /: it draws the projects that its address asks for, anew after each piece of news. */
export class PortfolioPage {
  private readonly session: Session;
  private readonly preferences = new Store<Preferences>(readPreferences(ownStorage(), navigator.languages));
  private readonly bar: AccountBar;
  private format = new Format(this.preferences.get().language);
  private feed: Feed<Portfolio> | null = null;
  /** Whom the feed is for. */
  private viewed = '';
  private view: View;
  private wanted = STEP;
  private busy = false;
  private typing: ReturnType<typeof setTimeout> | undefined;
  private readonly redraw = onceAMoment(() => this.draw());
  private readonly changes: Changes;

  constructor(private readonly api: Api) {
    this.session = new Session(api, { lists: false });
    this.changes = new Changes(api, () => void this.feed?.refresh());
    this.view = readView(window.location.search, Object.keys(this.texts.labels.categories));
    this.bar = new AccountBar(this.session, this.texts.title, this.texts.bar, false);
  }

  start(): void {
    this.dress();
    this.bar.mount(place('bar-main'));
    this.session.state.subscribe(() => this.follow());
    this.preferences.subscribe(() => this.dress());
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden && this.preferences.get().live) void this.feed?.catchUp();
      this.listen();
    });
    window.addEventListener('popstate', () => {
      this.view = readView(window.location.search, Object.keys(this.texts.labels.categories));
      void this.load();
    });
    // The session is shared with other tabs, and may end while the page is hidden.
    window.addEventListener('focus', () => void this.session.refresh());
    void this.session.refresh();
  }

  private get texts(): Texts {
    return TEXTS[this.preferences.get().language];
  }

  /** A new feed for another person; the old one goes on while it is only unclear who is signed in. */
  private follow(): void {
    const state = this.session.state.get();
    if (state.phase === 'signed_out' || state.phase === 'signed_in') {
      const viewed = state.phase === 'signed_in' ? state.username : '';
      if (viewed !== this.viewed) {
        this.viewed = viewed;
        this.feed?.close();
        this.feed = state.phase === 'signed_in' ? this.newFeed() : null;
        void this.feed?.refresh();
        this.changes.close();
        this.listen();
      }
    }
    this.redraw();
  }

  /** Hears of changes while somebody is signed in, looks, and wants news. */
  private listen(): void {
    if (this.feed && !document.hidden && this.preferences.get().live) this.changes.open();
    else this.changes.close();
  }

  private newFeed(): Feed<Portfolio> {
    const feed = new Feed(
      (signal) => readPortfolio(this.api, this.view, this.preferences.get().language, this.wanted, signal),
      EVERY_MS,
      () => document.hidden || !this.preferences.get().live,
      (error) => {
        if (error instanceof ApiProblem && error.code === 'unauthorized') void this.session.refresh();
      },
      SOON_MS,
    );
    feed.state.subscribe(() => this.redraw());
    return feed;
  }

  /** Shows other projects, or in another order, and says so in the address. */
  private show(change: Partial<View>): void {
    const typed = 'q' in change && change !== EVERYTHING;
    this.view = { ...this.view, ...change };
    this.wanted = STEP;
    const search = searchOf(this.view);
    window.history.replaceState(null, '', search === '' ? window.location.pathname : `?${search}`);
    clearTimeout(this.typing);
    this.typing = setTimeout(() => void this.load(), typed ? TYPING_MS : 0);
    this.redraw();
  }

  private showMore(): void {
    this.wanted += STEP;
    void this.load();
  }

  private async load(): Promise<void> {
    const { feed, view } = this;
    this.busy = true;
    this.redraw();
    await feed?.refresh();
    // What was asked for meanwhile is loaded by itself.
    if (view === this.view) this.busy = false;
    this.redraw();
  }

  private async refreshAll(): Promise<void> {
    const { feed } = this;
    await feed?.refresh();
    const { refreshed, notRefreshed } = this.texts.page;
    if (feed && feed === this.feed) this.bar.announce(feed.state.get().error === null ? refreshed : notRefreshed);
  }

  private change(change: Partial<Preferences>): void {
    this.preferences.set({ ...this.preferences.get(), ...change });
    keepPreferences(ownStorage(), this.preferences.get());
    // Titles and reasons are the server's words, in the language that is asked for.
    if (change.language) void this.load();
    if (change.live) void this.feed?.catchUp();
    if (change.live !== undefined) this.listen();
  }

  private dress(): void {
    const { language } = this.preferences.get();
    dress(this.preferences.get(), this.texts.title, this.texts.page.skip);
    if (this.format.language !== language) {
      this.format = new Format(language);
      this.bar.speak(this.texts.title, this.texts.bar);
    }
    this.redraw();
  }

  private draw(): void {
    const state = this.session.state.get();
    const signedIn = state.phase === 'signed_in';
    const handlers = {
      change: (change: Partial<Preferences>) => this.change(change),
      refresh: () => void this.refreshAll(),
    };
    const { page: words } = this.texts;
    const links = [
      { to: 'inbox', text: words.inbox },
      { to: 'digest', text: words.digest },
      { to: 'search', text: words.search },
      { to: 'ops', text: words.operations },
      { to: 'docs', text: words.routes },
    ];
    render(tools(words, this.preferences.get(), signedIn, handlers, links), place('bar-tools'));
    const ui = {
      texts: this.texts,
      format: this.format,
      now: Date.now(),
      view: this.view,
      role: signedIn ? state.role : null,
      busy: this.busy,
      show: (change: Partial<View>) => this.show(change),
      showMore: () => this.showMore(),
      refresh: () => void this.load(),
    };
    render(page(ui, state, this.feed?.state.get() ?? null), place('main'));
  }
}
