import { describe, expect, it } from '@jest/globals';
import { portfolioAdvice, portfolioProject, portfolioRisk, portfolioScore } from '../../../test/builders/portfolio.js';
import type { PortfolioAdvice, PortfolioProject, PortfolioRisk, PortfolioScore } from '../../client/published.js';
import { Format } from '../../shared/format.js';
import { TEXTS } from '../texts/index.js';
import { rowOf } from './row.js';

const NOW = Date.parse('2026-02-03T10:00:00Z');
const risk = (given: Partial<PortfolioRisk> = {}) =>
  portfolioRisk({ p14: 0.29, raised_by: 'the budget is reached on 12 Mar at this pace', ...given });
const healthy = (given: Partial<PortfolioScore> = {}): PortfolioProject['scores'] => ({
  ...portfolioProject().scores,
  project_health: portfolioScore({
    ...{ value: 61.6, band: 'medium', change_7d: -8.4, change_30d: 0.2, series: [81, null, 62] },
    ...given,
  }),
});
const first = (given: Partial<PortfolioAdvice>): PortfolioProject['recommendations'] => ({
  ...portfolioProject().recommendations,
  first: portfolioAdvice(given),
});
/** Intl writes spaces of several widths. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value).replace(/[\u00a0\u202f]/g, ' ')) as T;
const row = (given: Partial<PortfolioProject> = {}, language: 'en' | 'ru' = 'en') => {
  const project = portfolioProject({ scores: healthy(), risks: [risk()], ...given });
  return plain(rowOf(project, TEXTS[language], new Format(language, 'UTC'), NOW));
};

describe('a project as a row', () => {
  it('tells its health with how it came about', () => {
    expect(row().health).toEqual({
      value: '62',
      band: 'fair',
      tone: 'quiet',
      change: 'down 8 in a week, steady for a month',
      line: 'Health over 60 days, from 81 to 62',
    });
    expect(row({}, 'ru').health).toMatchObject({
      band: 'среднее',
      change: '−8 за неделю, за месяц без изменений',
      line: 'Здоровье за 60 дней: было 81, стало 62',
    });
  });

  it.each<[string, Partial<PortfolioScore>, { value: string | null; change: string }]>([
    ['rises', { change_7d: 12.2, change_30d: null }, { value: '62', change: 'up 12 in a week' }],
    ['is new', { change_7d: null, change_30d: null }, { value: '62', change: 'no earlier figure' }],
    ['is unknown', { value: null, band: null }, { value: null, change: '' }],
  ])('tells of a health that %s', (_what, given, told) =>
    expect(row({ scores: healthy(given) }).health).toMatchObject(told),
  );

  it.each<[string, PortfolioRisk[], object | null]>([
    [
      'above the usual',
      [risk()],
      {
        name: 'Finance',
        pill: '29% in 14 days',
        tone: 'warning',
        words: ['10% is usual for your projects.', 'The budget is reached on 12 Mar at this pace.'],
      },
    ],
    [
      'as usual',
      [risk({ p14: 0.1, above_usual: false, raised_by: null })],
      { pill: '10% in 14 days', tone: 'quiet', words: ['Usual for your projects.'] },
    ],
    [
      'as is assumed',
      [risk({ above_usual: false, basis: 'prior', raised_by: null })],
      { words: ['As is assumed until your projects tell more.'] },
    ],
    [
      'that is there',
      [risk({ status: 'already', since: '2026-02-01', p14: null, above_usual: false, raised_by: null })],
      { pill: 'there since 1 Feb', tone: 'bad', words: [] },
    ],
    [
      'with others',
      [
        risk({ raised_by: null, basis: 'prior' }),
        risk({ risk_type: 'scope_risk', p14: 0.2 }),
        risk({ risk_type: 'client_risk', above_usual: false }),
      ],
      { words: ['10% is assumed until your projects tell more.', 'Also: Scope 20% in 14 days'] },
    ],
    ['that is not known', [], null],
  ])('tells of a risk %s', (_what, risks, told) => {
    const shown = row({ risks }).risk;
    if (told === null) expect(shown).toBeNull();
    else expect(shown).toMatchObject(told);
  });

  it.each<[string, Partial<PortfolioAdvice>, object]>([
    [
      'to be done',
      {},
      {
        title: 'Follow up',
        why: 'No answer for 4 days.',
        due: 'due 4 Feb',
        overdue: false,
        who: 'Project manager',
        more: 'and 1 more',
      },
    ],
    ['due today', { due_date: '2026-02-03' }, { due: 'due today', overdue: false }],
    ['overdue', { due_date: '2026-02-02' }, { due: 'was due 2 Feb', overdue: true }],
    ['somebody’s', { assignee: 'olga' }, { who: 'olga' }],
    ['urgent', { priority: 5 }, { urgent: true }],
  ])('tells what is %s', (_what, given, told) =>
    expect(row({ recommendations: first(given) }).advice).toMatchObject(told),
  );

  it('tells how old its data are, and what is wrong with them first', () => {
    expect(row().data).toEqual([
      { text: 'read 10 minutes ago', fault: false },
      { text: 'last activity 2 hours ago', fault: false },
    ]);
    const [chatwoot, linear] = portfolioProject().connectors;
    const connectors = [
      { ...chatwoot!, stale: true },
      { ...linear!, status: 'failed' as const },
    ];
    expect(row({ connectors, ended_on: '2026-01-31' }, 'ru').data).toEqual([
      { text: 'Chatwoot: синхронизация зависла', fault: true },
      { text: 'Linear: синхронизация не удалась', fault: true },
      { text: 'прочитано 10 минут назад', fault: false },
      { text: 'активность 2 часа назад', fault: false },
      { text: 'завершён 31 янв. 2026 г.', fault: false },
    ]);
    expect(row({ ended_on: '2031-01-31' }).data.at(-1)).toEqual({ text: 'ends on 31 Jan 2031', fault: false });
    expect(row({ ended_on: '2031-01-31' }, 'ru').data.at(-1)?.text).toBe('завершится 31 янв. 2031 г.');
  });

  it.each<[string, Partial<PortfolioProject>, string]>([
    ['calm', { needs_attention: false }, 'quiet'],
    ['troubled', {}, 'warning'],
    ['in urgent trouble', { recommendations: first({ priority: 5 }) }, 'bad'],
  ])('has a tone of its own where it is %s', (_what, given, tone) => expect(row(given).tone).toBe(tone));

  it('says why nothing is shown', () => {
    const nothing = { as_of: null, risks: [], likeliest_risk: null, recommendations: { open: [], first: null } };
    expect(row(nothing).untold).toBe('nothing');
    expect(row({ ...nothing, leaving: true }).untold).toBe('leaving');
    expect(row().untold).toBeNull();
  });
});
