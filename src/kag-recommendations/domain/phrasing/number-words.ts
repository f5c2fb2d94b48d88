/** Number words of English and Russian in their forms; "one" is left out, as it seldom counts anything. */
const WORDS: readonly (readonly [value: number, forms: string])[] = [
  [2, 'two|twice|couple|пар[аыуе]|дв(?:а|е|ух|ум|умя)|двое|дважды'],
  [3, 'three|тр(?:и|ёх|ех|ём|ем|емя)|трое|трижды'],
  [4, 'four|четыр(?:е|ёх|ех|ём|ем|ьмя)|четверо'],
  [5, 'five|пят(?:ь|и|ью)|пятеро'],
  [6, 'six|шест(?:ь|и|ью)'],
  [7, 'seven|сем(?:ь|и|ью)'],
  [8, 'eight|вос(?:емь|ьми|емью)'],
  [9, 'nine|девят(?:ь|и|ью)'],
  [10, 'ten|десят(?:ь|и|ью|ок|ка|ки|ков)'],
  [11, 'eleven|одиннадцат(?:ь|и|ью)'],
  [12, 'twelve|dozens?|двенадцат(?:ь|и|ью)|дюжин\\p{L}*'],
  [13, 'thirteen|тринадцат(?:ь|и|ью)'],
  [14, 'fourteen|четырнадцат(?:ь|и|ью)'],
  [15, 'fifteen|пятнадцат(?:ь|и|ью)'],
  [16, 'sixteen|шестнадцат(?:ь|и|ью)'],
  [17, 'seventeen|семнадцат(?:ь|и|ью)'],
  [18, 'eighteen|восемнадцат(?:ь|и|ью)'],
  [19, 'nineteen|девятнадцат(?:ь|и|ью)'],
  [20, 'twenty|двадцат(?:ь|и|ью)'],
  [30, 'thirty|тридцат(?:ь|и|ью)'],
  [40, 'forty|сорока?'],
  [50, 'fifty|пят(?:ьдесят|идесяти)'],
  [60, 'sixty|шест(?:ьдесят|идесяти)'],
  [70, 'seventy|сем(?:ьдесят|идесяти)'],
  [80, 'eighty|вос(?:емьдесят|ьмидесяти)'],
  [90, 'ninety|девяност[оа]'],
  [100, 'hundreds?|ст[оа]|сотн\\p{L}*|двести|триста|пятьсот'],
  [1000, 'thousands?|тысяч\\p{L}*'],
  [1_000_000, 'millions?|миллион\\p{L}*'],
];

const PATTERNS = WORDS.map(([value, forms]) => [value, new RegExp(`(?<!\\p{L})(?:${forms})(?!\\p{L})`, 'iu')] as const);

/** Numbers that a text has in letters, each once. */
export const wordedNumbers = (text: string): number[] =>
  PATTERNS.filter(([, pattern]) => pattern.test(text)).map(([value]) => value);
