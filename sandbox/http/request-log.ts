export interface LoggedRequest {
  at: number;
  method: string;
  /** Path with its query, as it came. */
  url: string;
  /** 'METHOD /template', or 'METHOD (unknown)' for a path without a route. */
  route: string;
}

/** The newest entries kept one by one; the counters go on counting past it. */
const KEPT = 20_000;

/** What the clients asked for: tests assert on it that a sync needs no more requests than it should. */
export class RequestLog {
  total = 0;
  byRoute: Record<string, number> = {};
  entries: LoggedRequest[] = [];
  inFlight = 0;
  /** The most requests that were open at the same moment since the last reset. */
  peakInFlight = 0;

  begin(entry: LoggedRequest): void {
    this.total += 1;
    this.byRoute[entry.route] = this.count(entry.route) + 1;
    this.entries.push(entry);
    if (this.entries.length > KEPT) this.entries.splice(0, KEPT / 2);
    this.inFlight += 1;
    this.peakInFlight = Math.max(this.peakInFlight, this.inFlight);
  }

  /** What a request of a vendor with a single address was for: counted as 'METHOD /path what' too. */
  note(route: string, what: string): void {
    this.byRoute[`${route} ${what}`] = this.count(`${route} ${what}`) + 1;
  }

  end(): void {
    this.inFlight -= 1;
  }

  /** @returns how many requests a route ('METHOD /template') has had */
  count(route: string): number {
    return this.byRoute[route] ?? 0;
  }

  reset(): void {
    this.total = 0;
    this.byRoute = {};
    this.entries = [];
    this.peakInFlight = this.inFlight;
  }

  toJSON(): object {
    const { total, byRoute, inFlight, peakInFlight, entries } = this;
    return { total, byRoute, inFlight, peakInFlight, latest: entries.slice(-100) };
  }
}
