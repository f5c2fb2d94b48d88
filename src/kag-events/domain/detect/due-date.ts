import {
  addMonths,
  addWorkingDays,
  calendarOf,
  dayAt,
  dayOf,
  endOfDay,
  endOfQuarter,
  endOfWeek,
  hourOf,
  lastOfMonth,
  nextDate,
  nextOfMonth,
  weekdayOf,
} from './days.js';
import {
  HIGH_ORDINAL,
  MONTH,
  monthNamed,
  NUMBER,
  numberNamed,
  ORDINAL,
  ordinalNamed,
  WEEKDAY,
  weekdayNamed,
} from './due-date-words.js';

type Groups = Readonly<Record<string, string | undefined>>;
interface Reader {
  /** Over a sentence's words; begins and ends at whole words. */
  readonly pattern: RegExp;
  readonly day: (found: Groups, today: number, hour: number) => number | undefined;
  /** A date by itself: "Friday, March 20" is the 20th of March. */
  readonly exact?: true;
  /** An hour: speaks of today only where no day is named. */
  readonly hour?: true;
}
interface Found {
  readonly start: number;
  readonly end: number;
  readonly day: number;
  readonly reader: Reader;
}

const reader = (pattern: string, day: Reader['day'], kind: Pick<Reader, 'exact' | 'hour'> = {}): Reader => ({
  pattern: new RegExp(`(?<= )${pattern}(?= )`, 'gu'),
  day,
  ...kind,
});

const TH = '(?:st|nd|rd|th)?(?: го| ого| е| му)?';
const YEAR = '(?: (?:, )?(?<year>20\\d\\d))?';
const NEXT = '(?:next|nxt|nx|coming|following|следующ[^ ,]*|будущ[^ ,]*|ближайш[^ ,]*)';
const THIS = '(?:the|this|our|current|the current|эт[^ ,]*|текущ[^ ,]*|нашей)';
const WORKING = '(?:working|business|work|week|рабоч[^ ,]*|банковск[^ ,]*)';
const UNIT =
  "(?<unit>min(?:ute)?s?|минут[^ ,]*|hours?|hrs?|час[^ ,]*|days?|день|дня|дней|сутки|суток|weeks?|недел[^ ,]*|months?|месяц[^ ,]*|years?|год[^ ,]*|лет)(?:'s|')?";
const PERIOD =
  '(?<period>day|week|month|quarter|year|дня|день|дню|неделе|недели|неделю|месяца|месяце|месяц|квартала|квартале|квартал|года|году|год)';

/** Behind a number that counts nothing: the sentence ends, or goes on with a small word. */
const ALONE =
  '(?= (?:$|[,"]|(?:and|at|in|is|it|i|we|you|he|she|they|this|our|your|the|a|as|with|by|for|from|then|will|latest|all|both|to|of|morning|evening|noon|и|а|в|во|у|мы|вы|я|ты|он|она|они|все|на|с|со|не|от|по|к|за|вам|вас|нам|наш|ваш|утром|вечером|днем|будет|будем|буду|ждите|можете|можно) ))';

const WEEK = 7;
const FORTNIGHT = 14;
const FRIDAY = 4;

