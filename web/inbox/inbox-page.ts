import type { Api } from '../client/api.js';
import { ApiProblem } from '../client/api-problem.js';
import { Feed } from '../client/feed.js';
import { Session, reaches } from '../client/session.js';
import { Store } from '../client/store.js';
import { AccountBar } from '../shared/account-bar.js';
import { dress } from '../shared/dress.js';
import { Format } from '../shared/format.js';
import { onceAMoment } from '../shared/once.js';
import { place } from '../shared/place.js';
import { keepPreferences, ownStorage, readPreferences, type Preferences } from '../shared/preferences.js';
import { tools } from '../shared/tools.js';
import { render } from '../vendor/preact.js';
import type { Person, Recommendation } from './answers.js';
import { copyText } from './copy-text.js';
import { Decisions } from './decisions.js';
import { DetailsBook } from './details-book.js';
import { showKeys } from './dialogs/keys-dialog.js';
import { wantedOf } from './dialogs/wanted.js';
import { KeySwitch } from './key-switch.js';
import { Keyboard } from './keyboard.js';
import { localDay } from './models/days.js';
import { withKept } from './models/kept.js';
import { readView, searchOf, type View } from './models/view.js';
import { page } from './page.js';
import { messageId } from './parts/message.js';
import { readInbox, STEP, type Reading } from './reading.js';
import { focusInstead } from './rows-in-page.js';
import { ShownReporter } from './shown-reporter.js';
import { Sight } from './sight.js';
import { TEXTS, type Texts } from './texts/index.js';
import type { Ui } from './ui.js';
import { Worklist } from './worklist.js';

const EVERY_MS = 60_000;
/** A person who types asks for nothing before they pause. */
const TYPING_MS = 200;

/** The page at /inbox: it draws the recommendations that its address asks for, and lets a person work them off. */
export class InboxPage {
  private readonly session: Session;
  private readonly preferences = new Store<Preferences>(readPreferences(ownStorage(), navigator.languages));
  private readonly bar: AccountBar;
  private readonly details: DetailsBook;
  private readonly reporter: ShownReporter;
  private readonly sight = new Sight((id) => this.reporter.see(id));
  private readonly worklist: Worklist;
  private readonly keys = new KeySwitch();
  private format = new Format(this.preferences.get().language);
  private feed: Feed<Reading> | null = null;
  /** Whom the feed is for; and who was here last, to whom work in hand belongs. */
  private viewed = '';
  private worker = '';
  private people: readonly Person[] = [];
  private view: View;
  private wanted = STEP;
  private busy = false;
  private typing: ReturnType<typeof setTimeout> | undefined;
  private readonly redraw = onceAMoment(() => this.draw());

  constructor(private readonly api: Api) {
    this.session = new Session(api);
    this.view = this.viewOfAddress();
    this.bar = new AccountBar(this.session, this.texts.title, this.texts.bar, false);
    this.details = new DetailsBook(api);
    this.reporter = new ShownReporter(api);
    this.worklist = new Worklist(new Decisions(api, () => this.preferences.get().language), {
      me: () => this.viewed,
      rows: () => this.rows(),
      refresh: async () => {
        await this.feed?.refresh();
        this.draw();
      },
      wanted: (kind, rows) => wantedOf(kind, rows, this.asking()),
      refocus: focusInstead,
      signedOut: () => void this.session.refresh(),
    });
  }

