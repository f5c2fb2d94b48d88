import type { Language } from './language.js';

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** Numbers, times and durations as the language writes them. */
export class Format {
  private readonly plain: Intl.NumberFormat;
  private readonly fine: Intl.NumberFormat;
  private readonly share: Intl.NumberFormat;
  private readonly relative: Intl.RelativeTimeFormat;
  private readonly moment: Intl.DateTimeFormat;
  private readonly clock: Intl.DateTimeFormat;
  private readonly hours: Intl.DateTimeFormat;
  private readonly weekday: Intl.DateTimeFormat;
  private readonly calendar: Intl.DateTimeFormat;
  private readonly dated: Intl.DateTimeFormat;

  /** @param timeZone of times; unset: the browser's. Days of the server are UTC days whatever it is. */
  constructor(
    readonly language: Language,
    timeZone?: string,
  ) {
    // British English: days before months, and 24 hours, as the server's own times have.
    const locale = language === 'en' ? 'en-GB' : 'ru-RU';
    const zone = timeZone === undefined ? {} : { timeZone };
    this.plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    this.fine = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    this.share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
    this.relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
    this.moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', ...zone });
    this.clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', ...zone });
    this.hours = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', ...zone });
    this.weekday = new Intl.DateTimeFormat(locale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      ...zone,
    });
    const day = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
    this.calendar = new Intl.DateTimeFormat(locale, day);
    this.dated = new Intl.DateTimeFormat(locale, { ...day, year: 'numeric' });
  }

  number(value: number): string {
    return this.plain.format(value);
  }

  /** With its sign, as a change is told. */
  change(value: number): string {
    const rounded = Math.round(value * 10) / 10;
    if (rounded === 0) return '±0';
    return rounded > 0 ? `+${this.number(rounded)}` : `−${this.number(-rounded)}`;
  }

  /** From −1 to 1, with its sign and two decimals, which is where moods differ. */
  mood(value: number): string {
    const text = this.fine.format(Math.abs(value));
    return value < 0 ? `−${text}` : value > 0 ? `+${text}` : text;
  }

  /** Money; the currency is a code such as EUR, or not known. */
  sum(amount: number, currency: string | null): string {
    return currency === null ? this.number(amount) : `${this.number(amount)} ${currency}`;
  }

  percent(share: number): string {
    return this.share.format(share);
  }

  /** The largest unit of a duration, rounded down; abbreviated, since abbreviations have no cases in Russian. */
  lasting(seconds: number): string {
    const [unit, length] = unitOf(seconds);
    return new Intl.NumberFormat(this.language, { style: 'unit', unit, unitDisplay: 'short' }).format(
      Math.floor(seconds / length),
    );
  }

  /** How long ago, or how long until, a time is. */
  fromNow(iso: string, now: number): string {
    const seconds = (Date.parse(iso) - now) / 1000;
    const [unit, length] = unitOf(Math.abs(seconds));
    const amount = Math.floor(Math.abs(seconds) / length);
    return this.relative.format(seconds < 0 || Object.is(seconds, -0) ? -amount : amount, unit);
  }

  time(iso: string): string {
    return this.moment.format(new Date(iso));
  }

  timeOfDay(ms: number): string {
    return this.clock.format(new Date(ms));
  }

  /** When on its day a time is. */
  hour(iso: string): string {
    return this.hours.format(new Date(iso));
  }

  /** The day of a time, where the browser is. */
  dayOf(iso: string): string {
    return this.weekday.format(new Date(iso));
  }

  /** A UTC day such as 2026-02-03, of this year or near it. */
  day(day: string): string {
    return this.calendar.format(new Date(`${day}T00:00:00Z`));
  }

  /** A UTC day that may be years ago. */
  date(day: string): string {
    return this.dated.format(new Date(`${day}T00:00:00Z`));
  }
}

function unitOf(seconds: number): (typeof UNITS)[number] {
  return UNITS.find(([, length]) => seconds >= length) ?? ['second', 1];
}
