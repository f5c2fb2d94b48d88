import type { Config } from '../src/config/index.js';
import type { Figure } from './figures/figure.js';
import type { Fact } from './machine/facts.js';
import type { Cleanups } from './servers/cleanups.js';
import type { BenchDatabase } from './servers/database.js';
import type { Servers } from './servers/servers.js';

/** What every part of the bench is given. */
export interface Bench {
  database: BenchDatabase;
  servers: Servers;
  config: Config;
  cleanups: Cleanups;
  /** File of the conversations to sync; null: some are made up. */
  conversations: string | null;
  /** Small sizes: that the part runs, and what holds at any size. */
  quick: boolean;
  say: (line: string) => void;
}

export interface Measured {
  figures: Figure[];
  /** What a reader must know of these figures beside the machine: the sizes of the data among it. */
  facts: Fact[];
}

export type Part = (bench: Bench) => Promise<Measured>;

/** How much of everything a part makes and asks for. */
export type Sizes<T> = Readonly<Record<'full' | 'quick', Readonly<T>>>;

export const sizesOf = <T>({ quick }: Pick<Bench, 'quick'>, sizes: Sizes<T>): Readonly<T> =>
  quick ? sizes.quick : sizes.full;

/** A number as a fact tells it. */
export const told = (count: number): string => count.toLocaleString('en-US');
