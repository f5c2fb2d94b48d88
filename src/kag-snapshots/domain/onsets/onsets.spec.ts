import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { daysIn } from '../../../common/day.js';
import type { ConditionDay, ReportedTrouble } from './onset.js';
import { isTakenUp, onsetsOf } from './onsets.js';

/** Days from Monday, 5 January 2026; a letter each: x it holds, X gravely, anything else: not. */
function daysOf(letters: string): ConditionDay[] {
  const all = daysIn('2026-01-05', '2026-12-31').slice(0, letters.length);
  return all.map((day, at) => ({
    day,
    working: at % 7 < 5,
    holds: /x/i.test(letters[at] ?? ''),
    severity: letters[at] === 'X' ? 5 : 4,
  }));
}

const spans = (letters: string, reported: ReportedTrouble[] = [], ended: string | null = null) =>
  onsetsOf(daysOf(letters), reported, ended).map(
    ({ began, ended: over }) => `${began.slice(5)} ${over?.slice(5) ?? '…'}`,
  );

const word = (day: string, source: ReportedTrouble['source'] = 'person'): ReportedTrouble => ({
  day,
  source,
  severity: 4,
});

describe('onsets', () => {
  it.each<[string, string, string[]]>([
    ['nothing', '.....|.....', []],
    ['one day is no onset', '..x..|..', []],
    ['two days begin one', '..xx.|..', ['01-07 …']],
    ['three days without end it, and it ended on the first of them', '.xx...|..', ['01-06 01-08']],
    ['a gap of two days is no end', '.xx..||xx..', ['01-06 …']],
    ['Friday and Monday are consecutive', '....x..x', ['01-09 …']],
    ['a weekend neither begins nor ends anything', '.....xx....', []],
    ['what holds from the first day on had begun by then', 'xx...', ['01-05 01-07']],
    ['what is back within a week of the end goes on', 'xx...||xx', ['01-05 …']],
    ['after that week it is another', 'xx...||....x||xx', ['01-05 01-07', '01-16 …']],
    ['two single days with three between are none', 'x...x||..', []],
  ])('%s', (_name, letters, expected) => expect(spans(letters.replaceAll('|', '.'))).toEqual(expected));

  it('a word makes one of its own that lasts a week, or joins the one that is there', () => {
    expect(spans('.'.repeat(30), [word('2026-01-07')])).toEqual(['01-07 01-14']);
    expect(spans(`.xxxx${'.'.repeat(25)}`, [word('2026-01-08')])).toEqual(['01-06 01-15']);
    expect(onsetsOf(daysOf('.xxxx'), [word('2026-01-06', 'deal')])).toMatchObject([{ source: 'deal' }]);
  });

  it('is as severe as its worst day', () => expect(onsetsOf(daysOf('.xxX.'))).toMatchObject([{ severity: 5 }]));

  it('is known on its second day, or when it is told', () => {
    expect(onsetsOf(daysOf('....x..x'))).toMatchObject([{ began: '2026-01-09', known: '2026-01-12' }]);
    expect(onsetsOf(daysOf('.....'), [word('2026-01-07')])).toMatchObject([{ known: '2026-01-07' }]);
  });

  it('ends with its project, and none begins after that', () => {
    expect(spans('.xxxxx', [], '2026-01-08')).toEqual(['01-06 01-08']);
    expect(spans('......xxxxxxx', [word('2026-01-15')], '2026-01-08')).toEqual([]);
  });

  const histories = fc
    .array(fc.constantFrom('x', 'X', '.', '.'), { minLength: 1, maxLength: 90 })
    .map((letters) => daysOf(letters.join('')));

  it('follow each other with a week between, and begin on days on which it holds', () => {
    fc.assert(
      fc.property(histories, (days) => {
        const onsets = onsetsOf(days);
        onsets.forEach((one, at) => {
          expect(days.find(({ day }) => day === one.began)?.holds).toBe(true);
          const next = onsets[at + 1];
          if (next) expect(isTakenUp(one, next.began)).toBe(false);
        });
      }),
    );
  });

  it('need no future: what is known of a day stays when days are added', () => {
    fc.assert(
      fc.property(histories, fc.nat({ max: 89 }), (days, last) => {
        const seen = days.slice(0, last + 1);
        const today = seen.at(-1)?.day ?? '';
        const began = (of: readonly ConditionDay[]) =>
          onsetsOf(of)
            .filter(({ known }) => known <= today)
            .map(({ began: first }) => first);
        expect(began(seen)).toEqual(began(days));
      }),
    );
  });
});
