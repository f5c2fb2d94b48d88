/** A set of numbers below a size: a bit each. */
export class Slots {
  private readonly bits: Int32Array;

  constructor(size: number) {
    this.bits = new Int32Array(Math.ceil(size / 32));
  }

  add(slot: number): void {
    this.bits[slot >>> 5] = (this.bits[slot >>> 5] ?? 0) | (1 << (slot & 31));
  }

  has(slot: number): boolean {
    return ((this.bits[slot >>> 5] ?? 0) & (1 << (slot & 31))) !== 0;
  }
}
