import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/index.js';
import { AppError } from '../common/app-error.js';
import type { Locale } from '../common/locale.js';
import type { WorkingCalendar } from '../common/working-time/calendar.js';
import { Config } from '../config/index.js';
import { Database, type Tx } from '../database/index.js';
import { validationFailed, type Principal } from '../http/index.js';
import type { AccountScope } from './account-scope.entity.js';
import { DEFAULT_SCOPE, Memberships } from './memberships.js';
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

  /** The same without its settings, for what must go on while a migration is missing. @throws AppError */
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
   * Makes a project, and its scope where the key is new; who makes a scope belongs to it.
   * @throws AppError `account_scope_taken` for a scope of others, `conflict` for a name in use, `validation_failed` when
   * the scope must be named.
   */
  async create(user: Principal, wanted: NewProject): Promise<Project> {
    return this.database.transaction(async (tx) => {
      const scope = await this.scopeFor(tx, user, wanted);
      const project = await this.projects.insert(tx, scope.id, wanted.name);
      if (!project) throw new AppError('conflict', `The account scope already has a project named ${wanted.name}`);
      await this.audit.record(tx, {
        action: 'project.create',
        entity_type: 'project',
        entity_id: project.id,
        project_id: project.id,
        account_scope_id: scope.id,
        after: { name: project.name, account_scope_id: scope.id },
      });
      return project;
    });
  }

  /**
   * Changes a project's name, working time, end and language.
   * @throws AppError `project_not_found`, and `conflict` for a name in use.
   */
  async change(user: Principal, projectId: string, wanted: ProjectChange): Promise<Project> {
    return this.database.transaction(async (tx) => {
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
    });
  }

  private async scopeFor(tx: Tx, user: Principal, wanted: NewProject): Promise<AccountScope> {
    const own = await this.memberships.scopesOf(tx, user.id);
    const key = wanted.account_scope_key?.toLowerCase() ?? keyWhenUnsaid(own);
    const held = own.find((scope) => scope.key === key);
    if (held) return held;
    const made = await this.memberships.create(tx, { key, name: wanted.account_scope_name ?? key });
    // No word about whose it is or what it holds.
    if (!made) throw new AppError('account_scope_taken', `The account scope key ${key} is taken; choose another one`);
    await this.memberships.grant(tx, user.id, [made.id]);
    await this.audit.record(tx, {
      action: 'account_scope.create',
      entity_type: 'account_scope',
      entity_id: made.id,
      project_id: null,
      account_scope_id: made.id,
      after: { key: made.key, name: made.name },
    });
    return made;
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

/** The only scope; of several the default one; without any the default one, which is then made unless others have it. */
function keyWhenUnsaid(own: AccountScope[]): string {
  if (own.length === 1 && own[0]) return own[0].key;
  if (own.length === 0 || own.some((scope) => scope.key === DEFAULT_SCOPE.key)) return DEFAULT_SCOPE.key;
  throw validationFailed([
    { path: 'account_scope_key', problem: `must name one of your account scopes: ${own.map((s) => s.key).join(', ')}` },
  ]);
}

/** The one answer for unknown and for unreachable projects: which of the two it is stays undisclosed. */
export const projectNotFound = (projectId: string) =>
  new AppError('project_not_found', `There is no project ${projectId} among yours; GET /projects lists them`);

function reached<T>(projectId: string, project: T | null): T {
  if (!project) throw projectNotFound(projectId);
  return project;
}
