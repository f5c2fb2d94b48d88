import { Secret, TOTP } from 'otpauth';

const PERIOD_S = 30;
/** Clocks of phones run a little ahead or behind: how far, in steps, is learnt when the app is set up. */
const DRIFT = 1;

const totp = (secret: string, label: string) =>
  new TOTP({ issuer: 'KAG server', label, secret: Secret.fromBase32(secret), period: PERIOD_S, digits: 6 });

/** A new secret, in base32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator app reads, as a link or from a QR code of it. */
export const uriOf = (secret: string, username: string): string => totp(secret, username).toString();

/**
 * How far the clock of an app is ahead that shows this code now, in steps, and the code's step; null for no code of it.
 */
export function firstStepOf(secret: string, code: string, now: Date): { drift: number; step: number } | null {
  const drift = totp(secret, '').validate({ token: code, timestamp: now.getTime(), window: DRIFT });
  return drift === null ? null : { drift, step: stepAt(now) + drift };
}

/** The step of time that the code belongs to, which is good for its 30 s only; null when it is not the present one. */
export function stepOf(secret: string, code: string, now: Date, drift: number): number | null {
  const step = stepAt(now) + drift;
  const timestamp = step * PERIOD_S * 1000;
  return totp(secret, '').validate({ token: code, timestamp, window: 0 }) === null ? null : step;
}

const stepAt = (now: Date) => Math.floor(now.getTime() / 1000 / PERIOD_S);
