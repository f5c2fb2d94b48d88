import type { Api } from '../client/api.js';
import { ApiProblem } from '../client/api-problem.js';
import { Changes } from '../client/changes.js';
import { Session, type SessionState } from '../client/session.js';
import { Store } from '../client/store.js';
import { render, type ComponentChild } from 'preact';
import { AccountBar } from './account-bar.js';
import { Arrival } from './arrival.js';
import type { BarWords } from './bar-words.js';
import { dress } from './dress.js';
import { Format } from './format.js';
import type { Language } from './language.js';
import { onceAMoment } from './once.js';
import { place } from './place.js';
import { keepPreferences, ownStorage, readPreferences, type Preferences } from './preferences.js';
import { tools, type PageLink, type ToolWords } from './tools.js';

/** What a page must have words for, beside its own. */
export interface ShellTexts {
  title: string;
  bar: BarWords;
  page: ToolWords & { skip: string; refreshed: string; notRefreshed: string };
}

/** What a page does inside its shell. */
export interface Inside<T extends ShellTexts> {
  /** What the browser calls it. */
  titleOf(texts: T): string;
  linksOf(texts: T): PageLink[];
  /** Everything below the bar. */
  draw(state: SessionState, texts: T, format: Format): ComponentChild;
  /** Somebody is signed in, and was not before; null: the session has ended. */
  enter(username: string | null): void;
  /** Fetches all that is shown; whether that went well. */
  refresh(): Promise<boolean>;
  /** Fetches what has grown old. */
  catchUp(): void;
  /** The address was changed by the browser's own buttons. */
  moved(): void;
  /** Something has changed in these projects; null: in any. A page without it is told nothing. */
  hear?(projects: ReadonlySet<string> | null): void;
}

/** What a page has around itself: who is signed in, in which language and colours, and the bar that says so. */
export class Shell<T extends ShellTexts> {
  private readonly session: Session;
  private readonly preferences = new Store<Preferences>(readPreferences(ownStorage(), navigator.languages));
  private readonly bar: AccountBar;
  private format = new Format(this.preferences.get().language);
  private username: string | null = null;
  private readonly changes: Changes | null;
  private readonly arrival = new Arrival();
  readonly redraw = onceAMoment(() => this.draw());

  constructor(
    api: Api,
    private readonly all: Readonly<Record<Language, T>>,
    private readonly inside: Inside<T>,
  ) {
    this.session = new Session(api, { lists: false });
    this.bar = new AccountBar(this.session, this.texts.title, this.texts.bar, false);
    this.changes = inside.hear ? new Changes(api, (projects) => inside.hear?.(projects)) : null;
  }

  start(): void {
    this.dress();
    this.bar.mount(place('bar-main'));
    this.session.state.subscribe(() => this.follow());
    this.preferences.subscribe(() => this.dress());
    document.addEventListener('visibilitychange', () => {
      if (!this.idle()) this.inside.catchUp();
      this.listen();
    });
    window.addEventListener('popstate', () => this.inside.moved());
    // The session is shared with other tabs, and may end while the page is hidden.
    window.addEventListener('focus', () => void this.session.refresh());
    void this.session.refresh();
  }

  get language(): Language {
    return this.preferences.get().language;
  }

  get texts(): T {
    return this.all[this.language];
  }

  /** Whether the page is told of changes as they happen. Bound: feeds ask it. */
  readonly told = (): boolean => this.changes?.told ?? false;

  /** Whether the page is hidden, or wants no news. Bound: feeds ask it. */
  readonly idle = (): boolean => document.hidden || !this.preferences.get().live;

  /** Looks who is signed in where a request says that the session has ended. Bound: feeds call it. */
  readonly failed = (error: unknown): void => {
    if (error instanceof ApiProblem && error.code === 'unauthorized') void this.session.refresh();
  };

  announce(text: string): void {
    this.bar.announce(text);
  }

  /** Tells the page of another person; it goes on while it is only unclear who is signed in. */
  private follow(): void {
    const state = this.session.state.get();
    if (state.phase === 'signed_out' || state.phase === 'signed_in') {
      const username = state.phase === 'signed_in' ? state.username : null;
      if (username !== this.username) {
        this.username = username;
        this.inside.enter(username);
        this.changes?.close();
        this.listen();
      }
    }
    this.redraw();
  }

  /** Hears of changes while somebody is signed in, looks, and wants news. */
  private listen(): void {
    if (this.username !== null && !this.idle()) this.changes?.open();
    else this.changes?.close();
  }

  private async refreshAll(): Promise<void> {
    const { refreshed, notRefreshed } = this.texts.page;
    this.announce((await this.inside.refresh()) ? refreshed : notRefreshed);
  }

  private change(change: Partial<Preferences>): void {
    this.preferences.set({ ...this.preferences.get(), ...change });
    keepPreferences(ownStorage(), this.preferences.get());
    // Some of what is shown are the server's words, in the language that is asked for.
    if (change.language) void this.inside.refresh();
    if (change.live) this.inside.catchUp();
    if (change.live !== undefined) this.listen();
  }

  private dress(): void {
    dress(this.preferences.get(), this.inside.titleOf(this.texts), this.texts.page.skip);
    if (this.format.language !== this.language) {
      this.format = new Format(this.language);
      this.bar.speak(this.texts.title, this.texts.bar);
    }
    this.redraw();
  }

  private draw(): void {
    const state = this.session.state.get();
    const { texts } = this;
    document.title = this.inside.titleOf(texts);
    const handlers = {
      change: (change: Partial<Preferences>) => this.change(change),
      refresh: () => void this.refreshAll(),
    };
    const signedIn = state.phase === 'signed_in';
    const links = this.inside.linksOf(texts);
    render(tools(texts.page, this.preferences.get(), signedIn, handlers, links), place('bar-tools'));
    render(this.inside.draw(state, texts, this.format), place('main'));
    this.arrival.look();
  }
}
