import { describe, expect, it } from '@jest/globals';
import { expectsAnswer } from './expects-answer.js';

const FROM_TEAM = [
  'When would it suit you to talk?',
  'Could you please approve the homepage design?',
  'Please send us the texts for the landing page.',
  'Just to bring it up again: please review and approve the booking form, everything else is ready.',
  'Let us know which of the two logos you prefer.',
  'We still need the prices from you.',
  'We are waiting for your decision on the domain.',
  'Which countries come first?',
  'The draft is ready. What do you think?',
  'A short reminder about the contract: could you sign it today',
  "We haven't heard from you. Have you had a chance to look at the layout?",
  'Hat die neue Seite so gepasst?',
  'Согласуйте, пожалуйста, макет главной страницы: остальное готово.',
  'Пришлите, пожалуйста, тексты для лендинга.',
  'Ждём вашего решения по домену.',
  'Подскажите, кто отвечает за прайс-лист',
  'Кто за него отвечает?',
  'Напоминаем о договоре: подпишите его, пожалуйста',
  'От вас нужны фотографии. Нам нужны логотип и тексты.',
  'Дайте знать, какой вариант вам ближе.',
];

const NOT_FROM_TEAM = [
  'Thank you, Hannah. Signing up is next.',
  'The menu pages are on the test server, in Italian and in English.',
  'We will send you the report by Friday.',
  'Let us know if you have any questions.',
  'If you need anything else, please tell us.',
  'Is there anything else we can help you with?',
  'Please find the invoice attached.',
  'Feel free to write at any time.',
  'No need to reply.',
  'Please note that the office is closed on Monday.',
  'Great, congratulations!',
  '',
  '👍',
  'Спасибо! Теперь поиск по каталогу.',
  'Если будут вопросы, пишите.',
  'Если что-то понадобится, дайте знать.',
  'Можем ли мы чем-то ещё помочь?',
  'Отчёт в общей папке.',
  'Завтра пришлём страницу с ними.',
  'Обращайтесь!',
  'Форум можно, но это отдельная работа.',
  'We want to show you the shop on Friday.',
  'How are you?',
];

const FROM_CLIENT = [
  'Our shop is down, when will you look at it?',
  'The form is broken. On the day of the fair!',
  'The site does not open since this morning.',
  'I have waited long enough. This was an awful month, the worst service we ever had.',
  'Please change the phone number in the footer.',
  'We would like to add a loyalty programme.',
  'Where do I change it?',
  'I need the invoice for March.',
  'We leave. Please hand over all files.',
  'Thanks, but it still does not work.',
  'Wann ist die Seite fertig?',
  'Any news on the estimate',
  'Do you also do SEO?',
  'Сайт не открывается',
  'Форма снова не работает, клиенты жалуются.',
  'Завтра конец этапа, а кабинета нет. Это очень плохо, мы недовольны.',
  'Исправьте, пожалуйста, телефон в подвале',
  'Нам нужен счёт за март.',
  'Можно новый счёт',
  'Когда будет готово?',
  'Хотим добавить магазин снаряжения',
  'Спасибо, но пока ничего не получается',
  'Do you need anything else to begin?',
  'А можно ещё отчёты по походам',
  'The board asks where the portal stands. Still nothing from our IT.',
  'Директор спрашивает, где мы находимся. От оптовика новостей нет.',
];

const NOT_FROM_CLIENT = [
  'thanks',
  'Thanks!',
  'Thank you, that is all.',
  'Great, thank you for the quick fix',
  'Got it, thanks for the quick fix.',
  'Perfect, that works for us.',
  'Ok, see you on Monday',
  'Looks good, go ahead',
  'Approved, that is exactly what I wanted. Thank you!',
  'No problem at all, thanks',
  'I see it now, thanks. A table for two at eight, just as I typed it.',
  'The timetable is clear and easy to read, thank you.',
  'Have a nice day!',
  'Our IT is named in the contract. I ask them where it stands.',
  'No more questions from my side.',
  'You do not need to answer.',
  '',
  '👍',
  'Спасибо, всё понятно',
  'спасибо, все понятно',
  'Хорошо, спасибо.',
  'Понял, договорились',
  'Утверждаю, очень красиво. Спасибо!',
  'Всё работает, вопросов нет',
  'Вижу, спасибо.',
  'До встречи в понедельник!',
  'Календарь удобный, инструкторам понравился.',
];

describe('a message of the team', () => {
  it.each(FROM_TEAM)('expects an answer: %s', (text) => expect(expectsAnswer(text, 'team')).toBe(true));
  it.each(NOT_FROM_TEAM)('expects none: %j', (text) => expect(expectsAnswer(text, 'team')).toBe(false));
});

describe('a message of the client', () => {
  it.each(FROM_CLIENT)('expects an answer: %s', (text) => expect(expectsAnswer(text, 'client')).toBe(true));
  it.each(NOT_FROM_CLIENT)('expects none: %j', (text) => expect(expectsAnswer(text, 'client')).toBe(false));
});

it('a machine expects no answer, whatever it asks', () => {
  const text = 'Automatic reply: I am away until Monday. Is it urgent? Please call my colleague.';
  expect([expectsAnswer(text, 'client'), expectsAnswer(text, 'team')]).toEqual([false, false]);
});
