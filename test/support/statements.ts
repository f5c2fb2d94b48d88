import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';

type Query = (this: pg.Client, ...parameters: unknown[]) => unknown;

const counted = new AsyncLocalStorage<string[]>();

/**
 * The statements that `work` sends to the database, BEGIN and COMMIT among them, as the driver is given them: what
 * else this process does meanwhile is not counted.
 */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const { query } = prototype;
  prototype.query = function (...parameters) {
    const [first] = parameters;
    counted.getStore()?.push(typeof first === 'string' ? first : String((first as { text?: string }).text));
    return query.apply(this, parameters);
  };
  const statements: string[] = [];
  try {
    await counted.run(statements, work);
  } finally {
    prototype.query = query;
  }
  return statements;
}
