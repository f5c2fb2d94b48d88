import { describe, expect, it } from '@jest/globals';
import { isAutomatic } from './automatic.js';

const MACHINES = [
  'Thanks for writing to us. We are away and will come back to you.',
  'Thank you for contacting us! We will get back to you as soon as possible.',
  'Hello, thank you for your message. Our team will reply within 24 hours.',
  'Hi there, thanks for reaching out. We are outside of our business hours and will reply shortly.',
  'Automatic reply: Website',
  'Auto-reply. I am on vacation.',
  'This is an automated message, please do not reply.',
  'Out of office: back on 3 May',
  'Out of office until 12 May',
  'Re: Automatic reply: Website',
  'I am currently out of the office until 12 May. In urgent cases please contact my colleague.',
  'We are closed until Monday and will return your mail then.',
  'We have received your request. Someone from our team will be in touch soon.',
  'Автоответ: я в отпуске',
  'Это автоматическое уведомление, отвечать на него не нужно.',
  'Это автоматический ответ на ваше письмо.',
  'Спасибо за обращение! Мы ответим вам в ближайшее время.',
  'Здравствуйте! Ваше обращение принято, менеджер свяжется с вами.',
  'Это письмо отправлено автоматически, не отвечайте на него.',
  'Я в отпуске до 12 мая. По срочным вопросам обращайтесь к Анне.',
  'Сейчас нерабочее время, ответим утром.',
];

const PEOPLE = [
  "Thanks for your message, we'll send the estimate tomorrow.",
  'Thank you for writing so quickly. The form is fixed.',
  'I am out of the office tomorrow, can we move the call?',
  'Our office is closed on Friday, so I will send the texts on Thursday.',
  'The automatic backup failed last night.',
  'Please add an automatic reply to the form.',
  'Automated response emails go out twice, can you fix this?',
  'Automatic replies from the form come late.',
  'Out of office hours we cannot log in.',
  'Autoresponder texts have to be changed.',
  'Автоответчик на сайте не работает, почините, пожалуйста.',
  'Автоматическое уведомление о заказе не приходит клиентам.',
  'Это автоматическое уведомление не приходит клиентам.',
  'We will get back to you about the colours on Monday.',
  'Спасибо за письмо, счёт пришлю завтра.',
  'Я в отпуске с понедельника, давайте созвонимся сегодня.',
  'Нужен автоответ на форму заявки.',
  'Спасибо, всё понятно',
  'Our shop is down, when will you look at it?',
  '',
];

describe('a message that', () => {
  it.each(MACHINES)('a machine wrote: %s', (text) => expect(isAutomatic(text)).toBe(true));
  it.each(PEOPLE)('a person wrote: %s', (text) => expect(isAutomatic(text)).toBe(false));
});
