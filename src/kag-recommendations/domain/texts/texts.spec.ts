import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryFigures } from '../../../../test/builders/arbitrary-figures.js';
import { recommendationFacts } from '../../../../test/golden/recommendation-texts.js';
import { CAUSES, type CauseKey } from '../causes/cause.js';
import type { Figures } from '../figures.js';
import { REOPENED_REASONS } from '../lifecycle.js';
import { TEMPLATE_KEYS } from '../templates.js';
import { EN } from './en.js';
import { render } from './render.js';
import { RU } from './ru.js';

const words = (locale: 'en' | 'ru', cause: CauseKey, figures: Partial<Figures>, more = {}) =>
  render(recommendationFacts(cause, figures, more), locale);
const titles = (locale: 'en' | 'ru', cause: CauseKey, figures: Partial<Figures>) => words(locale, cause, figures).title;

describe.each([
  ['en', EN],
  ['ru', RU],
] as const)('words in %s', (language, texts) => {
  it('say something of every category, whatever the figures', () => {
    const cases = fc.record({
      cause: fc.constantFrom(...CAUSES),
      figures: arbitraryFigures(),
      reason: fc.constantFrom('condition', 'forecast'),
      reopened: fc.option(fc.constantFrom(...REOPENED_REASONS)),
    });
    fc.assert(
      fc.property(cases, ({ cause, figures, ...more }) => {
        for (const text of Object.values(words(language, cause, figures, more))) {
          expect(text.length).toBeGreaterThan(10);
          expect(text).not.toMatch(/undefined|null|NaN|\[object|%m|\{n\}| {2}|^\s|\s$/);
        }
      }),
    );
  });

  it('have a message to send for each template', () => {
    const all = Object.values(texts.templates);
    expect(new Set(all).size).toBe(TEMPLATE_KEYS.length);
    for (const text of all) expect(text.length).toBeGreaterThan(80);
  });

  it('speak of a budget only where a deal has one', () => {
    const budget = /budget is spent|израсходовано|planned budget|планового/;
    const none = words(language, 'over_budget', {});
    expect([none.title, none.rationale].filter((text) => budget.test(text))).toEqual([]);
    const over = words(language, 'over_budget', { burn_percent: 132 });
    for (const text of [over.title, over.rationale]) expect(text).toContain('132 %');
  });

  it('are in that language', () => {
    const said = CAUSES.flatMap((cause) => Object.values(words(language, cause, { waiting_days: 3, needs: 2 })));
    for (const text of [...said, ...Object.values(texts.templates)])
      expect(/[а-яё]/i.test(text)).toBe(language === 'ru');
  });

  it('tell the chance of the next 14 days as it is, and none where it is there or no more than usual', () => {
    const chance = { p14: 62, usual: 8 };
    const rationale = (figures: Partial<Figures>) =>
      words(language, 'stage_late', { late_days: 3, ...figures }).rationale;
    expect(rationale({ chance })).toMatch(/62 %.* 8 %/);
    expect(rationale({ chance, there_since: '2026-12-03' })).toMatch(/3 (?:Dec|декабря)/);
    for (const figures of [{ chance, there_since: '2026-12-03' }, { chance: { p14: 8, usual: 8 } }, {}])
      expect(rationale(figures)).not.toContain('%');
  });

  it('say first why it is open again', () => {
    for (const reopened of REOPENED_REASONS) {
      const { why_now } = words(language, 'stage_late', { late_days: 3 }, { reopened });
      expect(why_now).toBe(`${texts.reopened[reopened]} ${texts.causes.stage_late.why_now}`);
    }
  });
});

describe('a number and its noun', () => {
  it.each([
    [1, '1 working day', '1 рабочий день', '1 запрос', 'заблокирована 1 задача', '1 пожелание', '1 сообщение'],
    [2, '2 working days', '2 рабочих дня', '2 запроса', 'заблокированы 2 задачи', '2 пожелания', '2 сообщения'],
    [5, '5 working days', '5 рабочих дней', '5 запросов', 'заблокировано 5 задач', '5 пожеланий', '5 сообщений'],
    [11, '11 working days', '11 рабочих дней', '11 запросов', 'заблокировано 11 задач', '11 пожеланий', '11 сообщений'],
    [21, '21 working days', '21 рабочий день', '21 запрос', 'заблокирована 21 задача', '21 пожелание', '21 сообщение'],
  ])('agree for %i', (n, englishDays, days, requests, issues, needs, messages) => {
    expect(titles('en', 'client_silent', { waiting_days: n })).toContain(`${englishDays} without`);
    expect(titles('ru', 'client_silent', { waiting_days: n })).toBe(`Напомнить о себе: ${days} без ответа`);
    expect(titles('ru', 'scope_requests', { scope_requests: n })).toContain(`${requests} вне`);
    const { rationale } = words('ru', 'scope_requests', { scope_requests: 1, client_messages: n });
    expect(rationale).toContain(`${messages}.`);
    expect(titles('ru', 'work_blocked', { open_blockers: n })).toMatch(new RegExp(`${issues}$`));
    expect(titles('ru', 'needs_voiced', { needs: n })).toMatch(new RegExp(`${needs}$`));
  });

  it.each([
    [1, 'Escalate: 1 issue is blocked'],
    [2, 'Escalate: 2 issues are blocked'],
  ])('agree in English with the verb too, for %i', (n, title) => {
    expect(titles('en', 'work_blocked', { open_blockers: n })).toBe(title);
  });
});
