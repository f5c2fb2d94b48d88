import type { Api } from '../client/api.js';
import { Changes } from '../client/changes.js';
import type { RecommendationPerson } from '../client/published.js';
import { Session, reaches } from '../client/session.js';
import { Store } from '../client/store.js';
import { AccountBar } from '../shared/account-bar.js';
import { dress } from '../shared/dress.js';
import { Format } from '../shared/format.js';
import { localDay } from '../shared/local-day.js';
import { onceAMoment } from '../shared/once.js';
import { place } from '../shared/place.js';
import { keepPreferences, ownStorage, readPreferences, type Preferences } from '../shared/preferences.js';
import { tools } from '../shared/tools.js';
import { render } from 'preact';
import { Acting } from './acting.js';
import { copyText } from './copy-text.js';
import { Decisions } from './decisions.js';
import { DetailsBook } from './details-book.js';
import { showKeys } from './dialogs/keys-dialog.js';
import { wantedOf } from './dialogs/wanted.js';
import { KeySwitch } from './key-switch.js';
import { Keyboard, type RowCommand } from './keyboard.js';
import { Listing } from './listing.js';
import { listedOf, withKept } from './models/kept.js';
import type { Recommendation } from './models/recommendation.js';
import type { View } from './models/view.js';
import { page } from './page.js';
import { messageId } from './parts/message.js';
import { focusInstead } from './rows-in-page.js';
import { ShownReporter } from './shown-reporter.js';
import { Sight } from './sight.js';
import { TEXTS, type Texts } from './texts/index.js';
import type { Ui } from './ui.js';
import { Worklist } from './worklist.js';

/** The page at /inbox: it draws the recommendations that its address asks for, and lets a person work them off. */
export class InboxPage {
  private readonly session: Session;
  private readonly preferences = new Store<Preferences>(readPreferences(ownStorage(), navigator.languages));
  private readonly bar: AccountBar;
  private readonly details: DetailsBook;
  private readonly acting: Acting;
  private readonly reporter: ShownReporter;
  private readonly sight = new Sight((id) => this.reporter.see(id));
  private readonly listing: Listing;
  private readonly worklist: Worklist;
  private readonly keys = new KeySwitch();
  private format = new Format(this.preferences.get().language);
  /** Whom the list is for; and who was here last, to whom work in hand belongs. */
  private viewed = '';
  private worker = '';
  private people: readonly RecommendationPerson[] = [];
  private readonly redraw = onceAMoment(() => this.draw());
  private readonly changes: Changes;

  constructor(private readonly api: Api) {
    this.session = new Session(api);
    this.changes = new Changes(api, () => this.listing.news());
    this.bar = new AccountBar(this.session, this.texts.title, this.texts.bar, false);
    this.details = new DetailsBook(api);
    this.acting = new Acting(api, {
      texts: () => this.texts,
      edited: (id) => (this.details.isEdited(id) ? this.details.messageOf(id) : null),
      tell: (news) => this.worklist.tell(news),
    });
    this.reporter = new ShownReporter(api);
    this.listing = new Listing(api, {
      language: () => this.preferences.get().language,
      categories: () => Object.keys(this.texts.labels.categories),
      live: () => this.preferences.get().live,
      told: () => this.changes.told,
      changed: this.redraw,
      signedOut: () => void this.session.refresh(),
    });
    this.worklist = new Worklist(new Decisions(api, () => this.preferences.get().language), {
      me: () => this.viewed,
      rows: () => this.rows(),
      refresh: async () => {
        await this.listing.refresh();
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
    this.acting.outbox.opened.subscribe(this.redraw);
    this.keyboard().listen();
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) void this.listing.catchUp();
      this.listen();
    });
    window.addEventListener('popstate', () => this.show(this.listing.viewOfAddress()));
    // The session is shared with other tabs, and may end unseen.
    window.addEventListener('focus', () => void this.session.refresh());
    void this.session.refresh();
  }

  private get texts(): Texts {
    return TEXTS[this.preferences.get().language];
  }

  private rows(): readonly Recommendation[] {
    const data = this.listing.state?.data;
    if (!data) return [];
    const asked = data.asked ? [{ recommendation: data.asked, place: 0, newerThan: null }] : [];
    return withKept(data.recommendations, [...asked, ...this.worklist.state.get().kept]);
  }

