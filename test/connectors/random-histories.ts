import fc from 'fast-check';
import { SyncError } from '../../src/connectors/core/sync-error.js';
import type { Mirror } from '../support/mirror.js';
import { type FaultKind, type Sandbox, startSandbox } from '../vendors/sandbox.js';

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
  /** The syncs and comparisons after which nothing is missing, however the vendor hides it; they start with one sync. */
  settle(): Promise<void>;
  /** @throws when tables or events aren't as the world says */
  check(): void;
}

const FAULTS = ['status', 'rate_limit', 'drop', 'cut_json', 'bad_shape', 'repeat_rows', 'reorder_rows'] as const;

/** What disturbs one reading of the vendor, from its nth request or batch on. */
type Trouble =
  | { kind: 'crash'; batches: number }
  | { kind: 'meanwhile'; request: number; change: string; numbers: number[] }
  | { kind: 'fault'; request: number; fault: (typeof FAULTS)[number] & FaultKind; times: number };

type Command =
  | { do: 'change'; change: string; numbers: number[] }
  | { do: 'wait'; ms: number }
  | { do: 'sync'; trouble: Trouble | null }
  | { do: 'webhooks'; numbers: number[]; trouble: Trouble | null }
  | { do: 'reconcile'; trouble: Trouble | null };

export interface RandomHistory {
  readonly narrow: boolean;
  readonly size: number;
  readonly commands: readonly Command[];
}

const MINUTE = 60_000;
const WAITS = [1, 1000, MINUTE, 15 * MINUTE, 90 * MINUTE, 26 * 60 * MINUTE, 3 * 24 * 60 * MINUTE];

/** @returns histories of up to 15 commands */
export function randomHistories<World>({ changes, manyRows }: HistoriesOf<World>): fc.Arbitrary<RandomHistory> {
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
  );
  return fc.record({
    narrow: fc.oneof({ weight: 2, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    size: fc.oneof({ weight: 24, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.constant(manyRows) }),
    commands: fc.array(command, { minLength: 1, maxLength: 15 }),
  });
}

/** One sandbox, one mirror, and what happens to them. */
class History<World> {
  private clock = Date.UTC(2026, 4, 5, 9);
  private sandbox!: Sandbox;
  private world!: World;
  private mirror!: Mirror;
  private witness!: Witness;
  /** What is to be read again: failures, and what webhooks named. */
  private readonly due = new Set<string>();
  private trouble: Trouble | null = null;
  private requests = 0;

  constructor(private readonly of: HistoriesOf<World>) {}

  async live({ narrow, size, commands }: RandomHistory): Promise<void> {
    const now = () => this.clock;
    this.sandbox = await startSandbox({ now, empty: true, onRequest: () => this.onRequest() });
    try {
      this.world = this.of.world(this.sandbox);
      this.of.begin(this.world, size);
      this.mirror = this.of.mirror(this.sandbox, now, narrow);
      this.witness = this.of.witness(this.world, this.mirror);
      this.witness.changed();
      for (const command of commands) await this.follow(command);
      this.clock += MINUTE;
      await this.read(null, () => this.readDue());
      await this.witness.settle();
      await this.read(null, () => this.readDue());
      if (this.due.size > 0) throw new Error(`still unreadable: ${[...this.due].join(', ')}`);
      checkEvidence(this.mirror);
      this.witness.check();
    } finally {
      await this.sandbox.close();
    }
  }

  private async follow(command: Command): Promise<void> {
    switch (command.do) {
      case 'change':
        return this.change(command.change, command.numbers);
      case 'wait':
        this.clock += command.ms;
        return;
      case 'sync':
        return this.sync(command.trouble);
      case 'webhooks':
        return this.webhooks(command);
      case 'reconcile':
        return this.read(command.trouble, async () => void (await this.mirror.reconcile()));
    }
  }

  private change(name: string, numbers: readonly number[]): void {
    this.of.changes[name]?.make(this.world, new Choice(numbers));
    this.witness.changed();
  }

  private async sync(trouble: Trouble | null): Promise<void> {
    let batches = 0;
    await this.read(trouble, async () => {
      await this.readDue();
      await this.mirror.sync((batch) => {
        for (const failure of batch.failures ?? []) this.due.add(failure.source_ref);
        return trouble?.kind !== 'crash' || ++batches < trouble.batches;
      });
    });
    if (trouble === null) this.witness.synced();
  }

  /** Some are lost, some come twice or late, and some name what is gone. */
  private webhooks({ numbers, trouble }: { numbers: number[]; trouble: Trouble | null }): Promise<void> {
    const refs = this.of.refs(this.world);
    for (const number of numbers.slice(0, 3)) {
      const ref = refs[number % refs.length];
      if (ref !== undefined) this.due.add(ref);
    }
    return this.read(trouble, () => this.readDue());
  }

  private async readDue(): Promise<void> {
    if (this.due.size === 0) return;
    const refs = [...this.due];
    const { failures } = await this.mirror.reread(refs);
    for (const ref of refs) this.due.delete(ref);
    for (const ref of failures) this.due.add(ref);
  }

  /** A reading fails only where something is made to. */
  private async read(trouble: Trouble | null, work: () => Promise<void>): Promise<void> {
    this.trouble = trouble;
    this.requests = 0;
    try {
      await work();
    } catch (error) {
      if (!(error instanceof SyncError) || trouble?.kind !== 'fault') throw error;
    } finally {
      this.trouble = null;
      this.sandbox.faults.clear();
    }
  }

  private onRequest(): void {
    this.requests += 1;
    const { trouble } = this;
    if (trouble === null || trouble.kind === 'crash' || this.requests !== trouble.request) return;
    if (trouble.kind === 'meanwhile') this.change(trouble.change, trouble.numbers);
    // No wait is asked for, as it would be sat out.
    else this.sandbox.faults.add({ kind: trouble.fault, times: trouble.times, retryAfter: '0' });
  }
}

/** Lives a random history to its end. @throws when tables or events don't come out as the source says */
export const live = <World>(of: HistoriesOf<World>, history: RandomHistory): Promise<void> =>
  new History(of).live(history);

/** Every event names rows that are there. */
function checkEvidence({ log, tables }: Mirror): void {
  for (const event of log.values()) {
    if (event.evidence.length === 0) throw new Error(`${event.dedupe_key} has no evidence`);
    for (const { source_table, source_pk } of event.evidence)
      if (!tables.get(String(source_table))?.has(String(source_pk)))
        throw new Error(`${event.dedupe_key} names ${source_table} ${source_pk}, which isn't there`);
  }
}

/** How many to live through, and from which seed: more on demand, others on demand. */
export const RUNS = {
  numRuns: Number(process.env['HISTORIES'] ?? 500),
  seed: Number(process.env['HISTORIES_SEED'] ?? 20_260_505),
};
