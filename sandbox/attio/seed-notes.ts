import type { Stage } from './attributes.js';

/** Title and markdown; {deal}, {who} and {number} are filled in. */
type Text = readonly [title: string, content: string];

/** What is noted when a deal reaches a stage. */
export const STAGE_NOTES: Record<'en' | 'ru', Record<Stage, Text[]>> = {
  en: {
    Lead: [
      ['First contact', '{who} asked what **{deal}** would roughly cost. Wants to hear back within the week.'],
      ['Inbound', 'Found us through another client. {who} needs "{deal}" before the season starts.'],
    ],
    Discovery: [
      [
        'Discovery call',
        '## {deal}\n- {who} decides alone\n- texts come from them, photos from us\n- no fixed launch date yet',
      ],
      ['Discovery call', 'Long talk with {who}. The need behind "{deal}" is fewer phone calls at busy hours.'],
    ],
    Proposal: [
      ['Proposal sent', 'Sent the offer for **{deal}** with two variants. {who} will answer after the weekend.'],
      ['Proposal sent', 'Offer for "{deal}" is out. {who} worries about the monthly cost, not about the set-up.'],
    ],
    Negotiation: [
      ['Price talk', '{who} asks for payment in three parts. Agreed to two, the second one after approval.'],
      ['Scope talk', 'Took the newsletter out of "{deal}" to stay within their budget; {who} agrees.'],
    ],
    Won: [
      ['Signed', '{who} signed **{deal}**. Invoice {number} sent, due in 14 days.'],
      ['Signed', 'Contract for "{deal}" is back from {who}. Sent invoice {number} for the first half.'],
    ],
    Lost: [['Lost', '{who} went with a cheaper offer for "{deal}". Ask again in half a year.']],
  },
  ru: {
    Lead: [['Первый контакт', '{who}: интересует «{deal}», просит назвать порядок цены до конца недели.']],
    Discovery: [
      ['Созвон', '## {deal}\n- решение принимает {who}\n- тексты их, фотографии наши\n- срок пока не назван'],
    ],
    Proposal: [['Отправили смету', 'Смета на «{deal}» у клиента. {who} ответит после согласования с бухгалтерией.']],
    Negotiation: [['Обсудили цену', '{who} просит оплату в три части. Сошлись на двух, вторая после приёмки.']],
    Won: [['Договор подписан', '{who}: договор по «{deal}» подписан. Счёт {number} выставлен, срок 10 дней.']],
    Lost: [['Отказ', '{who}: выбрали другого подрядчика на «{deal}». Вернуться через полгода.']],
  },
};

/** Some days after a deal was won. */
export const PAID_NOTES: Record<'en' | 'ru', Text> = {
  en: ['Payment', 'Invoice {number} paid in full by {who}. Thank-you note sent.'],
  ru: ['Оплата', 'Счёт {number} оплачен. {who}: платёжное поручение прислали.'],
};

/** About a company, by client. */
export const COMPANY_NOTES: [client: string, daysAgo: number, title: string, content: string][] = [
  ['tavola', 90, 'How they decide', 'Elena decides, but Giulio has to like it. Send drafts to both of them.'],
  [
    'berg',
    60,
    'Stock system',
    'Their stock system exports a file every night at two. See [the notes](https://wiki.example/berg).',
  ],
  ['lumen', 80, 'Data protection', '**No patient data** in tickets or screenshots. Daniel is strict about it.'],
  ['ohara', 3, 'Complaint', 'Neil is unhappy about Sunday: the page was down for two hours and nobody picked up.'],
  ['casaVerde', 50, 'Reference', 'Sofía would be happy to act as a reference. Ask before giving out her number.'],
  ['severdom', 40, 'Оплата', 'Бухгалтерия платит по вторникам и четвергам. Закрывающие документы — Игорю.'],
  ['utro', 65, 'Контакты', 'Анну по утрам не беспокоить, до одиннадцати она на производстве.'],
  ['belova', 30, 'Сезон', 'Набор в группы с августа, до этого всё должно работать.'],
  ['foster', 11, 'Referral', 'Aisha from the clinic sent them. Say thanks to her.'],
  ['novak', 37, 'Language', 'Site in Czech and English; Jakub translates.'],
];

/** What the members set themselves, by client. */
export const TASK_TEXTS: Record<'en' | 'ru', string[]> = {
  en: [
    'Send the offer for {deal}',
    'Call {who} about {deal}',
    'Check the open invoice of {deal}',
    'Prepare the handover of {deal}',
    'Ask {who} for the missing texts',
  ],
  ru: ['Отправить смету: {deal}', 'Позвонить: {who}, {deal}', 'Проверить оплату по счёту: {deal}', 'Акт по «{deal}»'],
};

/** Days before now; below zero it is still to come. */
export const MEETINGS: [client: string, day: number, title: string, allDay?: boolean][] = [
  ['berg', 101, 'Berg Cycles: kick-off'],
  ['lumen', 86, 'Lumen Clinic: discovery'],
  ['utro', 78, 'Пекарня «Утро»: старт проекта'],
  ['weiss', 54, 'Weiß Möbel: catalogue walk-through'],
  ['tavola', 41, 'Tavola Nove: autumn menu'],
  ['severdom', 36, 'Северный дом: требования к калькулятору'],
  ['casaVerde', 30, 'Casa Verde: photo day', true],
  ['berg', 26, 'Berg Cycles: sprint review'],
  ['ohara', 2, "O'Hara Funerals: what happened on Sunday"],
  ['gromov', 8, 'Громов Сервис: условия'],
  ['lumen', -3, 'Lumen Clinic: audit dates'],
  ['severdom', -6, 'Северный дом: показ личного кабинета', true],
];
