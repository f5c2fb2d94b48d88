import { Injectable } from '@nestjs/common';
import { DataSource, QueryRunnerAlreadyReleasedError, type QueryRunner } from 'typeorm';
import type { Outcome, Sql, Tx } from './sql.js';
import { currentFence } from './write-fence.js';

/** The connection pool, spoken to in SQL. Never holds a transaction open over anything but the database. */
@Injectable()
export class Database implements Sql {
  constructor(private readonly dataSource: DataSource) {}

  /** The rows of a statement that reads, or whose writing is safe at any time: it passes no fence. */
  async query<T = Record<string, unknown>>(text: string, parameters?: readonly unknown[]): Promise<T[]> {
    return (await this.statement<T>(text, parameters)).rows;
  }

  /** A statement that writes. Behind a fence it is a transaction of its own, since the fence has to hold until its end. */
  async run<T = Record<string, unknown>>(text: string, parameters?: readonly unknown[]): Promise<Outcome<T>> {
    if (currentFence()) return this.transaction((tx) => tx.run<T>(text, parameters));
    return this.statement<T>(text, parameters);
  }

  /** Runs `work` in one transaction: committed when it resolves, rolled back when it throws. */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.dataSource
      .transaction(async (manager) => {
        const runner = manager.queryRunner;
        if (!runner) throw new Error('a transaction has a query runner');
        const run = <R>(text: string, parameters?: readonly unknown[]) => runOn<R>(runner, text, parameters);
        const tx: Tx = {
          inTransaction: true,
          run,
          query: async <R>(text: string, parameters?: readonly unknown[]) => (await run<R>(text, parameters)).rows,
        };
        await currentFence()?.(tx);
        return work(tx);
      })
      .catch((error: unknown) => {
        throw lostIn(error);
      });
  }

  private async statement<T>(text: string, parameters?: readonly unknown[]): Promise<Outcome<T>> {
    const runner = this.dataSource.createQueryRunner();
    try {
      return await runOn<T>(runner, text, parameters);
    } finally {
      await runner.release();
    }
  }
}

async function runOn<T>(runner: QueryRunner, text: string, parameters?: readonly unknown[]): Promise<Outcome<T>> {
  const result = await runner.query(text, parameters as unknown[] | undefined, true);
  return { rows: (result.records ?? []) as T[], affected: result.affected ?? result.records?.length ?? 0 };
}

/** TypeORM gives a connection that breaks out of hand; what the transaction does next fails for that, and says so. */
function lostIn(error: unknown): unknown {
  if (!(error instanceof QueryRunnerAlreadyReleasedError)) return error;
  return new Error('Connection terminated in a transaction', { cause: error });
}