  /** Begins again for another person; the list stays while it is only unclear who is signed in. */
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
    this.changes.close();
    this.listen();
    if (viewed === '') return this.listing.end();
    // Work in hand waits for the person who began it only.
    if (viewed !== this.worker) this.forget(viewed);
    this.listing.begin();
    void this.readPeople();
    const { open } = this.listing.view;
    if (open !== '') void this.details.open(open);
  }

  /** Hears of changes while somebody is signed in, looks, and wants news. */
  private listen(): void {
    if (this.viewed !== '' && !document.hidden && this.preferences.get().live) this.changes.open();
    else this.changes.close();
  }

  private forget(worker: string): void {
    this.worker = worker;
    this.people = [];
    this.worklist.clear();
    this.details.clear();
    this.acting.outbox.clear();
    this.reporter.clear();
  }

  private async readPeople(): Promise<void> {
    try {
      this.people = (await this.api.get<'listInboxPeople'>('recommendations/people')).people;
      this.redraw();
    } catch {
      // Names can be typed as well; the list of them is a help.
    }
  }

  private show(change: Partial<View>): void {
    this.worklist.leaveList();
    this.listing.show(change);
  }

  /** Shows the details of one, or hides them. */
  private toggle(id: string): void {
    const open = this.listing.view.open === id ? '' : id;
    if (open !== '') void this.details.open(open);
    const one = this.rows().find((row) => row.id === open);
    if (one) void this.acting.outbox.open(one);
    this.listing.open(open);
  }

  private async refreshAll(): Promise<void> {
    await this.listing.refresh();
    const { refreshed, notRefreshed } = this.texts.page;
    const { state } = this.listing;
    if (state) this.bar.announce(state.error === null ? refreshed : notRefreshed);
  }

  /** Copies the message of one, opening it where it is not known yet. */
  private async copy(id: string): Promise<void> {
    if (this.details.messageOf(id) === null) {
      if (this.listing.view.open !== id) this.toggle(id);
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
      row: (command, id) => this.obey(command, id),
      undo: () => void this.worklist.undo(),
      help: () => this.help(),
      leave: () => {
        const { open } = this.listing.view;
        if (open !== '') this.toggle(open);
        else this.worklist.select([...this.worklist.state.get().selected], false);
      },
    });
  }

  /** Does what a key asks for with this row, or with those that are selected. */
  private obey(command: RowCommand, id: string | null): void {
    const selected = this.selected();
    if (command === 'copy' && id !== null) return void this.copy(id);
    if (command === 'copy' || !this.mayAct()) return;
    if (command !== 'select') {
      const isMeant = (one: Recommendation) => (selected.size > 0 ? selected.has(one.id) : one.id === id);
      return void this.worklist.act(command, this.rows().filter(isMeant));
    }
    if (id !== null) this.worklist.select([id], !selected.has(id));
  }

  /** Those that are selected and listed: one that has left the list takes neither buttons nor keys away. */
  private selected(): ReadonlySet<string> {
    return listedOf(this.worklist.state.get().selected, this.rows());
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
    if (change.language) void this.listing.load();
    if (change.live) void this.listing.catchUp();
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
      { to: 'search', text: words.search },
      { to: 'ops', text: words.operations },
      { to: 'docs', text: words.routes },
    ];
    const signedIn = state.phase === 'signed_in';
    render(tools(words, this.preferences.get(), signedIn, handlers, links), place('bar-tools'));
    const shown = { session: state, feed: this.listing.state, rows: this.rows() };
    render(page(this.ui(), shown), place('main'));
  }

  private ui(): Ui {
    const state = this.session.state.get();
    const { stale, news } = this.worklist.state.get();
    return {
      ...this.asking(),
      view: this.listing.view,
      mayAct: this.mayAct(),
      projects: state.phase === 'signed_in' ? state.projects : [],
      busy: this.listing.busy,
      selected: this.selected(),
      stale,
      news,
      details: this.details,
      outbox: this.acting.outbox,
      show: (change) => this.show(change),
      showMore: () => this.listing.showMore(),
      refresh: () => void this.listing.load(),
      toggle: (id) => this.toggle(id),
      select: (ids, on) => this.worklist.select(ids, on),
      act: (kind, rows) => void this.worklist.act(kind, rows),
      undo: () => void this.worklist.undo(),
      leaveStale: (id) => void this.worklist.leaveStale(id),
      copy: (id) => void this.copy(id),
      doIt: (one) => void this.acting.doIt(one),
      moveAction: (one, action, how) => void this.acting.move(one, action, how),
      closeNews: () => this.worklist.tell(null),
      help: () => this.help(),
      watch: this.sight.watch,
    };
  }
}
