import type { Vendor } from '../http/exchange.js';
import { type Random, seededRandom } from '../random.js';
import { FAULT_KINDS, type FaultRule } from './rule.js';

interface Armed {
  rule: FaultRule;
  seen: number;
  fired: number;
}

/** Which requests go wrong, and how. Rules add up: a slow answer can be a cut one too. */
export class FaultController {
  readonly random: Random;
  private armed: Armed[] = [];

  constructor(seed: number) {
    this.random = seededRandom(seed);
  }

  /** @returns a function that takes this one rule away again */
  add(rule: FaultRule): () => void {
    if (!FAULT_KINDS.includes(rule.kind)) throw new Error(`unknown fault kind '${String(rule.kind)}'`);
    const entry: Armed = { rule, seen: 0, fired: 0 };
    this.armed.push(entry);
    return () => {
      this.armed = this.armed.filter((other) => other !== entry);
    };
  }

  clear(): void {
    this.armed = [];
  }

  /** @returns the rules with how many requests each has hit */
  list(): { rule: FaultRule; fired: number }[] {
    return this.armed.map(({ rule, fired }) => ({ rule, fired }));
  }

  /** @returns the rules that hit this request, counting it against their limits */
  take(request: { method: string; url: string; vendor: Vendor }): FaultRule[] {
    const rules = this.armed.filter((entry) => this.hits(entry, request)).map((entry) => entry.rule);
    for (const rule of rules) rule.hit?.();
    return rules;
  }

  private hits(entry: Armed, request: { method: string; url: string; vendor: Vendor }): boolean {
    const { rule } = entry;
    if (rule.vendor && rule.vendor !== request.vendor) return false;
    if (!matches(rule.match, `${request.method} ${request.url}`)) return false;
    if (rule.times !== undefined && entry.fired >= rule.times) return false;
    entry.seen += 1;
    if (rule.every !== undefined && entry.seen % rule.every !== 0) return false;
    if (rule.probability !== undefined && this.random.next() >= rule.probability) return false;
    entry.fired += 1;
    return true;
  }
}

function matches(match: string | RegExp | undefined, line: string): boolean {
  if (match === undefined) return true;
  if (typeof match === 'string') return line.includes(match);
  match.lastIndex = 0;
  return match.test(line);
}
