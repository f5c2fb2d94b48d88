import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/index.js';
import { AppError } from '../common/app-error.js';
import type { Locale } from '../common/locale.js';
import type { WorkingCalendar } from '../common/working-time/calendar.js';
import { Config } from '../config/index.js';
import { Database, overAllProjects, withinWholeScopes, type Tx } from '../database/index.js';
import type { Principal } from '../http/index.js';
import { chosenScope } from './chosen-scope.js';
import { DEFAULT_SCOPE, Memberships, type HeldScope } from './memberships.js';
import { calendarOf, type OwnCalendar } from './domain/own-calendar.js';
import type { Project } from './project.entity.js';
import { type ProjectIdentity, ProjectsRepository } from './projects.repository.js';

export interface NewProject {
  name: string;
  account_scope_key?: string;
  account_scope_name?: string;
}

/** What is said of a project anew; what is left out stays. */
export type ProjectChange = { name?: string; ended_on?: string | null; locale?: Locale | null } & {
  [K in keyof OwnCalendar]?: OwnCalendar[K];
};

/** Projects as people and jobs reach them. */
@Injectable()
export class Projects {
  constructor(
    private readonly database: Database,
    private readonly projects: ProjectsRepository,
    private readonly memberships: Memberships,
    private readonly audit: AuditLog,
    private readonly config: Config,
  ) {}

  /** Ids of all projects, in order. */
  allIds(): Promise<string[]> {
    return this.projects.allIds();
  }

  /** When a project's people work. */
  calendarOf(own: OwnCalendar): WorkingCalendar {
    return calendarOf(own, this.config.workingCalendar);
  }

  /**
   * The project, if the user reaches it.
   * @throws AppError `project_not_found` otherwise, whether or not there is such a project.
   */
  async reachable(user: Pick<Principal, 'id'>, projectId: string): Promise<Project> {
    return reached(projectId, await this.projects.reachedBy(user.id, projectId));
  }

  /**
   * The same without its settings, for what must go on while a migration is missing.
   * @throws AppError
   */
  async identityOf(user: Pick<Principal, 'id'>, projectId: string): Promise<ProjectIdentity> {
    return reached(projectId, await this.projects.identityReachedBy(user.id, projectId));
  }

  /** Whether the user reaches the project. */
  async reaches(userId: string, projectId: string): Promise<boolean> {
    return (await this.projects.identityReachedBy(userId, projectId)) !== null;
  }

  /** The project the user works on: the chosen one while it is reachable, else the only one there is, else null. */
  async active(userId: string, chosenId: string | null): Promise<ProjectIdentity | null> {
    const [first, second] = await this.projects.chosenOrTwo(userId, chosenId);
    return first && (first.id === chosenId || !second) ? first : null;
  }

  /** A page of the user's projects by name. */
  page(userId: string, limit: number, after: readonly [string, string] | null) {
    return this.projects.page(userId, limit, after);
  }

  /** The scope a user is in while no project is chosen: the only one, else null. */
  async onlyScopeId(userId: string): Promise<string | null> {
    const ids = await this.memberships.scopeIdsOf(this.database, userId);
    return ids.length === 1 ? (ids[0] ?? null) : null;
  }

  /**
   * Makes a project, and a scope where the user has none that is called so; its founder is its admin.
   * @throws AppError `conflict` for a name in use, `forbidden` in a scope that the user does not administer,
   * `validation_failed` when the scope must be named, or named by its id.
   */
  async create(user: Principal, wanted: NewProject): Promise<Project> {
    // What is made here was out of everybody's reach before.
    return overAllProjects(() => this.database.transaction((tx) => this.createIn(tx, user, wanted)));
  }

  private async createIn(tx: Tx, user: Principal, wanted: NewProject): Promise<Project> {
    const scopeId = await this.scopeFor(tx, user, wanted);
    const project = await this.projects.insert(tx, scopeId, wanted.name);
    if (!project) throw new AppError('conflict', `The account scope already has a project named ${wanted.name}`);
    await this.audit.record(tx, {
      action: 'project.create',
      entity_type: 'project',
      entity_id: project.id,
      project_id: project.id,
      account_scope_id: scopeId,
      after: { name: project.name, account_scope_id: scopeId },
    });
    return project;
  }

