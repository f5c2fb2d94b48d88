import { Distinct } from './distinct.js';

describe('Distinct', () => {
  it('gives each number once, in the order in which they came', () => {
    const numbers = new Distinct();
    for (const one of [7, 0, 7, 2_800_000, 0, 1]) numbers.add(one);
    expect([...numbers.taken()]).toEqual([7, 0, 2_800_000, 1]);
  });

  it('forgets what was taken', () => {
    const numbers = new Distinct();
    numbers.add(3);
    numbers.taken();
    numbers.add(4);
    expect([...numbers.taken()]).toEqual([4]);
  });

  it('holds as a Set does, also what falls into one place', () => {
    const numbers = new Distinct();
    const all = Array.from({ length: 8_000 }, (_, at) => (at * 2 ** 14) % 2_752_512);
    for (const one of all) numbers.add(one);
    expect([...numbers.taken()]).toEqual([...new Set(all)]);
  });

  it('stays within its room', () => {
    const numbers = new Distinct();
    for (let one = 0; one < 20_000; one++) numbers.add(one);
    expect(numbers.taken()).toHaveLength(8_192);
  });
});
