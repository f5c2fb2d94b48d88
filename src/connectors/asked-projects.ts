import { Injectable } from '@nestjs/common';
import { decodeCursor } from '../common/cursor.js';
import { keysetPage } from '../common/keyset-page.js';
import { Database } from '../database/index.js';
import { type ActiveProject, type ScopeQuery, validationFailed } from '../http/index.js';
import { overWholeScope } from '../projects/index.js';
import { hasLeaving } from './core/leaving-states.repository.js';

/** The projects that a request asks for: the active one, or its whole account scope, page by page. */
@Injectable()
export class AskedProjects {
  constructor(private readonly database: Database) {}

  /**
   * What `read` makes of the projects' ids, with the cursor of the next page. A page goes by id.
   * @param whileLeaving whether projects count of which data is being removed
   * @throws AppError `forbidden` for a token that is limited to one project, `validation_failed` for a foreign cursor
   */
  async over<T extends object>(
    project: ActiveProject,
    { all_projects, limit, cursor }: ScopeQuery,
    read: (projectIds: readonly string[]) => Promise<T>,
    { whileLeaving = false } = {},
  ): Promise<T & { next_cursor: string | null }> {
    if (!all_projects) {
      if (cursor !== undefined) throw validationFailed([{ path: 'cursor', problem: 'goes with all_projects=true' }]);
      return { ...(await read([project.id])), next_cursor: null };
    }
    const after = cursor === undefined ? null : decodeCursor(cursor, ['uuid'])[0];
    return overWholeScope(async () => {
      const found = await this.page(project.account_scope_id, limit + 1, after, whileLeaving);
      const { rows, next_cursor } = keysetPage(found, limit, (id) => [id]);
      return { ...(await read(rows)), next_cursor };
    });
  }

  private async page(scopeId: string, limit: number, after: string | null, whileLeaving: boolean): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT p.id FROM projects p
       WHERE p.account_scope_id = $1 AND ($2::uuid IS NULL OR p.id > $2) AND ($3 OR NOT ${hasLeaving('p.id')})
       ORDER BY p.id LIMIT $4`,
      [scopeId, after, whileLeaving, limit],
    );
    return rows.map(({ id }) => id);
  }
}
