import { Secret, TOTP } from 'otpauth';

const PERIOD_S = 30;
/** Clocks of phones run a little ahead or behind: the code before and the one after are good too. */
const WINDOW = 1;

const totp = (secret: string, label: string) =>
  new TOTP({ issuer: 'KAG server', label, secret: Secret.fromBase32(secret), period: PERIOD_S, digits: 6 });

/** A new secret, in base32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator app reads, as a link or from a QR code of it. */
export const uriOf = (secret: string, username: string): string => totp(secret, username).toString();

/** The step of time that the code belongs to; null when it is none of the present ones. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const delta = totp(secret, '').validate({ token: code, timestamp: now.getTime(), window: WINDOW });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD_S) + delta;
}
