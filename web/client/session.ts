import type { Api } from './api.js';
import { reachedProjects, type Project } from './projects.js';
import type { Membership } from './published.js';
import { Store } from './store.js';

export type { Project } from './projects.js';

export type Role = Membership['role'];

/** What an account lacks before it may do anything else. */
export type Unready = 'password' | 'second_factor';

export type SessionState =
  | { phase: 'loading' }
  | { phase: 'unreachable'; problem: unknown }
  /** `ended`: somebody was signed in, and did not log out. */
  | { phase: 'signed_out'; ended: boolean }
  /** Signed in, but nothing else is open until what the account lacks is there. */
  | { phase: 'unready'; username: string; lacks: Unready }
  /** `role`: in the account scope of the active project. */
  | {
      phase: 'signed_in';
      username: string;
      role: Role;
      memberships: readonly Membership[];
      projects: readonly Project[];
      activeProjectId: string | null;
    };

/** What a page makes of the projects. */
export interface SessionPage {
  /** Whether it lets a person choose one of them. It does unless told otherwise. */
  lists?: boolean;
  /** Whether it stays with its own, whatever is chosen in another tab. */
  keepsOwn?: boolean;
}

/** Who is signed in, with which projects to choose from and which one chosen. */
export class Session {
  readonly state = new Store<SessionState>({ phase: 'loading' });
  private turn = 0;
  private choices = 0;
  private choosing: Promise<void> = Promise.resolve();
  private memberships: readonly Membership[] = [];
  private provider: Promise<string | null> | null = null;
  /** The project that this page is about, and for whom. */
  private own: { username: string; projectId: string } | null = null;

  constructor(
    private readonly api: Api,
    private readonly page: SessionPage = {},
  ) {}

  /** Asks the server anew. Never rejects: a failure is a state too. */
  async refresh(): Promise<void> {
    const turn = ++this.turn;
    // An answer from before a choice has arrived would take it back.
    await this.choosing.catch(() => {});
    const before = this.state.get();
    let next: SessionState;
    try {
      next = await this.look(before);
    } catch (error) {
      next = { phase: 'unreachable', problem: error };
    }
    // Of two that overlap, the one asked last knows better.
    if (turn === this.turn) this.state.set(next);
  }

  /** @throws ApiProblem such as `invalid_credentials`, `second_factor_required` or `rate_limited` */
  async logIn(username: string, password: string, code?: string): Promise<void> {
    await this.api.send<'logIn'>('POST', 'auth/login', { body: { username, password, ...(code ? { code } : {}) } });
    await this.refresh();
  }

  /** @throws ApiProblem such as `validation_failed`, where the new one is too short or a common one */
  async changePassword(current: string, next: string): Promise<void> {
    await this.api.send<'changePassword'>('PATCH', 'auth/password', {
      body: { current_password: current, new_password: next },
    });
    await this.refresh();
  }

  /** What to call the identity provider that people may log in with; null for none, or while that is not known. */
  async providerLabel(): Promise<string | null> {
    this.provider ??= this.api.get<'getIdentityProvider'>('auth/oidc').then(({ label }) => label);
    try {
      return await this.provider;
    } catch {
      this.provider = null;
      return null;
    }
  }

  /** Where the browser goes to log in with it, and then back to this path. */
  providerLink(returnTo: string): string {
    return new URL(`auth/oidc/start?return_to=${encodeURIComponent(returnTo)}`, this.api.root).href;
  }

  /** @throws ApiProblem */
  async logOut(): Promise<void> {
    await this.api.send<'logOut'>('POST', 'auth/logout');
    this.turn++;
    this.state.set({ phase: 'signed_out', ended: false });
  }

  /**
   * Makes this project the one that requests are about: on this page at once, in the session as soon as the server
   * has heard of it. Of choices in quick succession, as the arrow keys make them, only the last needs to get there.
   * @throws ApiProblem such as `project_not_found`; then the state is again what the server says
   */
  async choose(projectId: string): Promise<void> {
    const state = this.state.get();
    if (state.phase !== 'signed_in') return;
    const choice = ++this.choices;
    this.own = { username: state.username, projectId };
    this.turn++;
    const before = this.choosing.catch(() => {});
    this.choosing = before.then(async () => {
      if (choice !== this.choices) return;
      await this.api.send<'selectProject'>('POST', `projects/${encodeURIComponent(projectId)}/select`);
    });
    const role = this.roleIn(state.projects.find(({ id }) => id === projectId)) ?? state.role;
    this.state.set({ ...state, role, activeProjectId: projectId });
    try {
      await this.choosing;
    } catch (error) {
      if (choice === this.choices) this.own = null;
      await this.refresh();
      throw error;
    }
  }

  private async look(before: SessionState): Promise<SessionState> {
    const me = await this.api.get<'getMe'>('auth/me');
    if (!me.authenticated || me.username === null || me.role === null) {
      if (before.phase === 'signed_out') return before;
      return { phase: 'signed_out', ended: before.phase === 'signed_in' };
    }
    this.memberships = me.memberships;
    const { username } = me;
    if (me.password_change_required) return { phase: 'unready', username, lacks: 'password' };
    if (me.second_factor_setup_required) return { phase: 'unready', username, lacks: 'second_factor' };
    const projects = this.page.lists === false ? [] : await reachedProjects(this.api);
    const own = this.page.keepsOwn ? this.ownOf(username, projects) : undefined;
    const activeProjectId = own?.id ?? me.active_project_id;
    this.own = activeProjectId === null ? null : { username, projectId: activeProjectId };
    const role = this.roleIn(own) ?? me.role;
    return { phase: 'signed_in', username, role, memberships: me.memberships, projects, activeProjectId };
  }

  /** The project that the page is about, as long as its person reaches it. */
  private ownOf(username: string, projects: readonly Project[]): Project | undefined {
    const { own } = this;
    return own?.username === username ? projects.find(({ id }) => id === own.projectId) : undefined;
  }

  private roleIn(project: Project | undefined): Role | undefined {
    return this.memberships.find((one) => one.account_scope_id === project?.account_scope_id)?.role;
  }
}

const RANKS: readonly Role[] = ['viewer', 'operator', 'admin'];

/** Whether a user of the role may do what needs the other one; each role includes those before it. */
export function reaches(role: Role, needed: Role): boolean {
  return RANKS.indexOf(role) >= RANKS.indexOf(needed);
}

/** The projects under names that tell them apart: equal names get the start of their id. */
export function distinctNames(projects: readonly Project[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const { name } of projects) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(
    projects.map(({ id, name }) => [id, (counts.get(name) ?? 0) > 1 ? `${name} (${id.slice(0, 8)})` : name]),
  );
}