  start(): void {
    this.dress();
    this.bar.mount(place('bar-main'));
    this.session.state.subscribe(() => this.follow());
    this.preferences.subscribe(() => this.dress());
    this.worklist.state.subscribe(this.redraw);
    this.details.opened.subscribe(this.redraw);
    this.keyboard().listen();
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden && this.preferences.get().live) void this.feed?.catchUp();
    });
    window.addEventListener('popstate', () => this.show(this.viewOfAddress()));
    // The session is shared with other tabs, and may end while nobody looks.
    window.addEventListener('focus', () => void this.session.refresh());
    void this.session.refresh();
  }

  private get texts(): Texts {
    return TEXTS[this.preferences.get().language];
  }

  private viewOfAddress(): View {
    return readView(window.location.search, Object.keys(this.texts.labels.categories));
  }

  private rows(): readonly Recommendation[] {
    const data = this.feed?.state.get().data;
    if (!data) return [];
    const asked = data.asked ? [{ recommendation: data.asked, place: 0 }] : [];
    return withKept(data.recommendations, [...asked, ...this.worklist.state.get().kept]);
  }

  /** A new feed for another person; the old one goes on while it is only unclear who is signed in. */
  private follow(): void {
    const state = this.session.state.get();
    if (state.phase === 'signed_out' && !state.ended) this.forget('');
    if (state.phase === 'signed_out' || state.phase === 'signed_in') {
      const viewed = state.phase === 'signed_in' ? state.username : '';
      if (viewed !== this.viewed) this.turnTo(viewed);
    }
    this.redraw();
  }

  private turnTo(viewed: string): void {
    this.viewed = viewed;
    this.feed?.close();
    this.feed = null;
    if (viewed === '') return;
    // Work in hand waits for the person who began it, and for nobody else.
    if (viewed !== this.worker) this.forget(viewed);
    this.feed = this.newFeed();
    void this.feed.refresh();
    void this.readPeople();
    if (this.view.open !== '') void this.details.open(this.view.open);
  }

  private forget(worker: string): void {
    this.worker = worker;
    this.people = [];
    this.worklist.clear();
    this.details.clear();
    this.reporter.clear();
  }

  private newFeed(): Feed<Reading> {
    const feed = new Feed(
      (signal) => readInbox(this.api, this.view, this.preferences.get().language, this.wanted, signal),
      EVERY_MS,
      () => document.hidden || !this.preferences.get().live,
      (error) => {
        if (error instanceof ApiProblem && error.code === 'unauthorized') void this.session.refresh();
      },
    );
    feed.state.subscribe(() => this.redraw());
    return feed;
  }

  private async readPeople(): Promise<void> {
    try {
      this.people = (await this.api.get<{ people: Person[] }>('recommendations/people')).people;
      this.redraw();
    } catch {
      // Names can be typed as well; the list of them is a help.
    }
  }

  /** Shows other recommendations, or in another order, and says so in the address. */
  private show(change: Partial<View>): void {
    const typed = Object.keys(change).join() === 'q';
    this.view = { ...this.view, open: '', ...change };
    this.wanted = STEP;
    this.writeAddress();
    this.worklist.leaveList();
    clearTimeout(this.typing);
    this.typing = setTimeout(() => void this.load(), typed ? TYPING_MS : 0);
    this.redraw();
  }

  private writeAddress(): void {
    const search = searchOf(this.view);
    window.history.replaceState(null, '', search === '' ? window.location.pathname : `?${search}`);
  }

  /** Shows the details of one, or hides them. */
  private toggle(id: string): void {
    const open = this.view.open === id ? '' : id;
    this.view = { ...this.view, open };
    this.writeAddress();
    if (open !== '') void this.details.open(open);
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

  /** Copies the message of one, opening it where it is not known yet. */
  private async copy(id: string): Promise<void> {
    if (this.details.messageOf(id) === null) {
      if (this.view.open !== id) this.toggle(id);
      await this.details.open(id);
    }
    const message = this.details.messageOf(id);
    if (message === null) return;
    const copied = await copyText(message);
    this.draw();
    if (!copied) document.querySelector<HTMLTextAreaElement>(`#${CSS.escape(messageId(id))}`)?.select();
    const { details: words } = this.texts;
    this.worklist.tell({ phase: 'told', text: copied ? words.copied : words.notCopied });
  }

  private keyboard(): Keyboard {
    return new Keyboard({
      on: this.keys.isOn,
      row: (command, id) => {
        const { selected } = this.worklist.state.get();
        const rows = this.rows();
        if (command === 'copy') void this.copy(id);
        else if (!this.mayAct()) return;
        else if (command === 'select') this.worklist.select([id], !selected.has(id));
        else
          void this.worklist.act(
            command,
            rows.filter((one) => (selected.size > 0 ? selected.has(one.id) : one.id === id)),
          );
      },
      undo: () => void this.worklist.undo(),
      help: () => this.help(),
      leave: () => {
        if (this.view.open !== '') this.toggle(this.view.open);
        else this.worklist.select([...this.worklist.state.get().selected], false);
      },
    });
  }

  private help(): void {
    showKeys(this.texts, this.keys.isOn(), (on) => this.keys.turn(on));
  }

  private mayAct(): boolean {
    const state = this.session.state.get();
    return state.phase === 'signed_in' && reaches(state.role, 'operator');
  }

  private change(change: Partial<Preferences>): void {
    this.preferences.set({ ...this.preferences.get(), ...change });
    keepPreferences(ownStorage(), this.preferences.get());
    // Titles and reasons are the server's words, in the language that is asked for.
    if (change.language) void this.load();
    if (change.live) void this.feed?.catchUp();
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

  private asking() {
    const { texts, format, people } = this;
    return { texts, format, people, today: localDay(Date.now()), me: this.viewed };
  }

  private draw(): void {
    const state = this.session.state.get();
    const handlers = {
      change: (change: Partial<Preferences>) => this.change(change),
      refresh: () => void this.refreshAll(),
    };
    const { page: words } = this.texts;
    const links = [
      { to: '', text: words.projects },
      { to: 'ops', text: words.operations },
      { to: 'docs', text: words.routes },
    ];
    const signedIn = state.phase === 'signed_in';
    render(tools(words, this.preferences.get(), signedIn, handlers, links), place('bar-tools'));
    const shown = { session: state, feed: this.feed?.state.get() ?? null, rows: this.rows() };
    render(page(this.ui(), shown), place('main'));
  }

  private ui(): Ui {
    const state = this.session.state.get();
    const { selected, stale, news } = this.worklist.state.get();
    return {
      ...this.asking(),
      view: this.view,
      mayAct: this.mayAct(),
      projects: state.phase === 'signed_in' ? state.projects : [],
      busy: this.busy,
      selected,
      stale,
      news,
      details: this.details,
      show: (change) => this.show(change),
      showMore: () => this.showMore(),
      refresh: () => void this.load(),
      toggle: (id) => this.toggle(id),
      select: (ids, on) => this.worklist.select(ids, on),
      act: (kind, rows) => void this.worklist.act(kind, rows),
      undo: () => void this.worklist.undo(),
      leaveStale: (id) => void this.worklist.leaveStale(id),
      copy: (id) => void this.copy(id),
      closeNews: () => this.worklist.tell(null),
      help: () => this.help(),
      watch: this.sight.watch,
    };
  }
}
