const SLOTS = 1 << 14;
const MOST = SLOTS / 2;

/** Numbers from 0 on, each once, in the order in which they came first: as a Set, at a fraction of its cost. */
export class Distinct {
  private readonly table = new Int32Array(SLOTS);
  private readonly places = new Int32Array(MOST);
  private count = 0;

  /** What is more than half of the table is not taken: no sentence has so much. */
  add(number: number): void {
    let place = Math.imul(number, 0x9e3779b1) >>> 18;
    for (; this.table[place] !== 0; place = (place + 1) & (SLOTS - 1)) if (this.table[place] === number + 1) return;
    if (this.count === MOST) return;
    this.table[place] = number + 1;
    this.places[this.count++] = place;
  }

  /** All that was added, which is forgotten. */
  taken(): Int32Array {
    const numbers = this.places.slice(0, this.count);
    for (let at = 0; at < numbers.length; at++) {
      const place = numbers[at] ?? 0;
      numbers[at] = (this.table[place] ?? 0) - 1;
      this.table[place] = 0;
    }
    this.count = 0;
    return numbers;
  }
}
