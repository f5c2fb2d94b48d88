import { Injectable } from '@nestjs/common';
import type { Locale } from '../common/locale.js';
import { Database, toJsonb, type Tx } from '../database/index.js';
import type { OwnCalendar } from './domain/own-calendar.js';
import type { Project } from './project.entity.js';

/** What every schema has had: someone who is told of a missing migration still reaches their projects. */
const IDENTITY = 'p.id, p.name, p.account_scope_id, p.created_at';
const COLUMNS = `${IDENTITY}, p.time_zone, p.working_days, p.working_hours,
  to_char(p.ended_on, 'YYYY-MM-DD') AS ended_on, p.ended_by, p.locale`;
const REACHED = 'projects p JOIN user_scopes us ON us.account_scope_id = p.account_scope_id AND us.user_id = $1';

/** A project without its settings. */
export type ProjectIdentity = Pick<Project, 'id' | 'name' | 'account_scope_id' | 'created_at'>;

/** What a person can change of a project. */
export type ProjectSettings = OwnCalendar & Pick<Project, 'name' | 'ended_on' | 'ended_by' | 'locale'>;

/** Questions about projects; every one that a person asks is asked for that person. */
@Injectable()
export class ProjectsRepository {
  constructor(private readonly database: Database) {}

  /** The project if this user reaches it, else null. */
  async reachedBy(userId: string, projectId: string): Promise<Project | null> {
    const rows = await this.database.query<Project>(`SELECT ${COLUMNS} FROM ${REACHED} WHERE p.id = $2`, [
      userId,
      projectId,
    ]);
    return rows[0] ?? null;
  }

  /** The same without its settings. */
  async identityReachedBy(userId: string, projectId: string): Promise<ProjectIdentity | null> {
    const rows = await this.database.query<ProjectIdentity>(`SELECT ${IDENTITY} FROM ${REACHED} WHERE p.id = $2`, [
      userId,
      projectId,
    ]);
    return rows[0] ?? null;
  }

  /** The chosen project if the user still reaches it, and otherwise at most two of those that the user reaches. */
  async chosenOrTwo(userId: string, chosenId: string | null): Promise<ProjectIdentity[]> {
    return this.database.query<ProjectIdentity>(
      `SELECT ${IDENTITY} FROM ${REACHED} ORDER BY (p.id = $2::uuid) DESC NULLS LAST, p.id LIMIT 2`,
      [userId, chosenId],
    );
  }

  /** The user's projects by name, after a position. */
  async page(
    userId: string,
    limit: number,
    after: readonly [string, string] | null,
  ): Promise<(Project & { sort_name: string })[]> {
    return this.database.query(
      `SELECT ${COLUMNS}, lower(p.name) AS sort_name FROM ${REACHED}
       WHERE $2::text IS NULL OR (lower(p.name), p.id) > ($2, $3::uuid)
       ORDER BY lower(p.name), p.id LIMIT $4`,
      [userId, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  /** Ids of all projects, for work that goes over every one of them. */
  async allIds(): Promise<string[]> {
    return (
      await this.database.query<{ id: string }>(
        'SELECT id FROM projects WHERE account_scope_id IS NOT NULL ORDER BY id',
      )
    ).map((row) => row.id);
  }

  /** What projects say themselves of when their people work. */
  async ownCalendars(projectIds: readonly string[]): Promise<(OwnCalendar & { id: string })[]> {
    return this.database.query(
      'SELECT id, time_zone, working_days, working_hours FROM projects WHERE id = ANY ($1::uuid[])',
      [projectIds],
    );
  }

  /** Languages that projects say themselves, of those that say any. */
  async ownLocales(projectIds: readonly string[]): Promise<{ id: string; locale: Locale }[]> {
    return this.database.query('SELECT id, locale FROM projects WHERE id = ANY ($1::uuid[]) AND locale IS NOT NULL', [
      projectIds,
    ]);
  }

  /**
   * The project if this user reaches it, kept as it is until the transaction ends; no other of its scope gets a name.
   */
  async lockReachedBy(tx: Tx, userId: string, projectId: string): Promise<Project | null> {
    // A new project of the scope waits for this lock, since its key refers to the scope.
    await tx.query(
      `SELECT FROM account_scopes s JOIN projects p ON p.account_scope_id = s.id AND p.id = $1 FOR UPDATE OF s`,
      [projectId],
    );
    const rows = await tx.query<Project>(`SELECT ${COLUMNS} FROM ${REACHED} WHERE p.id = $2 FOR UPDATE OF p`, [
      userId,
      projectId,
    ]);
    return rows[0] ?? null;
  }

  /** The project with these settings, or null when its scope has another one of this name. */
  async change(tx: Tx, projectId: string, settings: ProjectSettings): Promise<Project | null> {
    const { name, time_zone, working_days, working_hours, ended_on, ended_by, locale } = settings;
    const rows = await tx.query<Project>(
      // A function that may change its mind can't be RETURNING's, where rows are on several servers.
      `WITH p AS (UPDATE projects p SET name = $2, time_zone = $3, working_days = $4::jsonb, working_hours = $5::jsonb,
         ended_on = $6, ended_by = $7, locale = $8
       WHERE p.id = $1 AND NOT EXISTS (
         SELECT FROM projects o WHERE o.account_scope_id = p.account_scope_id AND lower(o.name) = lower($2) AND o.id <> p.id)
       RETURNING p.*) SELECT ${COLUMNS} FROM p`,
      [
        projectId,
        name,
        time_zone,
        working_days && toJsonb(working_days),
        working_hours && toJsonb(working_hours),
        ended_on,
        ended_by,
        locale,
      ],
    );
    return rows[0] ?? null;
  }

  /** Takes the project out of its scope; its rows are still there. */
  async remove(tx: Tx, projectId: string): Promise<void> {
    await tx.run('UPDATE projects SET account_scope_id = NULL, removed_at = now() WHERE id = $1', [projectId]);
  }

  /** The new project, or null when the scope has one of this name. */
  async insert(tx: Tx, accountScopeId: string, name: string): Promise<Project | null> {
    // Before the row is there, which its key would wait for only afterwards: a project that is being given this name
    // holds the scope, would wait for the row, and the two for each other.
    await tx.query('SELECT FROM account_scopes WHERE id = $1 FOR KEY SHARE', [accountScopeId]);
    const rows = await tx.query<Project>(
      `WITH p AS (INSERT INTO projects AS p (account_scope_id, name) VALUES ($1, $2)
         ON CONFLICT (account_scope_id, lower(name)) DO NOTHING RETURNING p.*)
       SELECT ${COLUMNS} FROM p`,
      [accountScopeId, name],
    );
    return rows[0] ?? null;
  }
}
