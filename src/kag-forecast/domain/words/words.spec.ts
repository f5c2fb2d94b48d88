import { describe, expect, it } from '@jest/globals';
import { shippedForecasts } from '../../../../test/builders/forecasts.js';
import type { Driver, DriverFigures } from '../forecast.js';
import { WAYS } from '../models/models.js';
import { RISK_TYPES } from '../risks.js';
import { driverWords, forecastWords, raisedBy } from './tell.js';
import { WORDS } from './languages.js';

const driver = (key: string, figures: DriverFigures, points = 0): Driver => ({
  key,
  value: 0.5,
  points: { p7: points, p14: points, p30: points },
  figures,
});

describe('drivers in words', () => {
  it.each<[key: string, figures: DriverFigures, en: string, ru: string]>([
    ['blockers_age', { blockers: 0, days: 0 }, 'no issue is blocked', 'заблокированных задач нет'],
    ['blockers_age', { blockers: 1, days: 0.02 }, '1 issue is blocked', 'заблокирована 1 задача'],
    [
      'blockers_age',
      { blockers: 1, days: 1 },
      '1 issue is blocked, for 1 working day',
      'заблокирована 1 задача: 1 рабочий день',
    ],
    [
      'blockers_age',
      { blockers: 2, days: 2.54 },
      '2 issues are blocked, for 2.5 working days on average',
      'заблокированы 2 задачи: в среднем 2,5 рабочего дня',
    ],
    [
      'blockers_age',
      { blockers: 5, days: 5 },
      '5 issues are blocked, for 5 working days on average',
      'заблокировано 5 задач: в среднем 5 рабочих дней',
    ],
    ['open_blockers', { blockers: 0 }, 'no issue is blocked', 'заблокированных задач нет'],
    ['open_blockers', { blockers: 21 }, '21 issues are blocked', 'заблокирована 21 задача'],
    ['stage_overdue', { days: 0 }, 'no stage is past its due date', 'просроченных этапов нет'],
    ['stage_overdue', { days: 3 }, 'a stage is 3 working days past its due date', 'этап просрочен на 3 рабочих дня'],
    [
      'slowness',
      { minutes: 180, usual: 41 },
      'the team answers within 3 working hours (median), and it was 41 working minutes before',
      'команда отвечает за 3 рабочих часа (медиана), а раньше — за 41 рабочую минуту',
    ],
    [
      'slow_answers',
      { minutes: 150 },
      'the team answers within 2.5 working hours (median)',
      'команда отвечает за 2,5 рабочего часа (медиана)',
    ],
    [
      'days_overdue',
      { stuck: 6, of: 28 },
      'on 6 of 28 recent days a stage was overdue, or issues had been blocked for two working days',
      'в 6 из 28 последних дней этап был просрочен или задачи были заблокированы два рабочих дня',
    ],
    [
      'days_overdue',
      { stuck: 0, of: 21 },
      'on none of 21 recent days a stage was overdue, or issues had been blocked for two working days',
      'за 21 день ни разу не было просроченного этапа или задач, заблокированных два рабочих дня',
    ],
    [
      'own_onsets',
      { onsets: 2, last: '2026-10-03' },
      'it came about in this project before: 2 times up to 3 Oct',
      'в проекте такое уже бывало: 2 раза по 3 октября',
    ],
    [
      'own_onsets',
      { onsets: 0, last: null },
      'it had not come about in this project until three weeks ago',
      'ещё три недели назад такого в проекте не было',
    ],
    [
      'burn',
      { burn: 0.854 },
      '85 % of the budget is spent, of the deal that is worst',
      'израсходовано 85 % бюджета худшей сделки',
    ],
    [
      'burn_projected',
      { burn: 0.8, reached_on: '2026-12-12' },
      'the budget is reached on 12 Dec at this pace',
      'при таком темпе бюджет закончится 12 декабря',
    ],
    [
      'burn_projected',
      { burn: 0.8, reached_on: null },
      'at this pace the budget is not reached within 300 days',
      'при таком темпе бюджета хватит дольше чем на 300 дней',
    ],
    ['burn_projected', { burn: 1.02, reached_on: null }, 'the budget is spent already', 'бюджет уже израсходован'],
    [
      'margin',
      { margin: 0.12 },
      'the costs leave 12 % of the deal’s value',
      'за вычетом расходов от стоимости сделки остаётся 12 %',
    ],
    ['margin', { margin: -0.08 }, 'the costs are 8 % above the deal’s value', 'расходы на 8 % больше стоимости сделки'],
    [
      'margin_projected',
      { margin: 0.3, gone_on: '2027-01-03' },
      'the costs reach the deal’s value on 3 Jan at this pace',
      'при таком темпе расходы достигнут стоимости сделки 3 января',
    ],
    [
      'margin_projected',
      { margin: 0.3, gone_on: null },
      'at this pace the costs do not reach the deal’s value within 300 days',
      'при таком темпе расходы не достигнут стоимости сделки за 300 дней',
    ],
    [
      'margin_projected',
      { margin: 0, gone_on: null },
      'the costs have reached the deal’s value',
      'расходы уже достигли стоимости сделки',
    ],
    ['waiting', { days: 0 }, 'the client owes no answer', 'ответа от клиента не ждут'],
    [
      'waiting',
      { days: 2.5 },
      'the client has owed an answer for 2.5 working days',
      'клиент не отвечает 2,5 рабочего дня',
    ],
    [
      'mean_waiting',
      { days: 0.6, of: 22 },
      'over 22 recent days the client owed an answer for 0.6 working days on average',
      'за 22 дня ответа клиента ждали в среднем 0,6 рабочего дня',
    ],
    [
      'negative_share',
      { share: 0.3 },
      '30 % of what the client wrote in 21 days is negative, each person counted alike',
      '30 % написанного клиентом за 21 день — с недовольством, все его люди учтены поровну',
    ],
    [
      'low_mood',
      { level: -0.24 },
      'the client’s mood in 21 days is −0.2 on a scale from −1 to 1',
      'настроение клиента за 21 день — −0,2 по шкале от −1 до 1',
    ],
    ['activity_drop', { drop: 0 }, 'the week was no quieter than usual', 'неделя была не тише обычного'],
    ['activity_drop', { drop: 0.4 }, 'the week was 40 % quieter than usual', 'неделя была на 40 % тише обычного'],
    [
      'requests_7d',
      { requests: 0 },
      'no request beyond the scope in 7 days',
      'запросов вне договорённостей за 7 дней не было',
    ],
    [
      'requests_7d',
      { requests: 3 },
      '3 requests beyond the scope in 7 days',
      '3 запроса вне договорённостей за 7 дней',
    ],
    [
      'requests_28d',
      { requests: 5, days: 21 },
      '5 requests beyond the scope in 21 days',
      '5 запросов вне договорённостей за 21 день',
    ],
    [
      'days_above_warn',
      { above: 1, of: 28 },
      'on 1 of 28 recent days the week had had two requests beyond the scope or more',
      'в 1 из 28 последних дней за неделю было два запроса вне договорённостей или больше',
    ],
    [
      'days_above_warn',
      { above: 0, of: 28 },
      'on none of 28 recent days the week had had two requests beyond the scope or more',
      'за 28 дней ни разу не было двух запросов вне договорённостей за неделю',
    ],
  ])('%s %j', (key, figures, en, ru) => {
    expect(driverWords(driver(key, figures), 'en')).toBe(en);
    expect(driverWords(driver(key, figures), 'ru')).toBe(ru);
  });

  it('are there for each feature of each model, in each language', () => {
    for (const risk of RISK_TYPES)
      for (const way of Object.values(WAYS))
        for (const { key } of way.features[risk])
          for (const { drivers } of Object.values(WORDS)) expect(drivers[key]).toBeInstanceOf(Function);
  });

  it('are none of what is not known', () =>
    expect(driverWords({ ...driver('burn', { burn: null }), value: null }, 'en')).toBeNull());

  it('are none of what a model counts as 0, since it is not known', () => {
    const { drivers } = shippedForecasts({ burn: 0.9, margin: null, margin_slope: null }, {}, 'rules-v2').finance_risk;
    const margin = drivers.find(({ key }) => key === 'margin');
    expect(margin).toMatchObject({ value: 0, figures: { margin: null } });
    expect(['en', 'ru'].map((locale) => driverWords(margin!, locale as 'en' | 'ru'))).toEqual([null, null]);
  });

  it('are made of figures that the features give', () => {
    for (const forecast of Object.values(shippedForecasts({ burn: 0.9, burn_slope: 0.01, open_blockers: 2 })))
      for (const one of forecast.drivers) {
        expect(driverWords(one, 'en')).not.toMatch(/NaN|undefined|null|Infinity/);
        expect(driverWords(one, 'ru')).not.toMatch(/NaN|undefined|null|Infinity/);
      }
  });
});

