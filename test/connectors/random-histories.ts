import fc from 'fast-check';
import { HANG_LIMIT_MS } from '../support/hang-limit.js';
import type { Mirror } from '../support/mirror.js';
import type { ListFacts } from './harness.js';
import type { FaultKind, Sandbox } from '../../sandbox/sandbox.js';

/** A command's numbers, to choose with among whatever exists when it runs. */
export class Choice {
  private used = 0;

  constructor(private readonly numbers: readonly number[]) {}

  below(count: number): number {
    return (this.numbers[this.used++ % this.numbers.length] ?? 0) % count;
  }

  /** @returns undefined when there is nothing to choose from */
  of<T>(from: Iterable<T>): T | undefined {
    const list = [...from];
    return list.length === 0 ? undefined : list[this.below(list.length)];
  }
}

/** What people do at the vendor; nothing when there is nothing to do it to. */
export interface Change<World> {
  /** How often, against the others. */
  readonly weight: number;
  make(world: World, choose: Choice): void;
}

/** A vendor, as random histories see it. */
export interface HistoriesOf<World> {
  world(sandbox: Sandbox): World;
  /** @param narrow whether only a part of the source is the project's */
  mirror(sandbox: Sandbox, now: () => number, narrow: boolean): Mirror;
  /** More than fits on a page of the lists that most is read from. */
  readonly manyRows: number;
  /** What there is before the first command, `size` of it. */
  begin(world: World, size: number): void;
  readonly changes: Readonly<Record<string, Change<World>>>;
  /** The lists of which one may be closed to the token for a while. */
  readonly lists: readonly ListFacts[];
  /** Everything that a webhook could name now. */
  refs(world: World): string[];
  /** Follows the history, and says in the end whether it came out right. */
  witness(world: World, mirror: Mirror): Witness;
}

export interface Witness {
  /** After every change of the world. */
  changed(): void;
  /** After a sync that nothing disturbed. */
  synced(): void;
  /**
   * The syncs and comparisons after which nothing is missing, however the vendor hides it; they start with one sync.
   */
  settle(): Promise<void>;
  /** @throws when tables or events aren't as the world says */
  check(): void;
}

const FAULTS = ['status', 'rate_limit', 'drop', 'cut_json', 'bad_shape', 'repeat_rows', 'reorder_rows'] as const;

/** What disturbs one reading of the vendor, from its nth request or batch on. */
export type Trouble =
  | { kind: 'crash'; batches: number }
  | { kind: 'meanwhile'; request: number; change: string; numbers: number[] }
  | { kind: 'fault'; request: number; fault: (typeof FAULTS)[number] & FaultKind; times: number };

export type Command =
  | { do: 'change'; change: string; numbers: number[] }
  | { do: 'wait'; ms: number }
  | { do: 'sync'; trouble: Trouble | null }
  | { do: 'webhooks'; numbers: number[]; trouble: Trouble | null }
  | { do: 'reconcile'; trouble: Trouble | null }
  /** Takes the token the right to read a list, for the next readings. */
  | { do: 'close'; list: number; readings: number };

export interface RandomHistory {
  readonly narrow: boolean;
  readonly size: number;
  readonly commands: readonly Command[];
}

export const MINUTE = 60_000;
const WAITS = [1, 1000, MINUTE, 15 * MINUTE, 90 * MINUTE, 26 * 60 * MINUTE, 3 * 24 * 60 * MINUTE];

/** @returns histories of up to 15 commands */
export function randomHistories<World>({ changes, lists, manyRows }: HistoriesOf<World>): fc.Arbitrary<RandomHistory> {
  const numbers = fc.array(fc.nat(999), { minLength: 4, maxLength: 4 });
  const names = Object.entries(changes).map(([name, { weight }]) => ({ weight, arbitrary: fc.constant(name) }));
  const change = fc.oneof(...names);
  const request = fc.integer({ min: 1, max: 12 });
  const trouble = fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('crash' as const), batches: fc.integer({ min: 1, max: 6 }) }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('meanwhile' as const), request, change, numbers }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('fault' as const),
        request,
        fault: fc.constantFrom(...FAULTS),
        // Once, as often as one request is tried, or for the rest of the reading.
        times: fc.constantFrom(1, 4, 1000),
      }),
    },
  );
  const command: fc.Arbitrary<Command> = fc.oneof(
    { weight: 12, arbitrary: fc.record({ do: fc.constant('change' as const), change, numbers }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(...WAITS) }) },
    { weight: 6, arbitrary: fc.record({ do: fc.constant('sync' as const), trouble }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('webhooks' as const), numbers, trouble }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('reconcile' as const), trouble }) },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('close' as const),
        list: fc.nat(lists.length - 1),
        readings: fc.integer({ min: 1, max: 4 }),
      }),
    },
  );
  return fc.record({
    narrow: fc.oneof({ weight: 2, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    size: fc.oneof({ weight: 24, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.constant(manyRows) }),
    commands: fc.array(command, { minLength: 1, maxLength: 15 }),
  });
}

/** How many to live through, and from which seed: more on demand, as every change's gate does, and others on demand. */
export const RUNS = {
  numRuns: Number(process.env['HISTORIES'] ?? 50),
  seed: Number(process.env['HISTORIES_SEED'] ?? 20_260_505),
};

/** Against hanging only: as many histories as `.ci/run` asks for end well within the suite's limit on any machine. */
export const RUNS_LIMIT_MS = HANG_LIMIT_MS * Math.ceil(RUNS.numRuns / 500);
