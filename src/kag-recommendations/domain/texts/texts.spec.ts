import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CATEGORIES } from '../recommendation.js';
import { EN } from './en.js';
import { RU } from './ru.js';
import type { Figures, Texts } from './texts.js';

const NONE: Figures = {
  waiting_days: 0,
  scope_changes: 0,
  client_messages: 0,
  open_blockers: 0,
  blockers_days: 0,
  overdue_days: 0,
  burn_percent: 0,
  upsell: 0,
  needs: 0,
  p7: 0,
  p14: 0,
  p30: 0,
};
const LANGUAGES: [string, Texts][] = [
  ['en', EN],
  ['ru', RU],
];

const figures = fc.record(
  Object.fromEntries(Object.keys(NONE).map((key) => [key, fc.nat({ max: 150 })])),
) as unknown as fc.Arbitrary<Figures>;

const said = (texts: Texts, of: Figures) =>
  CATEGORIES.flatMap((category) => {
    const { title, rationale, why_now, expected_impact } = texts.categories[category];
    return [title(of), rationale(of), why_now(of), expected_impact];
  });

describe.each(LANGUAGES)('words in %s', (language, texts) => {
  it('say something of every category, whatever the figures', () => {
    fc.assert(
      fc.property(figures, (of) => {
        for (const text of said(texts, of)) {
          expect(text.length).toBeGreaterThan(10);
          expect(text).not.toMatch(/undefined|null|NaN|\[object| {2}|^\s|\s$/);
        }
      }),
    );
    for (const text of said(texts, NONE)) expect(text).not.toBe('');
  });

  it('have a message to send for each template', () => {
    const all = Object.values(texts.templates);
    expect(new Set(all).size).toBe(5);
    for (const text of all) expect(text.length).toBeGreaterThan(80);
  });

  it('speak of a budget only where a deal has one', () => {
    const { title, rationale } = texts.categories.finance_risk;
    const budget = /budget is spent|израсходовано|planned budget|планового/;
    expect([title(NONE), rationale(NONE)].filter((text) => budget.test(text))).toEqual([]);
    const over = { ...NONE, burn_percent: 132 };
    for (const text of [title(over), rationale(over)]) expect(text).toContain('132 %');
  });

  it('are in that language', () => {
    for (const text of [...said(texts, { ...NONE, waiting_days: 3, needs: 2 }), ...Object.values(texts.templates)])
      expect(/[а-яё]/i.test(text)).toBe(language === 'ru');
  });

  it('tell the chances of the next 7, 14 and 30 days as they are', () => {
    const of = { ...NONE, p7: 41, p14: 62, p30: 83 };
    const { waiting_on_client: waiting, finance_risk: finance, winback } = texts.categories;
    expect([waiting.rationale(of), waiting.why_now(of), finance.why_now(of), winback.rationale(of)]).toEqual([
      expect.stringContaining('41 %'),
      expect.stringContaining('62 %'),
      expect.stringContaining('83 %'),
      expect.stringContaining('62 %'),
    ]);
  });
});

describe('a number and its noun', () => {
  it.each([
    [1, '1 working day', '1 рабочий день', '1 запрос', '1 задача', '1 пожелание', '1 сообщение'],
    [2, '2 working days', '2 рабочих дня', '2 запроса', '2 задачи', '2 пожелания', '2 сообщения'],
    [5, '5 working days', '5 рабочих дней', '5 запросов', '5 задач', '5 пожеланий', '5 сообщений'],
    [11, '11 working days', '11 рабочих дней', '11 запросов', '11 задач', '11 пожеланий', '11 сообщений'],
    [21, '21 working days', '21 рабочий день', '21 запрос', '21 задача', '21 пожелание', '21 сообщение'],
  ])('agree for %i', (n, englishDays, days, requests, issues, needs, messages) => {
    expect(EN.categories.waiting_on_client.title({ ...NONE, waiting_days: n })).toContain(`${englishDays} without`);
    const { waiting_on_client, scope_creep_change_request: scope, delivery_risk, upsell_opportunity } = RU.categories;
    expect(waiting_on_client.title({ ...NONE, waiting_days: n })).toBe(`Напомнить о себе: ${days} без ответа`);
    expect(scope.title({ ...NONE, scope_changes: n })).toContain(`${requests} вне`);
    expect(scope.rationale({ ...NONE, client_messages: n })).toContain(`${messages}.`);
    expect(delivery_risk.title({ ...NONE, open_blockers: n })).toMatch(new RegExp(`${issues}$`));
    expect(upsell_opportunity.title({ ...NONE, needs: n })).toMatch(new RegExp(`${needs}$`));
  });

  it.each([
    [1, 'Escalate: 1 issue is blocked'],
    [2, 'Escalate: 2 issues are blocked'],
  ])('agree in English with the verb too, for %i', (n, title) => {
    expect(EN.categories.delivery_risk.title({ ...NONE, open_blockers: n })).toBe(title);
  });
});
