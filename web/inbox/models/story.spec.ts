import { describe, expect, it } from '@jest/globals';
import type { RecommendationChange, RecommendationState } from '../../client/published.js';
import { Format } from '../../shared/format.js';
import { TEXTS } from '../texts/index.js';
import { storyOf } from './story.js';

const NEW: RecommendationState = {
  status: 'new',
  snoozed_until: null,
  resolution: null,
  resolution_note: null,
  assignee: null,
  due_date: '2026-02-09',
};
const change = (
  after: Partial<RecommendationState>,
  over: Partial<RecommendationChange> = {},
): RecommendationChange => ({
  at: '2026-02-03T10:11:12.000Z',
  by: 'olga',
  what: 'status',
  before: NEW,
  after: { ...NEW, ...after },
  ...over,
});
const told = (one: RecommendationChange, language: 'en' | 'ru' = 'en') =>
  storyOf([one], TEXTS[language], new Format(language, 'UTC'))[0];

describe('what people have made of a recommendation', () => {
  it.each<[RecommendationChange, string, string]>([
    [change({ status: 'acknowledged' }), 'Taken up', 'В работе'],
    [change({ status: 'snoozed', snoozed_until: '2026-02-12' }), 'Snoozed until 12 Feb', 'Отложено до 12 февр.'],
    [change({ status: 'done', resolution: 'prevented' }), 'Done: prevented', 'Выполнено: удалось предотвратить'],
    [change({ assignee: 'ann' }, { what: 'change' }), 'assigned to ann', 'исполнитель: ann'],
    [change({}, { what: 'change', before: { ...NEW, assignee: 'ann' } }), 'unassigned', 'исполнитель снят'],
    [
      change({ status: 'acknowledged', due_date: '2026-02-11' }, { what: 'change' }),
      'Taken up, due 11 Feb',
      'В работе, срок: 11 февр.',
    ],
    [
      change({}, { what: 'undo', before: { ...NEW, status: 'done' } }),
      'undid the last action: New',
      'последнее действие отменено: Новая',
    ],
    [change({}, { what: 'feedback' }), 'said whether it helps', 'отмечено, полезна ли рекомендация'],
  ])('%#: %j', (one, en, ru) => {
    const line = told(one);
    expect([line?.who, line?.did]).toEqual(['olga', en]);
    expect(told(one, 'ru')?.did).toBe(ru);
  });

  it('has what a person wrote about it', () =>
    expect(told(change({ status: 'done', resolution: 'happened', resolution_note: 'We called them' }))?.note).toBe(
      'We called them',
    ));

  it('leaves out what changed nothing that is shown', () =>
    expect(storyOf([change({})], TEXTS.en, new Format('en', 'UTC'))).toEqual([]));
});
