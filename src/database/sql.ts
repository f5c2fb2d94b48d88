/** What a statement answered: its rows, and how many rows it touched. */
export interface StatementResult<T> {
  rows: T[];
  affected: number;
}

/** Runs parametrised statements, `$1` for the first parameter: the pool, or one transaction of it. */
export interface Sql {
  /** The rows of one statement. */
  query<T = Record<string, unknown>>(text: string, parameters?: readonly unknown[]): Promise<T[]>;
  /** The rows of one statement and the number it inserted, changed or removed. */
  run<T = Record<string, unknown>>(text: string, parameters?: readonly unknown[]): Promise<StatementResult<T>>;
  /** Whether rows of projects are spread over several servers: see `byProject`. Asked once. */
  distributed(): Promise<boolean>;
}

/** A transaction in progress: handed as an argument to everything that belongs in it. */
export interface Tx extends Sql {
  readonly inTransaction: true;
}
