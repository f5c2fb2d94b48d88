import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changes, otherClass, WORSE, type MachineClass } from './compare.js';
import { comparisonText } from './compare-text.js';
import { figure, type Figure } from './figure.js';

const MACHINE: MachineClass = { cores: 2, cpu: 'A 3000', memory_gib: 15.6, fsync: 'on', quick: false };

describe('otherClass', () => {
  it.each<[Partial<MachineClass>, string | null]>([
    [{}, null],
    [{ memory_gib: 15.4 }, null],
    [{ cores: 4 }, 'it was measured with 2 cores, here 4'],
    [{ cpu: 'B 9000' }, 'it was measured with A 3000, here B 9000'],
    [{ memory_gib: 31.3 }, 'it was measured with 15.6 GiB of memory, here 31.3'],
    [{ fsync: 'off' }, 'it was measured with fsync on, here off'],
    [{ quick: true }, 'it was measured with full sizes, here quick'],
    [{ cores: 8, fsync: 'off' }, 'it was measured with 2 cores, here 8; fsync on, here off'],
  ])('with %j is %j', (here, reason) => {
    expect(otherClass(MACHINE, { ...MACHINE, ...here })).toBe(reason);
  });
});

const time = (ms: number) => figure('start.head', [ms]);
const rate = (perSecond: number) => figure('growth.rate', [perSecond]);
const written = (rows: number) => figure('sync.next.written', [rows]);

describe('changes', () => {
  it.each<[string, Figure, Figure, number | null, boolean]>([
    ['a time that is the same', time(100), time(100), 0, false],
    ['a time a little longer', time(100), time(114), 0.14, false],
    ['a time longer by 15 %', time(100), time(115), 0.15, true],
    ['a time half as long', time(100), time(50), -0.5, false],
    ['a rate lower by 15 %', rate(1000), rate(850), 0.15, true],
    ['a rate twice as high', rate(1000), rate(2000), -1, false],
    ['something where there was nothing', written(0), written(1), null, true],
    ['nothing as before', written(0), written(0), null, false],
  ])('%s', (_what, before, now, worse_by, is_worse) => {
    expect(changes([before], [now])).toEqual([
      expect.objectContaining({ id: before.id, before: before.median, now: now.median, is_worse }),
    ]);
    const [change] = changes([before], [now]);
    if (worse_by === null) expect(change?.worse_by).toBeNull();
    else expect(change?.worse_by).toBeCloseTo(worse_by);
  });

  it('compares what both runs have, and where a way is better', () => {
    const neither = figure('sync.next.fetched', [3]);
    expect(changes([time(1), neither], [rate(1), neither])).toEqual([]);
  });

  it('compares the statistic that the goal is about', () => {
    const answer = (worst: number) => figure('similarity.kept', [1, 1, worst]);
    expect(changes([answer(10)], [answer(20)])).toEqual([expect.objectContaining({ before: 10, now: 20 })]);
  });

  it('never finds both of two runs worse than the other', () => {
    const ms = fc.double({ min: 0.001, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(ms, ms, (a, b) => {
        const worse = [changes([time(a)], [time(b)]), changes([time(b)], [time(a)])]
          .flat()
          .map((each) => each.is_worse);
        expect(worse).not.toEqual([true, true]);
        expect(worse[0]).toBe((b - a) / a >= WORSE);
      }),
    );
  });
});

describe('comparisonText', () => {
  it('names what is worse, the worst first', () => {
    const compared = [
      ...changes([time(100)], [time(130)]),
      ...changes([rate(1000)], [rate(500)]),
      ...changes([written(0)], [written(7)]),
    ];
    expect(comparisonText('before.json', compared)).toBe(
      [
        'worse than 0: Sync with nothing new, rows written: 0 → 7',
        'worse by 50 %: First sync (Chatwoot), messages of a long first sync: 1,000 → 500 1/s',
        'worse by 30 %: Start, time to ready, database at head: 100 → 130 ms',
        '3 figures compared with before.json: 3 are worse',
      ].join('\n'),
    );
  });

  it('says so where all is as good', () => {
    expect(comparisonText('before.json', changes([time(100)], [time(90)]))).toBe(
      '1 figures compared with before.json: all are as good',
    );
  });
});
