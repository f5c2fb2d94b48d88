import { describe, expect, it } from '@jest/globals';
import { recommendation } from '../../../test/builders/inbox.js';
import { Format } from '../../shared/format.js';
import { TEXTS } from '../texts/index.js';
import { outcomeText, type Outcome } from './outcome.js';

const ONE = recommendation();
const several = (count: number) => Array.from({ length: count }, () => ONE);
const text = (given: Partial<Outcome>, language: 'en' | 'ru' = 'en') =>
  outcomeText({ kind: 'done', changed: [], stale: [], refused: [], ...given }, TEXTS[language], new Format(language));

describe('what became of an action, in words', () => {
  it.each<[Partial<Outcome>, string]>([
    [{ changed: [ONE] }, '“Follow up” (Acme) is done.'],
    [{ kind: 'assign', changed: [recommendation({ assignee: 'olga' })] }, '“Follow up” (Acme) is assigned to olga.'],
    [{ kind: 'assign', changed: [ONE] }, '“Follow up” (Acme) is unassigned.'],
    [
      { kind: 'snooze', changed: [recommendation({ snoozed_until: '2026-02-12' })] },
      '“Follow up” (Acme) is snoozed until 12 Feb.',
    ],
    [{ kind: 'undo', changed: [ONE] }, '“Follow up” (Acme) is as it was before.'],
    [{ changed: several(3) }, '3 recommendations done.'],
    [
      { changed: several(2), stale: [ONE] },
      '2 recommendations done. 1 recommendation not saved: somebody else made a change meanwhile. See the list.',
    ],
    [{ refused: ['No.', 'No.'] }, '2 recommendations not saved. No.'],
  ])('%#', (given, expected) => expect(text(given)).toBe(expected));

  it.each([
    [2, 'Выполнено 2 рекомендации.'],
    [5, 'Выполнено 5 рекомендаций.'],
    [21, 'Выполнена 21 рекомендация.'],
  ])('in Russian, of %d', (count, expected) => expect(text({ changed: several(count) }, 'ru')).toBe(expected));
});
