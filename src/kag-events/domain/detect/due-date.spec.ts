import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dueDateIn } from './due-date.js';
import { sentencesOf } from './sentences.js';

const dayIn = (text: string, sent: string): string | undefined =>
  dueDateIn(sentencesOf(text)[0]?.words ?? '', new Date(sent))
    ?.toISOString()
    .slice(0, 10);

/** A Wednesday. */
const WEDNESDAY = '2026-03-11T15:30:00Z';

describe('dueDateIn', () => {
  it.each([
    ['by 2026-03-01', undefined],
    ['by 2026-03-11', '2026-03-11'],
    ['by 31.02.2027', undefined],
    ['by 1.4.26', '2026-04-01'],
    ['by 03/25/2026', '2026-03-25'],
    ['by 03/04/2026', undefined],
    ['by 5.3.', '2027-03-05'],
    ['version 2.1 tomorrow', '2026-03-12'],
    ['by 10 March', '2027-03-10'],
    ['by the 15th of March', '2026-03-15'],
    ['by March 20th, 2027', '2027-03-20'],
    ['on 29 February', '2028-02-29'],
    ['by the 10th', '2026-04-10'],
    ['by the 31st', '2026-03-31'],
    ['between 10-15 April', '2026-04-15'],
    ['by Wednesday', '2026-03-18'],
    ['this Wednesday', '2026-03-11'],
    ['next Wednesday', '2026-03-18'],
    ['next Friday', '2026-03-20'],
    ['on Friday next week', '2026-03-20'],
    ['by Monday, March 23', '2026-03-23'],
    ['the day after tomorrow', '2026-03-13'],
    ['by EOD', '2026-03-11'],
    ['this week', '2026-03-15'],
    ['by the end of next week', '2026-03-22'],
    ['before the weekend', '2026-03-13'],
    ['in a week', '2026-03-18'],
    ['within 24 hours', '2026-03-12'],
    ['in an hour', '2026-03-11'],
    ['in a month', '2026-04-11'],
    ['within five business days', '2026-03-18'],
    ['a week from now', '2026-03-18'],
    ['by the end of the quarter', '2026-03-31'],
    ['by the end of next month', '2026-04-30'],
    ['by end of April', '2026-04-30'],
    ['in April', '2026-04-30'],
    ['by April', '2026-03-31'],
    ['by mid-April', '2026-04-20'],
    ['by 5 pm', '2026-03-11'],
    ['tomorrow by 5 pm', '2026-03-12'],
    ['the invoice from March 20', undefined],
    ['before May 5 we may add 3 pages', '2026-05-05'],
    ['on Friday the 20th', '2026-03-20'],
    ['on Friday, 27th', '2026-03-27'],
    ['the 20th, as agreed', '2026-03-20'],
    ['the 20th draft', undefined],
    ['the 1st version is here', undefined],
    ['a week on Friday', '2026-03-20'],
    ['within a fortnight', '2026-03-25'],
    ['Give us a week, and it works', '2026-03-18'],
    ['on the last day of this month', '2026-03-31'],
    ['before the month is over', '2026-03-31'],
    ["by the month's end", '2026-03-31'],
    ['tmrw', '2026-03-12'],
    ['nxt friday', '2026-03-20'],
    ['next wed', '2026-03-18'],
    ['we wed in summer', undefined],
    ['sending it tonite', '2026-03-11'],
    ['within the hour', '2026-03-11'],
    ['no date here', undefined],
    ['сегодня', '2026-03-11'],
    ['Вечером скину', '2026-03-11'],
    ['завтра вечером скину', '2026-03-12'],
    ['двадцатого пришлём', '2026-03-20'],
    ['двадцать первого марта', '2026-03-21'],
    ['к пятнадцатому числу', '2026-03-15'],
    ['до третьего апреля', '2026-04-03'],
    ['до десятого, не позже', '2026-04-10'],
    ['после третьего этапа', undefined],
    ['до второго этапа', undefined],
    ['в понедельник, шестнадцатого', '2026-03-16'],
    ['в четверг, 19-го', '2026-03-19'],
    ['13го точно', '2026-03-13'],
    ['на 25-е', '2026-03-25'],
    ['1-й вариант', undefined],
    ['2-го этапа', undefined],
    ['следующей пятницей', '2026-03-20'],
    ['в пнд', '2026-03-16'],
    ['послезавтра', '2026-03-13'],
    ['до 15-го марта 2027 года', '2027-03-15'],
    ['до 10 марта', '2027-03-10'],
    ['к 20 числу', '2026-03-20'],
    ['до 10-го', '2026-04-10'],
    ['до 20.03.2026 г.', '2026-03-20'],
    ['к 9.4', '2026-04-09'],
    ['в среду', '2026-03-18'],
    ['во вторник', '2026-03-17'],
    ['в эту пятницу', '2026-03-13'],
    ['в следующую пятницу', '2026-03-20'],
    ['в понедельник на следующей неделе', '2026-03-16'],
    ['на этой неделе', '2026-03-15'],
    ['до конца следующей недели', '2026-03-22'],
    ['до конца рабочего дня', '2026-03-11'],
    ['до конца года', '2026-12-31'],
    ['до конца апреля', '2026-04-30'],
    ['через пару дней', '2026-03-13'],
    ['через неделю', '2026-03-18'],
    ['через 2 месяца', '2026-05-11'],
    ['в течение трёх рабочих дней', '2026-03-16'],
    ['в течение дня', '2026-03-11'],
    ['за 2 недели', '2026-03-25'],
    ['отчёт за 2 недели', undefined],
    ['в апреле', '2026-04-30'],
    ['до апреля', '2026-03-31'],
    ['в начале апреля', '2026-04-10'],
    ['до 18:00', '2026-03-11'],
    ['завтра до 18:00', '2026-03-12'],
    ['до выходных', '2026-03-13'],
    ['до Нового года', '2026-12-31'],
    ['счёт от 20 марта', undefined],
    ['маркетинг и майка', undefined],
  ])('reads %s', (text, day) => expect(dayIn(text, WEDNESDAY)).toBe(day));

  it.each([
    ['next Monday', '2026-03-15T23:59:59Z', '2026-03-16'],
    ['до конца недели', '2026-03-15T12:00:00Z', '2026-03-15'],
    ['by the end of the month', '2026-01-31T00:00:00Z', '2026-01-31'],
    ['in a month', '2026-01-31T00:00:00Z', '2026-02-28'],
    ['5 января', '2026-12-30T00:00:00Z', '2027-01-05'],
    ['до января', '2026-12-30T00:00:00Z', '2026-12-31'],
    ['by December', '2026-12-30T00:00:00Z', '2027-11-30'],
    ['in two hours', '2026-03-11T23:00:00Z', '2026-03-12'],
  ])('reads %s said at %s', (text, sent, day) => expect(dayIn(text, sent)).toBe(day));

  it('never lies before the day it was said on, and always at a day’s end', () => {
    const part = fc.constantFrom(
      ...[
        'by',
        'до',
        'friday',
        'пятницу',
        '15',
        '31',
        'march',
        'февраля',
        'next',
        'week',
        'in',
        'two',
        'days',
        'через',
      ],
      ...['2026-02-30', '29.02', '1.1.2030', 'end', 'of', 'конца', 'месяца', 'month', '999', 'лет', 'the', '10th', 'к'],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), fc.date({ noInvalidDate: true }), (parts, sent) => {
        const due = dueDateIn(` ${parts.join(' ')} `, sent);
        if (due === null) return;
        expect(due.getTime()).toBeGreaterThanOrEqual(sent.getTime());
        expect(due.toISOString()).toMatch(/T23:59:59\.999Z$/);
      }),
    );
  });
});
