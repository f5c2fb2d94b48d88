import { sha256 } from '../src/common/stable-hash.js';

/** Random numbers that a name fixes: each name has a stream of its own, so that no draw shifts those of others. */
export class Random {
  private readonly words: Uint32Array;

  constructor(private readonly name: string) {
    const hash = sha256(name);
    this.words = Uint32Array.from([0, 8, 16, 24], (at) => Number.parseInt(hash.slice(at, at + 8), 16));
    for (let i = 0; i < 12; i++) this.next();
  }

  /** Another stream, of this one's name and `part`. */
  of(part: string | number): Random {
    return new Random(`${this.name}/${part}`);
  }

  /** At least 0 and below 1 (sfc32). */
  next(): number {
    const [a = 0, b = 0, c = 0, d = 0] = this.words;
    const sum = (a + b + d) >>> 0;
    this.words[3] = d + 1;
    this.words[0] = b ^ (b >>> 9);
    this.words[1] = c + (c << 3);
    this.words[2] = ((c << 21) | (c >>> 11)) + sum;
    return sum / 4294967296;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  between(least: number, most: number): number {
    return least + (most - least) * this.next();
  }

  /** A whole number, both ends included. */
  whole(least: number, most: number): number {
    return least + Math.floor((most - least + 1) * this.next());
  }

  /** Mean 0, deviation 1. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  /** Of this median; `spread` is the deviation of its logarithm. */
  logNormal(median: number, spread: number): number {
    return median * Math.exp(spread * this.normal());
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next());
  }

  /** How often something happens that happens `mean` times on average. */
  poisson(mean: number): number {
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = this.next(); product > limit; product *= this.next()) count++;
    return count;
  }
}
