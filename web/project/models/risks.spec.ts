import { expect, it } from '@jest/globals';
import { portfolioRisk } from '../../../test/builders/portfolio.js';
import type { PortfolioRisk } from '../../client/published.js';
import { Format } from '../../shared/format.js';
import { en } from '../texts/en.js';
import { driverViews, riskLine, riskViews } from './risks.js';

const format = new Format('en', 'UTC');
const views = (...risks: PortfolioRisk[]) => riskViews({ risks }, en, format);

it('has what has come true first, then the likeliest, and what nothing is known of last', () => {
  const unknown = { status: 'not_enough_history', p7: null, p14: null, p30: null } as const;
  const shown = views(
    portfolioRisk({ risk_type: 'scope_risk', ...unknown }),
    portfolioRisk({ above_usual: false, basis: 'prior' }),
    portfolioRisk({ risk_type: 'client_risk', status: 'already', since: '2026-02-03', p14: null }),
  );
  expect(shown.map(({ name, pill, tone, notes }) => [name, pill, tone, ...notes])).toEqual([
    ['Client', 'came true on 3 Feb', 'bad'],
    [
      'Finance',
      '20% in 14 days',
      'quiet',
      '10% in 7 days, 40% in 30',
      'Assumed as usual until your projects tell more: 10%.',
    ],
    ['Scope', 'no forecast', 'quiet', 'Not enough history for a forecast.'],
  ]);
  expect(views(portfolioRisk({}))[0]).toMatchObject({
    tone: 'warning',
    notes: [expect.anything(), 'Usual for your projects: 10%.'],
  });
});

it('names what moves a chance, the strongest first, and leaves out what hardly does', () => {
  const driver = (p14: number, words: string | null) => ({
    key: words ?? '',
    value: null,
    points: { p7: 0, p14, p30: 0 },
    words,
  });
  expect(driverViews([driver(2, 'two'), driver(0.2, 'little'), driver(-9, 'nine'), driver(5, null)], format)).toEqual([
    { words: 'Nine', points: '−9', raises: false },
    { words: 'Two', points: '+2', raises: true },
  ]);
});

it('has a line once two days are known', () => {
  const line = (p14: (number | null)[]) =>
    riskLine(
      portfolioRisk({}),
      {
        days: ['2026-02-02', '2026-02-03'],
        forecasts: [],
        history: [{ risk_type: 'finance_risk', p7: [], p14, p30: [] }],
      },
      en,
      format,
    );
  expect(line([0.1, null])).toBeNull();
  expect(line([0.1, 0.2])).toMatchObject({ limits: [{ value: 0.1, text: 'usual: 10%' }] });
});
