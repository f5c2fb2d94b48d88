import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';

/** A project, and whose models it is forecast by. */
export interface ScopedProject {
  id: string;
  account_scope_id: string;
  /** The day on which it was over; null: it goes on. */
  ended_on: string | null;
}

@Injectable()
export class ScopesRepository {
  constructor(private readonly database: Database) {}

  /** These projects with their account scopes. One statement. */
  async of(projectIds: readonly string[]): Promise<ScopedProject[]> {
    return this.database.query(
      `SELECT id, account_scope_id, to_char(ended_on, 'YYYY-MM-DD') AS ended_on FROM projects WHERE id = ANY ($1::uuid[]) ORDER BY id`,
      [projectIds],
    );
  }

  /** All projects of an account scope. */
  async projectsOf(scopeId: string): Promise<ScopedProject[]> {
    return this.database.query(
      `SELECT id, account_scope_id, to_char(ended_on, 'YYYY-MM-DD') AS ended_on FROM projects WHERE account_scope_id = $1 ORDER BY id`,
      [scopeId],
    );
  }
}