const READERS: readonly Reader[] = [
  reader('(?<year>20\\d\\d)-(?<month>\\d{1,2})-(?<date>\\d{1,2})(?:t\\d*)?', numbered, { exact: true }),
  reader('(?<date>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>20\\d\\d|\\d\\d)г?', numbered, { exact: true }),
  reader('(?<date>1[3-9]|2\\d|3[01])/(?<month>\\d{1,2})/(?<year>20\\d\\d|\\d\\d)', numbered, { exact: true }),
  reader('(?<month>\\d{1,2})/(?<date>1[3-9]|2\\d|3[01])/(?<year>20\\d\\d|\\d\\d)', numbered, { exact: true }),
  reader('(?<date>\\d{1,2})\\.(?<month>0[1-9]|1[0-2])', numbered, { exact: true }),
  reader('(?<=(?:до|к|by|until|before|позднее|позже) )(?<date>\\d{1,2})\\.(?<month>\\d{1,2})', numbered, {
    exact: true,
  }),
  reader(`(?:\\d{1,2}-)?(?<date>\\d{1,2})${TH} (?:of )?(?<name>${MONTH})${YEAR}`, named, { exact: true }),
  reader(`(?<name>${MONTH}) (?:the )?(?:\\d{1,2}-)?(?<date>\\d{1,2})${TH}${YEAR}`, named, { exact: true }),
  reader(`(?<ordinal>${ORDINAL}) (?<name>${MONTH})${YEAR}`, named, { exact: true }),
  reader(`(?:${WEEKDAY}) (?:, )?(?:the )?(?<date>\\d{1,2})(?:st|nd|rd|th)`, ofMonth, { exact: true }),
  reader(`(?:${WEEKDAY}) (?:, )?(?:(?<date>\\d{1,2}) ?(?:го|е|ого|ое)|(?<ordinal>${ORDINAL}))${ALONE}`, ofMonth, {
    exact: true,
  }),
  reader('(?<=(?:by|on|until|before|till) the )(?<date>\\d{1,2})(?:st|nd|rd|th)', ofMonth, { exact: true }),
  reader(`the (?<date>\\d{1,2})(?:st|nd|rd|th)${ALONE}`, ofMonth, { exact: true }),
  reader(`(?:(?<date>\\d{1,2})(?: ?(?:го|му|ого))?|(?<ordinal>${ORDINAL})) числ[^ ,]*`, ofMonth, { exact: true }),
  reader('(?<=(?:до|к|позднее|позже) )(?<date>\\d{1,2}) ?(?:го|му|ого|ому)', ofMonth, { exact: true }),
  reader(`(?<date>\\d{1,2}) ?(?:го|е|ого|ое|му|ому)${ALONE}`, ofMonth, { exact: true }),
  reader('(?<date>1[1-9]|2\\d|3[01]) ?(?:го|ого)', ofMonth, { exact: true }),
  reader(`(?<ordinal>${HIGH_ORDINAL})`, ofMonth, { exact: true }),
  reader(`(?<=(?:до|к|ко|на|позднее|позже) )(?<ordinal>${ORDINAL})${ALONE}`, ofMonth, { exact: true }),

  reader('(?:the )?day after tomorrow|послезавтра?', (_, today) => today + 2),
  reader('tomorrow|tmrw|tmr|tmw|2moro|2morrow|tomoz|завтра?|завтрашн[^ ,]*', (_, today) => today + 1),
  reader('today|tday|2day|tonight|tonite|2nite|eod|cob|this (?:morning|afternoon|evening)', (_, today) => today),
  reader('сегодня|сегодн|седня|сег|сегодняшн[^ ,]*', (_, today) => today),
  reader(`(?:a )?week (?:on|from) (?<name>${WEEKDAY})`, weekdayAfterNext),
  reader(`(?<name>${WEEKDAY}) week(?= (?:,|$))`, weekdayAfterNext),
  reader(`(?<name>${WEEKDAY}) (?:of )?(?:the )?(?:next week|следующей недели|на следующей неделе)`, weekdayOfNextWeek),
  reader(`(?:next week on|на следующей неделе в[о]?) (?<name>${WEEKDAY})`, weekdayOfNextWeek),
  reader(`(?:next|nxt|nx|nex|след|следующ[^ ,]*|будущ[^ ,]*) (?<name>${WEEKDAY}|wed)`, weekdayOfNextWeek),
  reader(`(?<this>this|эту|этот|это|этой|этого) (?<name>${WEEKDAY})`, weekday),
  reader(`(?<name>${WEEKDAY})`, weekday),
  reader('(?<=(?:by|on|until|till|before) )(?<name>wed)', weekday),

  reader(
    `(?:in|within|over) (?:the )?(?:next |about |around |approximately |another )?(?<count>${NUMBER}) (?:more )?(?:(?<working>${WORKING}) |calendar |full )?${UNIT}`,
    after,
  ),
  reader(`(?<count>${NUMBER}) (?:(?<working>${WORKING}) )?${UNIT} from (?:now|today)`, after),
  reader('(?:in|within|over) (?:a|one|the next) fortnight|(?:a )?fortnight from (?:now|today)', inFortnight),
  reader(`give (?:us|me) (?<count>${NUMBER}) (?:(?<working>${WORKING}) )?${UNIT}(?= (?:$|,|and|to) )`, after),
  reader(`через (?:(?<count>${NUMBER}) )?(?:(?<working>${WORKING}) |календарн[^ ,]* )?${UNIT}`, after),
  reader('в течение (?:(?:этого|рабочего) )?дня', (_, today) => today),
  reader(
    `в течение (?:ближайш[^ ,]* )?(?:(?<count>${NUMBER}) )?(?:(?<working>${WORKING}) |календарн[^ ,]* )?${UNIT}`,
    after,
  ),
  reader(
    `(?<!(?:отчет|данн|статисти|счет|сводк|аналити)[^ ,]* )за (?<count>${NUMBER}) (?:(?<working>${WORKING}) )?${UNIT}(?! до)`,
    after,
  ),

  reader(`(?:end|close) of (?:${THIS} |(?<next>${NEXT}) )?(?:(?:${WORKING}|financial) )?${PERIOD}`, endOfPeriod),
  reader(`кон[^ ,]* (?:(?:${THIS}) |(?<next>${NEXT}) )?(?:рабоч[^ ,]* )?${PERIOD}`, endOfPeriod),
  reader(`(?:this|later this|within the|эт[^ ,]*|текущ[^ ,]*) ${PERIOD}`, endOfPeriod),
  reader(`(?<next>${NEXT}) ${PERIOD}`, endOfPeriod),
  reader(`last day of (?:${THIS} |(?<next>${NEXT}) )?${PERIOD}`, endOfPeriod),
  reader(`before (?:${THIS} )?${PERIOD} is (?:out|over|up)`, endOfPeriod),
  reader("(?<period>week|month|year)(?:'s)? end", endOfPeriod),
  reader('eow', (_, today) => endOfWeek(today)),
  reader('eom', (_, today) => endOfMonth(today)),
  reader(`(?:the )?end of (?<name>${MONTH})${YEAR}`, endOfNamed),
  reader(`кон[^ ,]* (?<name>${MONTH})${YEAR}`, endOfNamed),
  reader(`(?:early|early in|in early|начал[^ ,]*) (?<name>${MONTH})`, (found, today) => third(found, today, 10)),
  reader(`(?:mid|middle of|середин[^ ,]*) (?<name>${MONTH})`, (found, today) => third(found, today, 20)),
  reader(`(?:in|в) (?<name>${MONTH})${YEAR}`, endOfNamed),
  reader(`(?:by|before|until|до|к) (?<name>${MONTH})(?! \\d)`, beginOfNamed),
  reader('(?:the |this )?weekend|выходных|выходные|выходным', (_, today) => endOfWeek(today)),
  reader('before the weekend|до выходных', (_, today) => beforeWeekend(today)),
  reader('нового года', (_, today) => nextDate(today, 11, 31)),
  reader('within the hour|in a (?:few|couple of) minutes', (_, today) => today, { hour: true }),
  reader('через (?:полчаса|пол часа|часик|минуту|несколько минут)', (_, today) => today, { hour: true }),
  reader('вечером|вечерком|до ночи|к ночи|in the evening', (_, today) => today, { hour: true }),
  reader('(?:by|before|until) \\d{1,2}(?::\\d\\d)? ?(?:am|pm|p m|a m)', (_, today) => today, { hour: true }),
  reader('(?:by|before|until) (?:\\d{1,2}:\\d\\d|noon|midnight|lunch|tonight)', (_, today) => today, { hour: true }),
  reader('(?:до|к) (?:\\d{1,2}:\\d\\d|\\d{1,2} час[^ ,]*|вечера|вечеру|обеда|обеду)', (_, today) => today, {
    hour: true,
  }),
];

