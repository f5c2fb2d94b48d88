import type { StatementResult } from '../sql.js';
import { PROJECTS, SCOPES } from './condition.js';
import type { Reach } from './reach.js';
import { IN_REACH } from './wall-state.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The way to the inner side of the wall: what a transaction begins with to be held to a reach. */
export class Entrance {
  private role: Promise<string | null> | null = null;

  constructor(private readonly ask: (text: string) => Promise<StatementResult<{ role: string }>>) {}

  /** SQL without parameters, since it travels with the opening of the transaction; null where no wall stands. */
  async into(reach: Reach): Promise<string | null> {
    this.role ??= this.find();
    const role = await this.role;
    return role === null ? null : enter(role, reach);
  }

  /**
   * The server's own role by the wall itself, looked up once; null where there is no wall that this login may enter.
   */
  private async find(): Promise<string | null> {
    try {
      const { rows } = await this.ask(
        `SELECT r.rolname::text AS role FROM pg_policy p JOIN pg_roles r ON r.oid = ANY (p.polroles)
         WHERE p.polrelid = to_regclass('projects') AND p.polname = '${IN_REACH}' AND pg_has_role(r.oid, 'MEMBER')`,
      );
      return rows[0]?.role ?? null;
    } catch (error) {
      this.role = null;
      throw error;
    }
  }
}

/** Scopes are found by the login, before its role changes: within the reach of projects alone they could not be. */
function enter(role: string, { projects, scopes, beside }: Reach): string {
  const around = `(SELECT coalesce(array_agg(DISTINCT account_scope_id), '{}')::text FROM projects WHERE id = ANY (${arrayOf(projects)}))`;
  return `SELECT set_config('${PROJECTS}', ${arrayOf(projects)}, true), set_config('${SCOPES}', ${beside ? around : arrayOf(scopes)}, true),
    set_config('role', '${role.replaceAll("'", "''")}', true)`;
}

function arrayOf(ids: readonly string[]): string {
  const wrong = ids.find((id) => !UUID.test(id));
  if (wrong !== undefined) throw new Error(`a reach is made of ids, and ${wrong} is none`);
  return `'{${ids.join(',')}}'`;
}
