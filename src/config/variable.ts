import { daysFrom, hoursFrom, type Weekday, type WorkingHours } from '../common/working-time/calendar.js';
import { isTimeZone } from '../common/working-time/zone.js';

/** How one variable's text becomes a value: `read` returns it or throws a `Misfit` that says what would fit. */
export interface Kind<T> {
  /** What the variable may hold, as the end of "it may hold …". */
  holds: string;
  read(text: string): T;
}

/** The text does not fit; the message says what would. */
export class Misfit extends Error {}

const kind = <T>(holds: string, read: (text: string) => T | undefined): Kind<T> => ({
  holds,
  read(text) {
    const value = read(text);
    if (value === undefined) throw new Misfit(holds);
    return value;
  },
});

/** Any text that is not empty. */
export const text = (holds = 'any text'): Kind<string> => kind(holds, (t) => t);

/** Text that goes into a header as it is: copied tokens may bring letters that can't be seen. */
export const token = (holds: string): Kind<string> =>
  kind(`${holds}: printable characters without spaces`, (t) => (/^[\x21-\x7e]{1,4096}$/.test(t) ? t : undefined));

/** A name that a cookie may have: anything else would fail at the first answer that sets it. */
export const cookieName = (): Kind<string> =>
  kind("a cookie name: letters, digits and any of !#$%&'*+-.^_`|~", (t) =>
    /^[\w!#$%&'*+.^`|~-]{1,100}$/.test(t) ? t : undefined,
  );

/** A whole number in a range, both ends included. */
export const integer = (min: number, max: number): Kind<number> =>
  kind(`a whole number from ${min} to ${max}`, (t) => {
    const value = Number(t);
    return /^-?\d{1,15}$/.test(t) && value >= min && value <= max ? value : undefined;
  });

/** A decimal number in a range, both ends included. */
export const decimal = (min: number, max: number): Kind<number> =>
  kind(`a number from ${min} to ${max}`, (t) => {
    const value = Number(t);
    return /^-?\d+(\.\d+)?$/.test(t) && value >= min && value <= max ? value : undefined;
  });

/** `true` or `false`; nothing else, so that a typing mistake is not taken for "off". */
export const flag = (): Kind<boolean> =>
  kind('true or false', (t) => (t === 'true' ? true : t === 'false' ? false : undefined));

/** One of the given words. */
export const oneOf = <const W extends readonly string[]>(words: W): Kind<W[number]> =>
  kind(`one of ${words.join(', ')}`, (t) => words.find((word) => word === t));

/** An absolute URL with one of the given schemes and no credentials inside unless allowed. */
export const url = (schemes: readonly string[], options: { credentials?: boolean } = {}): Kind<string> =>
  kind(`a URL that begins with ${schemes.map((s) => `${s}://`).join(' or ')}`, (t) => {
    if (!URL.canParse(t)) return undefined;
    const parsed = new URL(t);
    if (!schemes.includes(parsed.protocol.slice(0, -1)) || parsed.hostname === '') return undefined;
    if (!options.credentials && (parsed.username !== '' || parsed.password !== '')) return undefined;
    return t.replace(/\/+$/, '');
  });

/** Comma-separated exact origins, each a scheme and a host without a path; `*` is not one. */
export const origins = (): Kind<string[]> =>
  kind('comma-separated origins such as https://app.example.com (never *)', (t) => {
    const list = t.split(',').map((part) => part.trim());
    const exact = list.every(
      (o) => URL.canParse(o) && /^https?:$/.test(new URL(o).protocol) && new URL(o).origin === o && !o.includes('*'),
    );
    return exact ? list : undefined;
  });

/** A zone of the IANA database. */
export const timeZone = (): Kind<string> =>
  kind('the name of an IANA time zone, such as Europe/Berlin', (t) => (isTimeZone(t) ? t : undefined));

/** Days of the week, as spans or one by one. */
export const workingDays = (): Kind<Weekday[]> => kind('days of the week, such as mon-fri or mon,wed,fri', daysFrom);

/** Hours of one day. */
export const workingHours = (): Kind<WorkingHours> =>
  kind('hours of one day from 00:00 to 24:00, such as 09:00-18:00', hoursFrom);

/** 32 bytes in base64. */
export const key32 = (): Kind<Buffer> =>
  kind('32 bytes in base64, as `openssl rand -base64 32` prints', (t) => {
    const bytes = Buffer.from(t, 'base64');
    return bytes.length === 32 && bytes.toString('base64').replace(/=+$/, '') === t.replace(/=+$/, '')
      ? bytes
      : undefined;
  });

/** Comma-separated secrets of a least length, the first one in use and the others still accepted. */
export const secretList = (least: number): Kind<string[]> =>
  kind(`comma-separated secrets of ${least} characters or more`, (t) => {
    const list = t.split(',').map((part) => part.trim());
    return list.every((part) => part.length >= least) ? list : undefined;
  });

/** `login:password`, the login up to the first colon. */
export const credentials = (): Kind<{ login: string; password: string }> =>
  kind(
    'login:password, with a login of 2 to 120 characters without spaces, and in production a password of 12 characters or more',
    (t) => {
      const at = t.indexOf(':');
      const login = t.slice(0, at);
      const password = t.slice(at + 1);
      return at >= 2 && login.length <= 120 && /^\S+$/.test(login) && password.length > 0
        ? { login, password }
        : undefined;
    },
  );
