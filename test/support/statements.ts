import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';

type Query = (this: pg.Client, ...parameters: unknown[]) => unknown;

const counted = new AsyncLocalStorage<string[]>();

/**
 * The statements that servers of this process send by their pools while `work` goes on, for any purpose: requests
 * that it sends to them among the rest. What the queue does by connections of its own is not counted.
 */
export async function everyStatementDuring(work: () => PromiseLike<unknown>): Promise<string[]> {
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const { query } = prototype;
  const statements: string[] = [];
  prototype.query = function (...parameters) {
    const { application_name } = (this as unknown as { connectionParameters: { application_name?: string } })
      .connectionParameters;
    if (application_name === 'kag-server') statements.push(textOf(parameters[0]));
    return query.apply(this, parameters);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return statements;
}

/**
 * The statements that `work` sends to the database, BEGIN and COMMIT among them, as the driver is given them: what
 * else this process does meanwhile is not counted.
 */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const { query } = prototype;
  prototype.query = function (...parameters) {
    counted.getStore()?.push(textOf(parameters[0]));
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

const textOf = (first: unknown): string =>
  typeof first === 'string' ? first : String((first as { text?: string }).text);
