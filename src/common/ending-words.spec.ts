import { describe, expect, it } from '@jest/globals';
import { saysEnding } from './ending-words.js';

describe('saysEnding', () => {
  it.each([
    'Lost',
    'closed – LOST',
    'Closed (lost to a competitor)',
    'Not  won',
    'Churn',
    'Churned 💔',
    'churn risk',
    'Frozen',
    'Freeze until Q3',
    'Stalled',
    'Stalling',
    'Потеряна',
    'Потеря клиента',
    'Проиграна',
    'Закрыто и не реализовано',
    'Отказ клиента',
    'Отток',
    'Клиент ушёл',
    'Клиент ушел',
    'Заморожена',
    'ЗАМОРОЗКА',
    'Застопорилась',
    'Зависла',
    'Застряла',
  ])('is true of %j', (stage) => expect(saysEnding(stage)).toBe(true));

  it.each([
    '',
    'Lead',
    'Won 🎉',
    'In Progress',
    'Negotiation',
    'Proposal sent',
    'Installed',
    'Unfrozen',
    'Reinstalling',
    'Glostrup',
    'Переговоры',
    'Выиграна',
    'Разморожена',
    'Успешно реализовано',
    'Пришёл договор',
    'Ушёл в работу',
    'Застройка',
    'Зависит от бюджета',
  ])('is false of %j', (stage) => expect(saysEnding(stage)).toBe(false));
});
