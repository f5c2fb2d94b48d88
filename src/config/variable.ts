import { BlockList, isIP } from 'node:net';
import { daysFrom, hoursFrom, type Weekday, type WorkingHours } from '../common/working-time/calendar.js';
import { isTimeZone } from '../common/working-time/zone.js';
import { isLoopback } from './loopback.js';

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

/** A secret that goes into a header. Copying may add invisible characters, which no header can carry. */
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

/** An absolute URL with one of the given schemes and no credentials inside. */
export const url = (schemes: readonly string[]): Kind<string> =>
  kind(`a URL that begins with ${schemes.map((s) => `${s}://`).join(' or ')}`, (t) => {
    if (!URL.canParse(t)) return undefined;
    const parsed = new URL(t);
    if (!schemes.includes(parsed.protocol.slice(0, -1)) || parsed.hostname === '') return undefined;
    if (parsed.username !== '' || parsed.password !== '') return undefined;
    return t.replace(/\/+$/, '');
  });

/** A mail server, with its login where it asks for one. */
export const smtpUrl = (): Kind<string> =>
  kind('a URL such as smtps://login:password@mail.example.com, its scheme smtp or smtps', (t) =>
    URL.canParse(t) && /^smtps?:$/.test(new URL(t).protocol) && new URL(t).hostname !== '' ? t : undefined,
  );

/** The issuer of an identity provider, exactly as its tokens name it; http to this machine only. */
export const issuer = (): Kind<string> =>
  kind('the https:// address that the provider names as its issuer', (t) => {
    if (!URL.canParse(t)) return undefined;
    const { protocol, hostname, username, password, search, hash } = new URL(t);
    if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback(hostname))) return undefined;
    return username + password + search + hash === '' ? t : undefined;
  });

/** Where browsers reach the server: a scheme and a host, and nothing behind them. */
export const origin = (): Kind<string> =>
  kind('an origin such as https://kag.example.com', (t) =>
    URL.canParse(t) && /^https?:$/.test(new URL(t).protocol) && new URL(t).origin === t.replace(/\/$/, '')
      ? new URL(t).origin
      : undefined,
  );

/** Words between commas or spaces. */
export const words = (holds: string): Kind<string[]> =>
  kind(holds, (t) => {
    const list = t.split(/[\s,]+/).filter((word) => word !== '');
    return list.length > 0 ? list : undefined;
  });

/** What keys may sign with. */
export const SIGNING_ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const;
export type SigningAlgorithm = (typeof SIGNING_ALGORITHMS)[number];

/** A private key as a JSON Web Key, which says what it signs with. */
export interface PrivateJwk {
  kty: string;
  d: string;
  alg: SigningAlgorithm;
  kid?: string;
}

/** A private key as a JSON Web Key. */
export const privateJwk = (): Kind<PrivateJwk> =>
  kind(`a private key as a JSON Web Key, its alg one of ${SIGNING_ALGORITHMS.join(', ')}`, (t) => {
    try {
      const key = JSON.parse(t) as PrivateJwk;
      return typeof key.d === 'string' && SIGNING_ALGORITHMS.includes(key.alg) ? key : undefined;
    } catch {
      return undefined;
    }
  });

/** What a claim's value gives: a role in an account scope, by its key. */
export interface ClaimedRole {
  value: string;
  scope_key: string;
  role: 'viewer' | 'operator' | 'admin';
}

/** Comma-separated `value=scope:role`. */
export const claimedRoles = (): Kind<ClaimedRole[]> =>
  kind('comma-separated rules value=scope:role, such as kag-admins=default:admin', (t) => {
    const rules = t.split(',').map((part) => /^(.+)=([\w.-]{1,64}):(viewer|operator|admin)$/.exec(part.trim()));
    if (!rules.every((rule) => rule !== null)) return undefined;
    return rules.map(([, value = '', key = '', role]) => ({
      value,
      scope_key: key.toLowerCase(),
      role: role as ClaimedRole['role'],
    }));
  });

/** The key of an account scope in lower case, as scopes are stored; `none` is not a scope. */
export const scopeKey = (): Kind<string | null> =>
  kind('the key of an account scope, or none', (t) => {
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(t)) return undefined;
    return t.toLowerCase() === 'none' ? null : t.toLowerCase();
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

const key32From = (t: string): Buffer | undefined => {
  const bytes = Buffer.from(t, 'base64');
  return bytes.length === 32 && bytes.toString('base64').replace(/=+$/, '') === t.replace(/=+$/, '')
    ? bytes
    : undefined;
};

/** 32 bytes in base64. */
export const key32 = (): Kind<Buffer> => kind('32 bytes in base64, as `openssl rand -base64 32` prints', key32From);

/** Comma-separated keys, each 32 bytes in base64. */
export const keys32 = (): Kind<Buffer[]> =>
  kind('comma-separated keys, each 32 bytes in base64', (t) => {
    const keys = t.split(',').map((part) => key32From(part.trim()));
    return keys.every((key) => key !== undefined) ? keys : undefined;
  });

/** Comma-separated addresses and networks. */
export const networks = (): Kind<BlockList> =>
  kind('comma-separated addresses and networks, such as 10.0.0.0/8 or ::1', (t) => {
    const list = new BlockList();
    const fits = t.split(',').every((part) => {
      const [address = '', length] = part.trim().split('/');
      const version = isIP(address);
      const most = version === 4 ? 32 : 128;
      if (version === 0 || !/^\d{1,3}$/.test(length ?? '0') || Number(length ?? 0) > most) return false;
      list.addSubnet(address, Number(length ?? most), version === 4 ? 'ipv4' : 'ipv6');
      return true;
    });
    return fits ? list : undefined;
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
