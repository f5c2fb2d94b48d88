import { budgetBandOf, dealStageOf, projectTypeOf } from './context.js';

describe('projectTypeOf', () => {
  it.each([
    ['Acme support', 'support'],
    ['Website maintenance 2026', 'support'],
    ['Retainer: Northwind', 'support'],
    ['Поддержка сайта', 'support'],
    ['Техподдержка магазина', 'support'],
    ['Сопровождение 1С', 'support'],
    ['SEO and ads', 'growth'],
    ['Growth sprint', 'growth'],
    ['Продвижение в поиске', 'growth'],
    ['Рекламные кампании', 'growth'],
    ['Migration to the cloud', 'migration'],
    ['Shop replatforming', 'migration'],
    ['Переезд на новый хостинг', 'migration'],
    ['CRM integration', 'integration'],
    ['Partner API', 'integration'],
    ['Интеграция с 1С', 'integration'],
    ['Support after the migration', 'support'],
    ['New website', 'delivery'],
    ['Supporters club', 'delivery'],
    ['Ростов: новый сайт', 'delivery'],
    ['Capitol therapist', 'delivery'],
    ['', 'delivery'],
  ])('%j is %s', (name, type) => expect(projectTypeOf(name, [])).toBe(type));

  it.each([
    ['the name comes first', 'Acme migration', ['Support desk'], 'migration'],
    ['else its sources', 'Acme', ['Website', 'Support 2026', 'Support 2025'], 'support'],
    ['sources that disagree say nothing', 'Acme', ['Support desk', 'SEO'], 'delivery'],
  ])('%s', (_, name, sources, type) => expect(projectTypeOf(name, sources)).toBe(type));
});

describe('budgetBandOf', () => {
  it.each([
    [0, null],
    [0.01, 'xs'],
    [9_999.99, 'xs'],
    [10_000, 'sm'],
    [49_999.99, 'sm'],
    [50_000, 'md'],
    [99_999.99, 'md'],
    [100_000, 'lg'],
    [199_999.99, 'lg'],
    [200_000, 'xl'],
    [5e9, 'xl'],
  ])('%d is %s', (amount, band) => expect(budgetBandOf(amount)).toBe(band));
});

describe('dealStageOf', () => {
  it.each([
    ['Won 🎉', 'won', 'won'],
    ['Closed: contract lost', 'lost', 'lost'],
    ['Proposal sent', 'open', 'proposal'],
    ['Quote', 'open', 'proposal'],
    ['КП отправлено', 'open', 'proposal'],
    ['Коммерческое предложение', 'open', 'proposal'],
    ['Negotiation', 'open', 'negotiation'],
    ['Proposal in negotiation', 'open', 'negotiation'],
    ['Contract sent', 'open', 'negotiation'],
    ['Переговоры', 'open', 'negotiation'],
    ['Согласование договора', 'open', 'negotiation'],
    ['Lead', 'open', 'discovery'],
    ['Office visit', 'open', 'discovery'],
    [null, 'open', 'discovery'],
  ])('%j (%s) is %s', (title, status, stage) => expect(dealStageOf({ title, status })).toBe(stage));

  it('is discovery without a deal', () => expect(dealStageOf(null)).toBe('discovery'));
});
