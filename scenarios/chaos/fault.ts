import type { Random } from '../../sandbox/random.js';
import type { Site } from './site.js';

/** What a fault may use: the site, how long to last, and chance that a seed decides. */
export interface Scene extends Site {
  random: Random;
  /** How long something lasts, ms: whole, or shortened in a quick run. */
  lasting(wholeMs: number): number;
  /** Waits while a process that says it is ready would lie. */
  unreadyFor(ms: number): Promise<void>;
  say(what: string): void;
}

/** One thing that goes wrong, from its beginning to its end. */
export interface Fault {
  /** Names it on the command line. */
  name: string;
  /** What happens, for the table. */
  title: string;
  /** Resolves when it is over: from then on all must go on by itself. */
  happen(scene: Scene): Promise<void>;
  /** Why it can't be tried on this machine; null: it can. */
  impossible?(scene: Site): Promise<string | null>;
  /** Seconds after its end within which everything goes on; 15 where nothing else is said. */
  within?: number;
  /** Codes with which runs may fail by its fault: what a vendor does is told, what a database does is waited out. */
  mayFailWith?: readonly string[];
}
