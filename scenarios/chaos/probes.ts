import { errorText } from '../../src/common/app-error.js';
import { repeatedly } from './repeat.js';
import type { Supervised } from './supervised.js';

const PROBE_EVERY_MS = 300;
/** A probe as Kubernetes sends it would give up earlier; here the machine may be busy with all else. */
const DEADLINE_MS = 5_000;

interface Seen {
  process: string;
  ready: boolean;
  at: number;
}

/** Asks every process all the time whether it lives and is ready. */
export class Probes {
  /** Each time that a process which runs did not say that it lives. */
  readonly dead: string[] = [];
  private readonly seen: Seen[] = [];
  private readonly parts: { stop(): Promise<void> }[] = [];

  constructor(private readonly processes: readonly Supervised[]) {}

  start(): void {
    this.parts.push(...this.processes.map((one) => repeatedly(PROBE_EVERY_MS, () => this.probe(one))));
  }

  async stop(): Promise<void> {
    await Promise.all(this.parts.splice(0).map((part) => part.stop()));
  }

  /** Processes that did not say, at their latest after `since`, that they are ready. */
  unready(since: number): string[] {
    return this.processes.flatMap(({ name }) => {
      const last = this.seen.findLast(({ process }) => process === name);
      return last && last.ready && last.at >= since ? [] : [`${name} to be ready`];
    });
  }

  /** Processes that said between these moments that they are ready. */
  readyBetween(from: number, to: number): string[] {
    return [
      ...new Set(this.seen.filter(({ ready, at }) => ready && at >= from && at <= to).map(({ process }) => process)),
    ];
  }

  private async probe(one: Supervised): Promise<void> {
    const asked = performance.now();
    const [live, ready] = await Promise.all([this.ask(one, 'live'), this.ask(one, 'ready')]);
    this.seen.push({ process: one.name, ready: ready === 200, at: asked });
    // One that was told to end, or is held, or starts, need not answer.
    if (live !== 200 && one.answersSince < asked) {
      const seconds = ((asked - one.answersSince) / 1000).toFixed(0);
      this.dead.push(`${one.name} answered ${live} when asked whether it lives, ${seconds} s after it was ready first`);
    }
  }

  /** The status; in words why there is none. */
  private async ask({ url }: Supervised, what: 'live' | 'ready'): Promise<number | string> {
    try {
      const response = await fetch(`${url}/health/${what}`, { signal: AbortSignal.timeout(DEADLINE_MS) });
      await response.arrayBuffer();
      return response.status;
    } catch (error) {
      const { name, cause } = error as Error;
      return name === 'TimeoutError' ? `nothing within ${DEADLINE_MS} ms` : `nothing (${errorText(cause ?? error)})`;
    }
  }
}
