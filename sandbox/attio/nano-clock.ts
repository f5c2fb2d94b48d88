const NANOS = 1_000_000n;

/** @returns ISO 8601 with the nine digits Attio writes, e.g. 2026-01-05T09:30:00.123000000Z */
export function nanoStamp(nanos: bigint): string {
  const iso = new Date(Number(nanos / NANOS)).toISOString();
  return `${iso.slice(0, -1)}${String(nanos % NANOS).padStart(6, '0')}Z`;
}

export const stampOfMs = (ms: number): string => nanoStamp(BigInt(Math.floor(ms)) * NANOS);

/** @returns nanoseconds since 1970 of a date or date-time of any precision, undefined when the text is neither */
export function nanosOf(text: string): bigint | undefined {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) return undefined;
  const fraction = /\.(\d+)/.exec(text)?.[1] ?? '';
  return BigInt(Math.floor(ms)) * NANOS + BigInt(fraction.slice(3, 9).padEnd(6, '0'));
}

/** Stamps that always grow, by a nanosecond when the clock stands still, unless the clock itself was set back. */
export class NanoClock {
  private last = 0n;
  private lastBase = 0n;

  constructor(private clock: () => number) {}

  /** @returns epoch ms */
  now(): number {
    return this.clock();
  }

  /** @returns the clock before */
  set(clock: () => number): () => number {
    const before = this.clock;
    this.clock = clock;
    return before;
  }

  stamp(): string {
    const base = BigInt(Math.floor(this.now())) * NANOS;
    this.last = base < this.lastBase || base > this.last ? base : this.last + 1n;
    this.lastBase = base;
    return nanoStamp(this.last);
  }
}