  /**
   * Changes a project's name, working time, end and language.
   * @throws AppError `project_not_found`, and `conflict` for a name in use.
   */
  async change(user: Principal, projectId: string, wanted: ProjectChange): Promise<Project> {
    // Its name may be another project's of the scope.
    return withinWholeScopes(() => this.database.transaction((tx) => this.changeIn(tx, user, projectId, wanted)));
  }

  private async changeIn(tx: Tx, user: Principal, projectId: string, wanted: ProjectChange): Promise<Project> {
    const before = await this.projects.lockReachedBy(tx, user.id, projectId);
    if (!before) throw projectNotFound(projectId);
    const word = wanted.ended_on === undefined ? {} : { ended_by: 'person' as const };
    const after = await this.projects.change(tx, projectId, { ...settingsOf(before), ...wanted, ...word });
    if (!after) throw new AppError('conflict', `The account scope already has a project named ${wanted.name ?? ''}`);
    await this.audit.record(tx, {
      action: 'project.change',
      entity_type: 'project',
      entity_id: after.id,
      project_id: after.id,
      account_scope_id: after.account_scope_id,
      before: settingsOf(before),
      after: settingsOf(after),
    });
    return after;
  }

  /**
   * Takes the project out of its account scope, and so out of everybody's reach and all that goes by scopes; its name
   * is free then. What is stored of it is left to who removes it. Returns it as it was.
   * @throws AppError `project_not_found`
   */
  async remove(tx: Tx, user: Principal, projectId: string): Promise<Project> {
    const before = await this.projects.lockReachedBy(tx, user.id, projectId);
    if (!before) throw projectNotFound(projectId);
    await this.projects.remove(tx, projectId);
    await this.audit.record(tx, {
      action: 'project.delete',
      entity_type: 'project',
      entity_id: projectId,
      // Above all projects: nobody can ask about this one any more.
      project_id: null,
      account_scope_id: before.account_scope_id,
      before: settingsOf(before),
    });
    return before;
  }

  /** The id of the scope that the project goes to. */
  private async scopeFor(tx: Tx, user: Principal, wanted: NewProject): Promise<string> {
    // Locked, so that a request that is sent twice makes one scope.
    const own = await this.memberships.lockScopesOf(tx, user.id);
    const chosen = chosenScope(own, wanted.account_scope_key);
    if ('id' in chosen) return chosen.id;
    const { called: key } = chosen;
    return this.foundScope(tx, user, { key, name: wanted.account_scope_name ?? key }, this.mayTake(key, own));
  }

  /**
   * Whether a new scope of the user may have this key. What the configuration gives a scope by its key, credentials of
   * the operator's or roles, is not for who names one so first: there, only admins of the default scope may.
   */
  private mayTake(key: string, own: readonly HeldScope[]): boolean {
    const { ENV_SOURCES_SCOPE, OIDC_ROLES } = this.config;
    const isNamed = key === ENV_SOURCES_SCOPE || (OIDC_ROLES ?? []).some(({ scope_key }) => scope_key === key);
    return !isNamed || own.some((scope) => scope.key === DEFAULT_SCOPE.key && scope.role === 'admin');
  }

  private async foundScope(
    tx: Tx,
    user: Principal,
    scope: { key: string; name: string },
    mayTakeKey: boolean,
  ): Promise<string> {
    const { id } = await this.memberships.found(tx, user.id, scope, mayTakeKey);
    await this.audit.record(tx, {
      action: 'account_scope.create',
      entity_type: 'account_scope',
      entity_id: id,
      project_id: null,
      account_scope_id: id,
      // As it is called: that its key differs would tell of another scope.
      after: scope,
    });
    return id;
  }
}

const settingsOf = ({ name, time_zone, working_days, working_hours, ended_on, ended_by, locale }: Project) => ({
  name,
  time_zone,
  working_days,
  working_hours,
  ended_on,
  ended_by,
  locale,
});

/** The one answer for unknown and for unreachable projects: which of the two it is stays undisclosed. */
export const projectNotFound = (projectId: string) =>
  new AppError('project_not_found', `There is no project ${projectId} among yours; GET /projects lists them`);

function reached<T>(projectId: string, project: T | null): T {
  if (!project) throw projectNotFound(projectId);
  return project;
}
