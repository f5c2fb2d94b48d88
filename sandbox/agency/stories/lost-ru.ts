import { movesDeal, notes, opensDeal, setsCost } from '../sales.js';
import type { Story } from '../story.js';
import { resolves, talks } from '../talks.js';
import { cycles, issue } from '../work.js';

const SITE = 'Сайт с бронированием';
const SEASON = 'Поддержка на сезон';

/**
 * A chain of guest houses that is content with the work and yet goes: on day 56 the support of the season moves to
 * Lost, since another studio asks for less. Everything else is as it should be, so that the deal alone tells of it.
 */
export const lostRu: Story = {
  key: 'lost-ru',
  name: 'Гостевые дома «Причал»: сайт и поддержка',
  language: 'ru',
  company: { name: 'Гостевые дома «Причал»', domain: 'prichal-doma.example' },
  contact: { name: 'Денис Яковлев', email: 'yakovlev@prichal-doma.example' },
  channel: 'Channel::Email',
  team: 'PRC',
  manager: 'Marta Lind',
  acts: [
    [1, 9, opensDeal(SITE, { stage: 'Negotiation', value: 52_000, budget: 31_000 })],
    [2, 12, movesDeal(SITE, 'Won')],
    [2, 13, notes('Договор', 'Денис Яковлев подписал договор на сайт. Счёт 2026-101 выставлен, срок 10 дней.')],
    [11, 11, notes('Оплата', 'Счёт 2026-101 оплачен.')],
    [21, 12, setsCost(SITE, 8_000)],
    [30, 9, opensDeal(SEASON, { stage: 'Proposal', value: 39_000, budget: 24_000 })],
    [40, 12, setsCost(SITE, 17_500)],
    [44, 12, movesDeal(SEASON, 'Negotiation')],
    [56, 12, movesDeal(SEASON, 'Lost')],
    [56, 13, notes('Сделка проиграна', 'Поддержку сезона берёт другая студия: она дешевле на треть.')],
    [57, 12, setsCost(SITE, 21_000)],

    ...cycles('Спринт', 14, [1, 15, 29, 43, 57]),
    ...issue('Карта домов', [2, 3, 9], 'Шесть домов на двух берегах, у каждого своя страница'),
    ...issue('Календарь свободных дат', [8, 10, 18]),
    ...issue('Бронирование с предоплатой', [17, 19, 28]),
    ...issue('Фотографии комнат', [27, 29, 34]),
    ...issue('Паром и дорога', [33, 35, 40]),
    ...issue('Отзывы гостей', [39, 41, 47]),
    ...issue('Цены по сезонам', [46, 48, 53]),
    ...issue('Письмо за день до приезда', [54, 55, 57]),
    ...issue('Скидка на третью ночь', [55, 56, 58]),
    ...issue('Прокат лодок', [57, 58, 60]),

    ...talks(`
      # Начало
      1 11:00 client: Здравствуйте, Марта! Снимки домов и цены лежат в папке.
      1 11:30 team: Здравствуйте, Денис! Спасибо, начинаем с карты.
      1 12:00 client: Хорошо.

      # Карта
      10 10:00 client: Карта понятная, гости сразу видят, какой дом у воды.
      10 10:36 team: Рады слышать. Следующий календарь.
      10 11:00 client: Отлично.

      # Календарь
      19 12:00 client: Если гость уезжает утром, дата в этот день свободна?
      19 12:30 team: Да, день отъезда снова открыт для заезда.
      19 13:00 client: Спасибо, так и нужно.

      # Предоплата
      29 09:00 client: Первые три брони с предоплатой пришли за ночь, отлично!
      29 09:30 team: Поздравляем, Денис!
      29 10:00 client: Спасибо.

      # Паром
      41 14:00 client: Расписание парома на сайте верное, сверил с причалом.
      41 14:36 team: Спасибо за проверку.
      41 15:00 client: Пожалуйста.

      # Отзывы
      48 11:00 client: Отзывы читаются хорошо, новых уже девять.
      48 11:24 team: Прекрасно!
      48 12:00 client: Спасибо.

      # Сезон
      56 10:00 client: Марта, поддержку сезона мы отдаём другой студии, у них выгоднее. К сайту вопросов нет, спасибо за работу.
      56 10:42 team: Спасибо, что сказали прямо, Денис. Сайт доведём до конца, как договорились.
      56 11:12 client: Хорошо.

      # Письмо гостям
      58 12:00 client: Письмо за день до приезда пришло вовремя.
      58 12:30 team: Отлично, остались скидка и лодки.
      58 13:00 client: Хорошо.
    `),
    [1, 13, resolves('Начало')],
  ],
};
