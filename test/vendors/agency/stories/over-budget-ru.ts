import { movesDeal, notes, opensDeal, setsCost } from '../sales.js';
import type { Story } from '../story.js';
import { begins, resolves, says } from '../talks.js';
import { cycles, issue } from '../work.js';

const DEAL = 'Запись на ремонт';

/**
 * A car service: booking of repairs for six garages, each with a till of another maker. What was planned as one connection
 * became six, and the costs went past the plan in the seventh week; at the end they stand a quarter above it.
 */
export const overBudgetRu: Story = {
  key: 'over-budget-ru',
  name: 'Автосервис «Поршень»: запись на ремонт',
  language: 'ru',
  company: { name: 'Автосервис «Поршень»', domain: 'porshen-service.example' },
  contact: { name: 'Денис Рябов', email: 'ryabov@porshen-service.example' },
  channel: 'Channel::Whatsapp',
  team: 'PRS',
  manager: 'Oleg Sorin',
  acts: [
    [1, 9, opensDeal(DEAL, { stage: 'Negotiation', value: 56_000, budget: 24_000 })],
    [2, 12, movesDeal(DEAL, 'Won')],
    [2, 13, notes('Договор', 'Цена твёрдая, на работы заложено 24 000. Счёт 2026-061 выставлен, срок 15 дней.')],
    [9, 17, setsCost(DEAL, 3_200)],
    [16, 17, setsCost(DEAL, 7_400)],
    [18, 11, notes('Оплата', 'Счёт 2026-061 оплачен.')],
    [23, 17, setsCost(DEAL, 11_800)],
    [30, 17, setsCost(DEAL, 15_900)],
    [37, 17, setsCost(DEAL, 20_300)],
    [45, 17, setsCost(DEAL, 24_600)],
    [46, 10, notes('Часы', 'Шесть касс вместо одной. План израсходован, остались два сервиса.')],
    [52, 17, setsCost(DEAL, 27_500)],
    [58, 17, setsCost(DEAL, 30_000)],

    ...cycles('Этап', 14, [1, 15, 29, 43, 57]),
    ...issue('Расписание подъёмников', [2, 4, 11], 'Два подъёмника у малого сервиса, пять у большого'),
    ...issue('Запись на диагностику', [9, 11, 18]),
    ...issue('Касса первого сервиса', [16, 17, 26]),
    ...issue('Касса второго и третьего', [24, 27, 36]),
    ...issue('История ремонтов по номеру машины', [34, 36, 43]),
    ...issue('Касса четвёртого сервиса', [41, 43, 50]),
    ...issue('Сообщение «машина готова»', [47, 49, 53]),
    ...issue('Касса пятого сервиса', [53, 54, 57]),
    ...issue('Оценка после ремонта', [54, 56, 58]),
    ...issue('Касса шестого сервиса', [57, 58, 60]),
    ...issue('Памятка приёмщику', [59]),

    [
      1,
      10,
      begins('client', 'Начало', 'Привет! Скинул список сервисов и часы работы. Кассы у всех разные, предупреждаю.'),
    ],
    [1, 10.4, says('team', 'Привет, Денис! Список есть. Начинаем с расписания, кассы по одной.')],
    [1, 11, says('client', 'Хорошо.')],
    [1, 12, resolves('Начало')],
    [12, 12, begins('client', 'Расписание', 'Мастерам расписание зашло, на стене больше ничего не пишут.')],
    [12, 12.5, says('team', 'Отличная новость!')],
    [12, 13, says('client', 'Сам рад.')],
    [25, 9, begins('client', 'Счёт', 'В счёте опечатка в ИНН, бухгалтер вернула. Можно новый?')],
    [25, 9.5, says('team', 'Да, исправленный счёт уже в почте. Извините за опечатку.')],
    [25, 10, says('client', 'Получил, спасибо, быстро.')],
    [37, 15, begins('client', 'Кассы', 'Третий сервис пробил первый чек из записи. Работает!')],
    [37, 15.5, says('team', 'Ура! Осталось три кассы.')],
    [37, 16, says('client', 'Спасибо за терпение.')],
    [44, 11, begins('client', 'История', 'По номеру видно всё, что делали с машиной. Клиентам нравится.')],
    [44, 11.6, says('team', 'Спасибо, Денис.')],
    [44, 12, says('client', 'Вам спасибо.')],
    [54, 13, begins('client', 'Готово', 'Сообщение о готовности приходит сразу, люди перестали звонить.')],
    [54, 13.4, says('team', 'Хорошо. Пятая касса в работе.')],
    [54, 14, says('client', 'Вижу, спасибо.')],
    [59, 12, begins('client', 'Оценки', 'Первые оценки: одни пятёрки. Приятно.')],
    [59, 12.6, says('team', 'Поздравляем! Шестая касса подключена к пробной смене.')],
    [59, 13.2, says('client', 'Супер, спасибо.')],
  ],
};