const DEADLINE =
  / (?:by|until|till|before|no later than|not later than|due|deadline|due on|до|к|ко|не позднее|не позже|не позднее чем|срок) (?:the |this |our |самого |утра |вечера |обеда )?$/u;
/** What such a word leads to is not a due date: "the invoice of March 3", "отчёт за март". */
const ELSEWHEN = / (?:from|since|dated|of|last|past|previous|starting|от|с|со|за|на прошлой|прошл[^ ,]*) (?:the )?$/u;
/** Between a weekday and its date: ", " or " the ". */
const JOINED = 5;

/**
 * By when a sentence says something is done: the end (23:59:59.999, UTC) of the day it names, counted from the day of
 * `sentAt`; null where it names none. Of several dates the one behind "by", "until", "до", "к" counts, else the first.
 *
 * - A day and month without a year is the next such day, today included; a weekday is the next one after today ("this
 *   Friday" on a Friday is today), "next Friday" the one of the next calendar week, which begins on Monday.
 * - A period lasts to its last day: a week to Sunday, "next week" to that Sunday, "in March" to the 31st; "by March"
 *   and "до марта" end before March begins. "Early" and "mid" end on the 10th and the 20th.
 * - "In two weeks" counts days, "in a month" keeps the date, "working days" skip Saturday and Sunday.
 * - A full date in the past is not a due date, nor one behind "from", "since", "dated", "от", "за". Dates with slashes
 *   count only where day and month cannot be mistaken. An hour alone ("by 5 pm", "до 18:00") is today.
 */
