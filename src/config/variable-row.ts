import type { Kind } from './variable.js';

/** One row of the configuration table: its kind, what applies when it is unset, and what it means. */
export interface Variable<T, D extends string | null = string | null> {
  kind: Kind<T>;
  /** Text that applies when the variable is unset; null: there is no value then. */
  fallback: D;
  meaning: string;
  /** Its value never appears in messages or logs. */
  secret?: boolean;
  /** With NODE_ENV=production there is no start without it. */
  productionNeeds?: boolean;
  /** What an empty text stands for, where that is something else than an unset variable. */
  empty?: string;
  /** Text that applies with NODE_ENV=production when the variable is unset, instead of `fallback`. */
  inProduction?: string;
}

/** A row of the table. */
export const variable = <T, const D extends string | null>(
  kind: Kind<T>,
  fallback: D,
  meaning: string,
  options: Pick<Variable<T>, 'secret' | 'productionNeeds' | 'empty' | 'inProduction'> = {},
): Variable<T, D> => ({ kind, fallback, meaning, ...options });

export const secret = { secret: true };
export const productionSecret = { secret: true, productionNeeds: true };
