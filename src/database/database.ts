import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import type { Outcome, Sql, Tx } from './sql.js';

/** The connection pool, spoken to in SQL. Never holds a transaction open over anything but the database. */
@Injectable()
export class Database implements Sql {
  constructor(private readonly dataSource: DataSource) {}

  async query<T = Record<string, unknown>>(text: string, parameters?: readonly unknown[]): Promise<T[]> {
    return (await this.run<T>(text, parameters)).rows;
  }

  async run<T = Record<string, unknown>>(text: string, parameters?: readonly unknown[]): Promise<Outcome<T>> {
    const runner = this.dataSource.createQueryRunner();
    try {
      return await runOn<T>(runner, text, parameters);
    } finally {
      await runner.release();
    }
  }

  /** Runs `work` in one transaction: committed when it resolves, rolled back when it throws. */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      const runner = manager.queryRunner;
      if (!runner) throw new Error('a transaction has a query runner');
      const run = <R>(text: string, parameters?: readonly unknown[]) => runOn<R>(runner, text, parameters);
      return work({
        inTransaction: true,
        run,
        query: async <R>(text: string, parameters?: readonly unknown[]) => (await run<R>(text, parameters)).rows,
      });
    });
  }
}

async function runOn<T>(runner: QueryRunner, text: string, parameters?: readonly unknown[]): Promise<Outcome<T>> {
  const result = await runner.query(text, parameters as unknown[] | undefined, true);
  return { rows: (result.records ?? []) as T[], affected: result.affected ?? result.records?.length ?? 0 };
}
