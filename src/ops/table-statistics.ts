import { Injectable } from '@nestjs/common';
import { Database, overAllProjects } from '../database/index.js';

/** Of fewer rows no statistics are needed. */
const FEW_ROWS = 1_000;

/**
 * How values are spread over the tables that are in partitions. PostgreSQL keeps count of each partition by itself, and
 * never of the table above them, by which it plans joins (PostgreSQL, "Routine Vacuuming", 24.1.3).
 */
@Injectable()
export class TableStatistics {
  constructor(private readonly database: Database) {}

  /**
   * Renews those of tables whose rows have doubled since; the rest are near enough. A login that does not own the
   * tables may not, and passes them over.
   * @returns the tables' names
   */
  renew(): Promise<string[]> {
    return overAllProjects(async () => {
      const due = await this.database.query<{ name: string }>(
        `SELECT t.oid::regclass::text AS name FROM pg_class t
         JOIN pg_inherits i ON i.inhparent = t.oid JOIN pg_class p ON p.oid = i.inhrelid
         WHERE t.relkind = 'p' AND t.relnamespace = (SELECT relnamespace FROM pg_class WHERE oid = 'projects'::regclass)
           AND pg_has_role(t.relowner, 'USAGE')
         GROUP BY t.oid, t.reltuples
         HAVING sum(greatest(p.reltuples, 0)) > 2 * greatest(t.reltuples, $1)`,
        [FEW_ROWS],
      );
      for (const { name } of due) await this.database.run(`ANALYZE ${name}`);
      return due.map(({ name }) => name);
    });
  }
}