describe('what raises a chance', () => {
  const given = [
    driver('own_onsets', { onsets: 0, last: null }, -6),
    driver('burn', { burn: 0.8 }, 1.6),
    driver('burn_projected', { burn: 0.8, reached_on: '2026-12-12' }, 9.2),
  ];

  it('is the one that raises it most', () => {
    expect(raisedBy(given, 'en')).toBe('the budget is reached on 12 Dec at this pace');
    expect(raisedBy(given, 'ru')).toBe('при таком темпе бюджет закончится 12 декабря');
  });

  it.each<[string, Driver[]]>([
    ['nothing does', given.slice(0, 1)],
    ['none does by a point', [driver('burn', { burn: 0.8 }, 0.4)]],
    ['nothing is known of it', [{ ...driver('burn', { burn: null }, 9), value: null }]],
  ])('is nothing where %s', (_what, drivers) => expect(raisedBy(drivers, 'en')).toBeNull());
});

describe('a forecast in words', () => {
  const base = { status: 'ok', since: null, p14: 0.15, basis: 'own', drivers: [] as Driver[] } as const;
  const usual = { p7: 0.03, p14: 0.06, p30: 0.12 };
  const both = (given: Partial<Parameters<typeof forecastWords>[0]>) =>
    (['en', 'ru'] as const).map((locale) => forecastWords({ ...base, base_rate: usual, ...given }, locale));

  it('names what is usual, and what moves it from that by a point or more', () => {
    const drivers = [
      driver('own_onsets', { onsets: 0, last: null }, -0.4),
      driver('burn_projected', { burn: 0.8, reached_on: '2026-12-12' }, 9.2),
      driver('burn', { burn: 0.8 }, 1.6),
      driver('margin', { margin: 0.6 }, -1.4),
    ];
    expect(both({ drivers })).toEqual([
      '15 % within 14 days: 6 % is usual for your projects; +9 the budget is reached on 12 Dec at this pace; ' +
        '+2 80 % of the budget is spent, of the deal that is worst; −1 the costs leave 60 % of the deal’s value.',
      '15 % за 14 дней: для ваших проектов обычно 6 %; +9 при таком темпе бюджет закончится 12 декабря; ' +
        '+2 израсходовано 80 % бюджета худшей сделки; −1 за вычетом расходов от стоимости сделки остаётся 60 %.',
    ]);
  });

  it('says of a healthy project what is usual, and that it is just that', () =>
    expect(both({ p14: 0.06 })).toEqual([
      '6 % within 14 days, no more than what is usual: 6 % is usual for your projects.',
      '6 % за 14 дней, не больше обычного: для ваших проектов обычно 6 %.',
    ]));

  it('does not call usual for your projects what is only assumed', () =>
    expect(both({ p14: 0.04, basis: 'prior' })).toEqual([
      '4 % within 14 days, no more than what is usual: 6 % is assumed until your own projects tell more.',
      '4 % за 14 дней, не больше обычного: 6 % — допущение, пока ваши проекты не показали большего.',
    ]));

  it('says since when it is there', () =>
    expect(both({ status: 'already', since: '2026-12-01', p14: null })).toEqual([
      'It is there, since 1 Dec.',
      'Это уже происходит с 1 декабря.',
    ]));

  it('says why nothing can be said', () =>
    expect(both({ status: 'not_enough_history', p14: null })).toEqual([
      'Nothing can be said yet: that takes 14 days of the project, and something that this risk shows in.',
      'Пока сказать нечего: для этого нужны 14 дней проекта и то, в чём этот риск проявляется.',
    ]));
});
