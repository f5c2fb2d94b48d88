import { describe, expect, it } from '@jest/globals';
import { Format } from '../../shared/format.js';
import { TEXTS } from '../texts/index.js';
import { evidencePath, evidenceViews, recommendationViews, type Recommendation } from './recommendations.js';

const { en } = TEXTS;
const format = new Format('en', 'UTC');

describe('recommendations', () => {
  const refs = [{ source_table: 'cw_messages', source_pk: 'cwmsg:1:2', url: 'https://app.example.com/2' }];
  const one: Recommendation = {
    id: 'r',
    category: 'winback',
    priority: 4,
    due_date: '2026-02-08',
    owner_role: 'pm',
    assignee: null,
    status: 'new',
    snoozed_until: null,
    resolution: null,
    title: 'Call them',
    rationale: 'They are silent.',
    why_now: 'It gets worse.',
    evidence_refs: refs,
  };

  it('come by urgency, then by when they are due', () => {
    const views = recommendationViews(
      [
        one,
        { ...one, id: 'sooner', due_date: '2026-02-05' },
        { ...one, id: 'urgent', priority: 5, due_date: '2026-02-09' },
      ],
      en,
      format,
    );
    expect(views.map(({ id, due }) => [id, due])).toEqual([
      ['urgent', 'due 9 Feb'],
      ['sooner', 'due 5 Feb'],
      ['r', 'due 8 Feb'],
    ]);
    expect(views[2]).toMatchObject({ category: 'Win back', owner: 'Project manager', evidence: '1 piece of evidence' });
  });

  it('say who does them, and what people have made of them, in each language', () => {
    const put = (more: Partial<Recommendation>, texts = en) =>
      recommendationViews([{ ...one, ...more }], texts, new Format('en', 'UTC')).map((view) => [view.status, view.due]);
    expect(recommendationViews([{ ...one, assignee: 'olga' }], en, format)[0]).toMatchObject({ owner: 'olga' });
    expect(put({ status: 'snoozed', snoozed_until: '2026-02-12' })).toEqual([['snoozed until 12 Feb', null]]);
    expect(put({ status: 'done', resolution: 'prevented' })).toEqual([['done: prevented', null]]);
    expect(put({ status: 'dismissed' })).toEqual([['dismissed', null]]);
    expect(put({ status: 'dismissed', resolution: 'false_alarm' }, TEXTS.ru)).toEqual([
      ['отклонена: ложная тревога', null],
    ]);
  });

  it('that are put away come last, quietly', () => {
    const away: Recommendation = { ...one, id: 'away', status: 'done', priority: 5, due_date: '2026-01-01' };
    expect(recommendationViews([away, one], en, format).map(({ id, tone }) => [id, tone])).toEqual([
      ['r', 'warning'],
      ['away', 'quiet'],
    ]);
  });

  it('have words behind them, and links to the web only', () => {
    expect(evidencePath(refs)).toBe('kag/evidence?refs=cw_messages%3Acwmsg%3A1%3A2');
    const many = Array.from({ length: 60 }, (_, i) => ({ source_table: 't', source_pk: String(i) }));
    expect(decodeURIComponent(evidencePath(many)).split(',')).toHaveLength(50);
    const words = {
      source_table: 'cw_messages',
      source_pk: 'cwmsg:1:2',
      kind: 'message',
      title: null,
      text: 'Hello',
      author: 'Noor',
      occurred_at: '2026-02-03T10:00:00Z',
      deleted: false,
    };
    expect(evidenceViews([words], refs, en, format)).toEqual([
      {
        key: 'cw_messages:cwmsg:1:2',
        kind: 'Message',
        from: 'Noor, 3 Feb 2026, 10:00',
        text: 'Hello',
        url: 'https://app.example.com/2',
      },
    ]);
    const bad = [{ ...refs[0]!, url: 'javascript:alert(1)' }];
    expect(evidenceViews([{ ...words, deleted: true }], bad, en, format)[0]).toMatchObject({
      text: 'It is gone at the source.',
      url: null,
    });
  });
});
