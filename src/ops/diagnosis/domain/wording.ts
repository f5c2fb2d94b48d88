import { counted, type Forms } from '../../../common/counted.js';
import type { Locale } from '../../../common/locale.js';

/** A text in each of the languages in which the diagnosis speaks. */
export type Text = Readonly<Record<Locale, string>>;

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/**
 * What is counted. Russian has units of time in the accusative ("1 минуту назад"), pieces and dead letters in the
 * genitive.
 */
const NOUNS = {
  en: {
    day: { one: 'day', many: 'days' },
    hour: { one: 'hour', many: 'hours' },
    minute: { one: 'minute', many: 'minutes' },
    second: { one: 'second', many: 'seconds' },
    chunk: { one: 'chunk', many: 'chunks' },
    record: { one: 'record', many: 'records' },
    'dead letter': { one: 'dead letter', many: 'dead letters' },
    job: { one: 'job', many: 'jobs' },
    piece: { one: 'piece', many: 'pieces' },
    recommendation: { one: 'recommendation', many: 'recommendations' },
    forecast: { one: 'forecast', many: 'forecasts' },
    event: { one: 'event', many: 'events' },
    worker: { one: 'worker', many: 'workers' },
  },
  ru: {
    day: { one: 'день', few: 'дня', many: 'дней' },
    hour: { one: 'час', few: 'часа', many: 'часов' },
    minute: { one: 'минуту', few: 'минуты', many: 'минут' },
    second: { one: 'секунду', few: 'секунды', many: 'секунд' },
    chunk: { one: 'фрагмент', few: 'фрагмента', many: 'фрагментов' },
    record: { one: 'запись', few: 'записи', many: 'записей' },
    'dead letter': { one: 'записи', many: 'записей' },
    job: { one: 'задача', few: 'задачи', many: 'задач' },
    piece: { one: 'доказательства', many: 'доказательств' },
    recommendation: { one: 'рекомендация', few: 'рекомендации', many: 'рекомендаций' },
    forecast: { one: 'прогноз', few: 'прогноза', many: 'прогнозов' },
    event: { one: 'событие', few: 'события', many: 'событий' },
    worker: { one: 'воркер', few: 'воркера', many: 'воркеров' },
  },
} satisfies Record<Locale, Record<string, Forms>>;
export type Noun = keyof (typeof NOUNS)['en'];

/** What a diagnosis is put into words with, in one language. */
export interface DiagnosisWords {
  readonly locale: Locale;
  /** The one of two texts that is in this language. */
  readonly say: (en: string, ru: string) => string;
  /** A duration for people: its largest unit, rounded down. */
  readonly lasting: (seconds: number) => string;
  /** How long ago a time was. */
  readonly ago: (time: Date, now: Date) => string;
  /** `1 chunk`, `2 chunks`. */
  readonly counted: (count: number, noun: Noun) => string;
  /** The first `most` of a list in words, and how many more there are. */
  readonly listed: (names: readonly string[], most?: number) => string;
}

export function wordsIn(locale: Locale): DiagnosisWords {
  const say = (en: string, ru: string) => (locale === 'ru' ? ru : en);
  const nouns = NOUNS[locale] as Record<Noun, Forms>;
  const number = (count: number, noun: Noun) => counted(locale, nouns[noun])(count);
  const lasting = (seconds: number) => {
    for (const [unit, length] of UNITS) if (seconds >= length) return number(Math.floor(seconds / length), unit);
    return number(Math.max(0, Math.floor(seconds)), 'second');
  };
  return {
    locale,
    say,
    lasting,
    ago: (time, now) => say(`${lasting(secondsSince(time, now))} ago`, `${lasting(secondsSince(time, now))} назад`),
    counted: number,
    listed(names, most = 5) {
      const shown = names.slice(0, most).join(', ');
      const more = names.length - most;
      return more > 0 ? `${shown} ${say(`and ${more} more`, `и ещё ${more}`)}` : shown;
    },
  };
}

export const secondsSince = (time: Date, now: Date): number => (now.getTime() - time.getTime()) / 1000;

/** A share in per cent. */
export const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** A text of somebody else's in one line of a bearable length, with a full stop at its end. */
export function quoted(text: string, most = 300): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const cut = line.length > most ? `${line.slice(0, most)}…` : line;
  return /[.!?…]$/.test(cut) ? cut : `${cut}.`;
}
