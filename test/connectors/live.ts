import { SyncError } from '../../src/connectors/core/sync-error.js';
import type { Mirror } from '../support/mirror.js';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.js';
import {
  Choice,
  type Command,
  type HistoriesOf,
  MINUTE,
  type RandomHistory,
  type Trouble,
  type Witness,
} from './random-histories.js';

/** One sandbox, one mirror, and what happens to them. */
class History<World> {
  private clock = Date.UTC(2026, 4, 5, 9);
  private sandbox!: Sandbox;
  private world!: World;
  private mirror!: Mirror;
  private witness!: Witness;
  /** What is to be read again: failures, and what webhooks named. */
  private readonly due = new Set<string>();
  /** Everything that a webhook could ever have named: what is gone is named late. */
  private readonly named = new Set<string>();
  private trouble: Trouble | null = null;
  private requests = 0;
  /** A list that the token may not read, and for how many readings more. */
  private closed: { match: RegExp; readings: number } | null = null;

  constructor(private readonly of: HistoriesOf<World>) {}

  async live({ narrow, size, commands }: RandomHistory): Promise<void> {
    const now = () => this.clock;
    this.sandbox = await startSandbox({ now, empty: true, onRequest: () => this.onRequest() });
    try {
      this.world = this.of.world(this.sandbox);
      this.of.begin(this.world, size);
      this.mirror = this.of.mirror(this.sandbox, now, narrow);
      this.witness = this.of.witness(this.world, this.mirror);
      this.look();
      for (const command of commands) await this.follow(command);
      this.clock += MINUTE;
      this.closed = null;
      await this.read(null, () => this.readDue());
      await this.witness.settle();
      this.takeUnread();
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
      case 'close': {
        const { match } = this.of.lists[command.list] ?? {};
        this.closed = match ? { match, readings: command.readings } : null;
        return;
      }
      case 'reconcile':
        await this.read(command.trouble, async () => void (await this.mirror.reconcile()));
        return this.takeUnread();
    }
  }

  private change(name: string, numbers: readonly number[]): void {
    this.of.changes[name]?.make(this.world, new Choice(numbers));
    this.look();
  }

  private look(): void {
    this.witness.changed();
    for (const ref of this.of.refs(this.world)) this.named.add(ref);
  }

  private async sync(trouble: Trouble | null): Promise<void> {
    let batches = 0;
    const disturbed = trouble !== null || this.closed !== null;
    await this.read(trouble, async () => {
      await this.readDue();
      await this.mirror.sync((batch) => {
        for (const failure of batch.failures ?? []) this.due.add(failure.source_ref);
        return trouble?.kind !== 'crash' || ++batches < trouble.batches;
      });
    });
    if (!disturbed) this.witness.synced();
  }

  /** Some are lost, some come twice or late, and some name what is gone. */
  private webhooks({ numbers, trouble }: { numbers: number[]; trouble: Trouble | null }): Promise<void> {
    const refs = [...this.named];
    for (const number of numbers.slice(0, 3)) {
      const ref = refs[number % refs.length];
      if (ref !== undefined) this.due.add(ref);
    }
    return this.read(trouble, () => this.readDue());
  }

  /** What comparisons could not read is kept, as the server keeps it, and tried again. */
  private takeUnread(): void {
    for (const ref of this.mirror.unread) this.due.add(ref);
    this.mirror.unread.clear();
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
    const { closed } = this;
    if (closed) this.sandbox.faults.add({ match: closed.match, kind: 'status', status: 403 });
    this.trouble = trouble;
    this.requests = 0;
    try {
      await work();
    } catch (error) {
      const expected = trouble?.kind === 'fault' || (closed && error instanceof SyncError && error.options.forbidden);
      if (!(error instanceof SyncError) || !expected) throw error;
    } finally {
      this.trouble = null;
      this.sandbox.faults.clear();
      if (closed && --closed.readings <= 0) this.closed = null;
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

/**
 * Lives a random history to its end.
 * @throws when tables or events don't come out as the source says
 */
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
