import { problemText } from '../client/api-problem.js';
import { takeRefusedSignIn, type RefusedSignIn } from '../client/refused-sign-in.js';
import { distinctNames, type Session, type SessionState, type Unready } from '../client/session.js';
import { type BarWords, ENGLISH_BAR } from './bar-words.js';
import { element } from './element.js';
import { loginForm } from './login-form.js';
import { passwordForm } from './password-form.js';

type SignedIn = Extract<SessionState, { phase: 'signed_in' }>;

/** Who is signed in and which project is worked on, at the top of a page; the form to log in while signed out. */
export class AccountBar {
  private readonly content = element('div', { class: 'bar-account' });
  private readonly heading = element('p', { class: 'bar-title' });
  private readonly news = element('p', { class: 'bar-news', role: 'status' });
  /** What is drawn; while it holds, nothing is replaced, so that typing and focus stay. */
  private drawn = '';
  private focusNext = false;
  private select: HTMLSelectElement | null = null;
  private refused: RefusedSignIn | null = null;

  constructor(
    private readonly session: Session,
    private title: string,
    private words: BarWords = ENGLISH_BAR,
    /** Whether the page is about one project. */
    private readonly choosing = true,
  ) {}

  /** Puts the bar into the page and keeps it up to date. */
  mount(place: HTMLElement): void {
    this.refused = takeRefusedSignIn();
    place.append(this.heading, this.content, this.news);
    this.session.state.subscribe(() => this.draw());
    this.draw();
  }

  /** Goes on in other words. */
  speak(title: string, words: BarWords): void {
    this.title = title;
    this.words = words;
    this.drawn = '';
    this.announce('');
    this.draw();
  }

  /** Says something to everybody, screen readers included, until there is something newer to say. */
  announce(text: string): void {
    this.news.textContent = text;
  }

  private draw(): void {
    const state = this.session.state.get();
    this.heading.textContent = this.title;
    // All but the choice: who is choosing must not have the list replaced under their hands.
    const key = JSON.stringify({ ...state, activeProjectId: null });
    if (key !== this.drawn) this.redraw(state, key);
    if (state.phase === 'signed_in') this.showChoice(state.activeProjectId);
  }

  private redraw(state: SessionState, key: string): void {
    this.drawn = key;
    this.content.replaceChildren(...this.parts(state));
    if (!this.focusNext || state.phase === 'loading') return;
    // What had the focus is gone with the old content; the next thing to do takes it.
    this.content.querySelector<HTMLElement>('select, input, button')?.focus();
    this.focusNext = false;
  }

  private parts(state: SessionState): HTMLElement[] {
    switch (state.phase) {
      case 'loading':
        return [element('p', {}, this.words.looking)];
      case 'unreachable':
        return [
          element('p', { class: 'bar-error', role: 'alert' }, problemText(state.problem, this.words.problems)),
          element('button', { type: 'button', click: () => void this.session.refresh() }, this.words.tryAgain),
        ];
      case 'signed_out':
        return [
          loginForm(
            async (username, password, code) => {
              this.focusNext = true;
              try {
                await this.session.logIn(username, password, code);
                this.announce('');
              } catch (error) {
                this.focusNext = false;
                throw error;
              }
            },
            this.words,
            state.ended ? this.words.sessionEnded : this.refusal(),
            {
              label: this.session.providerLabel(),
              link: this.session.providerLink(location.pathname + location.search),
            },
          ),
        ];
      case 'unready':
        return [this.lacking(state.lacks), this.logOutButton()];
      case 'signed_in':
        return [this.who(state), ...(this.choosing ? [this.chooser(state)] : []), this.logOutButton()];
    }
  }

  private lacking(lacks: Unready): HTMLElement {
    if (lacks !== 'password') return element('p', { class: 'bar-error', role: 'alert' }, this.words.unready[lacks]);
    return passwordForm(async (current, next) => {
      this.focusNext = true;
      try {
        await this.session.changePassword(current, next);
        this.announce(this.words.passwordChanged);
      } catch (error) {
        this.focusNext = false;
        throw error;
      }
    }, this.words);
  }

  private refusal(): string | null {
    if (!this.refused) return null;
    const { code, subject } = this.refused;
    const why = this.words.refusals[code] ?? this.words.refusedOtherwise;
    return subject === null ? why : `${why} ${this.words.subject(subject)}`;
  }

  private who({ username, role }: SignedIn): HTMLElement {
    return element(
      'p',
      { class: 'bar-who' },
      element('span', { class: 'bar-name', title: username }, username),
      element('span', { class: 'badge' }, role),
    );
  }

  private chooser({ projects }: SignedIn): HTMLElement {
    this.select = null;
    if (projects.length === 0) {
      return element('p', { class: 'bar-hint' }, this.words.noProject);
    }
    const names = distinctNames(projects);
    const select = element('select', { id: 'bar-project' });
    for (const [id, name] of names) select.append(new Option(name, id));
    select.addEventListener('change', () => void this.choose(select.value, names));
    this.select = select;
    return element('div', { class: 'bar-field' }, element('label', { for: 'bar-project' }, this.words.project), select);
  }

  private showChoice(activeProjectId: string | null): void {
    const { select } = this;
    if (!select) return;
    const none = select.querySelector('option[value=""]');
    if (activeProjectId === null && !none) select.prepend(new Option(this.words.chooseOne, ''));
    if (activeProjectId !== null) none?.remove();
    select.parentElement?.classList.toggle('bar-wanting', activeProjectId === null);
    if (select.value !== (activeProjectId ?? '')) select.value = activeProjectId ?? '';
  }

  private async choose(chosen: string, names: Map<string, string>): Promise<void> {
    if (chosen === '') return;
    try {
      await this.session.choose(chosen);
      if (this.select?.value === chosen) this.announce(this.words.chosen(names.get(chosen) ?? chosen));
    } catch (error) {
      this.announce(problemText(error, this.words.problems));
    }
  }

  private logOutButton(): HTMLElement {
    const button = element('button', { type: 'button', class: 'quiet' }, this.words.logOut);
    button.addEventListener('click', () => {
      button.disabled = true;
      this.focusNext = true;
      this.session.logOut().then(
        () => this.announce(this.words.loggedOut),
        (error: unknown) => {
          this.focusNext = false;
          button.disabled = false;
          this.announce(problemText(error, this.words.problems));
        },
      );
    });
    return button;
  }
}
