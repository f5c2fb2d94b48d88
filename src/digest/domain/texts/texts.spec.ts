import { describe, expect, it } from '@jest/globals';
import { TEXTS } from './languages.js';

const { en, ru } = TEXTS;
const DAY = { from: '2026-02-07', to: '2026-02-07' };
const WEEK = { from: '2026-01-28', to: '2026-02-03' };

describe('what a digest says', () => {
  it('names its days', () => {
    expect([en.title(DAY), en.title(WEEK)]).toEqual(['Digest for 7 February', 'Digest for 28 January – 3 February']);
    expect([ru.title(DAY), ru.title({ ...WEEK, from: '2026-02-01' })]).toEqual([
      'Сводка за 7 февраля',
      'Сводка за 1–3 февраля',
    ]);
  });

  it.each([
    [1, '1 изменение, 1 проект требует внимания, 1 рекомендация закрыта.'],
    [3, '3 изменения, 3 проекта требуют внимания, 3 рекомендации закрыты.'],
    [11, '11 изменений, 11 проектов требуют внимания, 11 рекомендаций закрыто.'],
    [21, '21 изменение, 21 проект требует внимания, 21 рекомендация закрыта.'],
  ])('counts %d in Russian', (n, words) => expect(ru.summary({ changes: n, attention: n, done: n })).toBe(words));

  it.each([
    [1, '1 change, 1 project needs attention, 1 recommendation done or dismissed.'],
    [2, '2 changes, 2 projects need attention, 2 recommendations done or dismissed.'],
  ])('counts %d in English', (n, words) => expect(en.summary({ changes: n, attention: n, done: n })).toBe(words));

  it('says nothing of attention in days of which it is not told', () => {
    const counts = { changes: 2, attention: null, done: 1 };
    expect(en.summary(counts)).toBe('2 changes, 1 recommendation done or dismissed.');
    expect(ru.summary(counts)).toBe('2 изменения, 1 рекомендация закрыта.');
  });

  it('names a risk that is there', () => {
    expect([en.there('client_risk', DAY.from), en.there('scope_risk', DAY.from)]).toEqual([
      'There has been trouble with the client since 7 February',
      'The scope has been out of hand since 7 February',
    ]);
    expect([ru.there('delivery_risk', DAY.from), ru.there('scope_risk', DAY.from)]).toEqual([
      'Со сроками неблагополучно с 7 февраля',
      'Объём работ вне контроля с 7 февраля',
    ]);
  });

  it('says that nothing happened', () => {
    expect(en.quiet(DAY, 10, 10)).toContain('7 February: no health moved by 10 points or more');
    expect(ru.quiet(DAY, 10, 10)).toContain('за 7 февраля: здоровье проектов не менялось на 10 баллов');
  });

  it('names who did it, where that is known', () => {
    expect([en.settled.done('Call', 'olga'), en.settled.dismissed('Call', null)]).toEqual([
      'Done (olga): Call',
      'Dismissed: Call',
    ]);
    expect(ru.settled.done('Позвонить', 'olga')).toBe('Сделано (olga): Позвонить');
  });
});
