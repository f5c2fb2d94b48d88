const MONTH_NAMES = `january|jan|января|январе|январь|январю|янв february|feb|февраля|феврале|февраль|февралю|фев|февр
  march|mar|марта|марте|март|марту|мар april|apr|апреля|апреле|апрель|апрелю|апр may|мая|мае|май|маю
  june|jun|июня|июне|июнь|июню july|jul|июля|июле|июль|июлю august|aug|августа|августе|август|августу|авг
  september|sept|sep|сентября|сентябре|сентябрь|сентябрю|сент|сен october|oct|октября|октябре|октябрь|октябрю|окт
  november|nov|ноября|ноябре|ноябрь|ноябрю|нояб|ноя december|dec|декабря|декабре|декабрь|декабрю|дек`;
const WEEKDAY_NAMES = `monday|mon|понедельник|понедельника|понедельнику|понедельником|понед|пнд|пн
  tuesday|tue|tues|вторник|вторника|вторнику|вторником|вт
  wednesday|weds|среда|среду|среды|среде|средой|ср thursday|thu|thur|thurs|четверг|четверга|четвергу|четвергом|чтв|чт
  friday|fri|пятница|пятницу|пятницы|пятнице|пятницей|птн|пт saturday|суббота|субботу|субботы|субботе|субботой|сб
  sunday|воскресенье|воскресенья|воскресенью|воскресеньем|вс`;
const NUMBER_NAMES = `a|an|one|один|одного|одну|одной two|couple|a_couple|a_couple_of|couple_of|два|две|двух|пару|пары|полтора|полторы
  three|три|трех four|четыре|четырех five|пять|пяти six|шесть|шести seven|семь|семи eight|восемь|восьми
  nine|девять|девяти ten|десять|десяти eleven|одиннадцать|одиннадцати twelve|двенадцать|двенадцати thirteen|тринадцать
  fourteen|четырнадцать|четырнадцати fifteen|пятнадцать|пятнадцати`;
/** Beginnings of «первого», «второму», «третье» …, by the number; `ь` and endings follow. */
const ORDINAL_STEMS = `перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат
  четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат`.split(/\s+/);
const ORDINAL_END = '(?:ого|ому|ое|его|ему|ье|ьего|ьему)';
const UNITS = ORDINAL_STEMS.slice(0, 9).join('|');
/** Numbers that hardly count anything but days: `втором этапе` is common, `двадцатом этапе` is not. */
const HIGH = ORDINAL_STEMS.slice(10).join('|');

const indexed = (groups: string): ReadonlyMap<string, number> =>
  new Map(groups.split(/\s+/).flatMap((names, i) => names.split('|').map((name) => [name.replaceAll('_', ' '), i])));
const choiceOf = (names: ReadonlyMap<string, number>): string =>
  `(?:${[...names.keys()].sort((a, b) => b.length - a.length).join('|')})`;

const MONTHS = indexed(MONTH_NAMES);
const WEEKDAYS = indexed(WEEKDAY_NAMES);
const NUMBERS = indexed(NUMBER_NAMES);

/** Names of days and months, as they are written. */
export const DAY_NAMES: readonly string[] = [
  ...MONTHS.keys(),
  ...WEEKDAYS.keys(),
  ...`today tomorrow tonight fortnight
  сегодня завтра послезавтра`.split(/\s+/),
];

export const MONTH = choiceOf(MONTHS);
export const WEEKDAY = choiceOf(WEEKDAYS);
export const ORDINAL = `(?:(?:двадцать |тридцать )?(?:${UNITS})|десят|${HIGH}|тридцат)${ORDINAL_END}`;
/** From the eleventh on. */
export const HIGH_ORDINAL = `(?:(?:двадцать|тридцать) (?:${UNITS})|${HIGH}|тридцат)${ORDINAL_END}`;
export const NUMBER = `(?:\\d{1,3}|${choiceOf(NUMBERS)})`;

/** From 0. */
export const monthNamed = (name: string): number => MONTHS.get(name) ?? 0;
/** From 0 for Monday. */
export const weekdayNamed = (name: string): number => WEEKDAYS.get(name === 'wed' ? 'weds' : name) ?? 0;
export const numberNamed = (name: string): number => (/^\d/.test(name) ? Number(name) : (NUMBERS.get(name) ?? 0) + 1);
/** Of «двадцать первого» 21. */
export function ordinalNamed(name: string): number {
  const [tens, unit] = name.includes(' ') ? name.split(' ') : ['', name];
  const stem = (unit ?? '').replace(new RegExp(`${ORDINAL_END}$`, 'u'), '');
  const ahead = tens === 'двадцать' ? 20 : tens === 'тридцать' || stem === 'тридцат' ? 30 : 0;
  return ahead + ORDINAL_STEMS.indexOf(stem) + 1;
}