export function dueDateIn(words: string, sentAt: Date): Date | null {
  if (Number.isNaN(sentAt.getTime())) return null;
  const today = dayOf(sentAt);
  const found = READERS.flatMap((one) => foundBy(one, words, today, hourOf(sentAt)))
    .filter(({ start }) => !ELSEWHEN.test(words.slice(0, start)))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const days = found.filter((one) => one.reader.hour === undefined);
  const choice = days.find((one) => hasDeadline(words, one)) ?? days[0] ?? found[0];
  if (choice === undefined) return null;
  const exact = days.find(
    (one) => one.reader.exact && one.start >= choice.end && one.start - choice.end <= JOINED && !choice.reader.exact,
  );
  return endOfDay((exact ?? choice).day);
}

function foundBy(one: Reader, words: string, today: number, hour: number): Found[] {
  return [...words.matchAll(one.pattern)].flatMap((match) => {
    const day = one.day(match.groups ?? {}, today, hour);
    if (day === undefined || day < today) return [];
    return [{ start: match.index, end: match.index + match[0].length, day, reader: one }];
  });
}

const hasDeadline = (words: string, { start, end }: Found): boolean =>
  DEADLINE.test(words.slice(0, start)) || /^(?:by|within|before|until|до|к|в течение) /u.test(words.slice(start, end));

function numbered({ year, month, date }: Groups, today: number): number | undefined {
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  if (year === undefined) return nextDate(today, Number(month) - 1, Number(date));
  return dayAt(year.length === 2 ? 2000 + Number(year) : Number(year), Number(month) - 1, Number(date));
}

function named(found: Groups, today: number): number | undefined {
  const month = monthNamed(found['name'] ?? '');
  const date = dateOf(found);
  return found['year'] === undefined ? nextDate(today, month, date) : dayAt(Number(found['year']), month, date);
}

function ofMonth(found: Groups, today: number): number | undefined {
  return nextOfMonth(today, dateOf(found));
}

const dateOf = ({ date, ordinal = '' }: Groups): number => (date === undefined ? ordinalNamed(ordinal) : Number(date));

function weekdayAfterNext(found: Groups, today: number): number {
  return weekday(found, today) + WEEK;
}

function inFortnight(_: Groups, today: number): number {
  return today + FORTNIGHT;
}

function weekday({ name = '', this: near }: Groups, today: number): number {
  const ahead = (weekdayNamed(name) - weekdayOf(today) + WEEK) % WEEK;
  return ahead === 0 && near === undefined ? today + WEEK : today + ahead;
}

function weekdayOfNextWeek({ name = '' }: Groups, today: number): number {
  return endOfWeek(today) + 1 + weekdayNamed(name);
}

function after({ count = 'one', working, unit = '' }: Groups, today: number, hour: number): number {
  const number = numberNamed(count);
  if (/^(?:min|минут)/u.test(unit)) return today + Math.floor((hour + number / 60) / 24);
  if (/^(?:h|час)/u.test(unit)) return today + Math.floor((hour + number) / 24);
  if (/^(?:d|дн|ден|сут)/u.test(unit)) return working === undefined ? today + number : addWorkingDays(today, number);
  if (/^(?:w|нед)/u.test(unit)) return today + number * WEEK;
  return addMonths(today, /^(?:m|мес)/u.test(unit) ? number : number * 12);
}

function endOfPeriod({ period = '', next }: Groups, today: number): number {
  const ahead = next === undefined ? 0 : 1;
  if (/^(?:da|дн|де)/u.test(period)) return today + ahead;
  if (/^(?:w|нед)/u.test(period)) return endOfWeek(today + ahead * WEEK);
  if (/^(?:m|мес)/u.test(period)) return endOfMonth(today, ahead);
  if (/^(?:q|кв)/u.test(period)) return endOfQuarter(ahead === 0 ? today : endOfQuarter(today) + 1);
  return lastOfMonth(calendarOf(today).year + ahead, 11);
}

function endOfMonth(today: number, ahead = 0): number {
  const { year, month } = calendarOf(today);
  return lastOfMonth(year, month + ahead);
}

function endOfNamed({ name = '', year }: Groups, today: number): number {
  const now = calendarOf(today);
  const month = monthNamed(name);
  return lastOfMonth(year === undefined ? now.year + (month < now.month ? 1 : 0) : Number(year), month);
}

function beginOfNamed({ name = '' }: Groups, today: number): number {
  const now = calendarOf(today);
  const month = monthNamed(name);
  return lastOfMonth(now.year + (month <= now.month ? 1 : 0), month - 1);
}

const third = ({ name = '' }: Groups, today: number, date: number): number | undefined =>
  nextDate(today, monthNamed(name), date);

const beforeWeekend = (today: number): number => today + Math.max(0, FRIDAY - weekdayOf(today));
