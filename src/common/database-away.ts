/** What a failure of the database shows of itself. */
interface Shown {
  code?: unknown;
  message?: unknown;
  driverError?: unknown;
}

/** By SQLSTATE, the longest first: why the database can't do now what it could do a little later. */
const STATES: readonly (readonly [string, string])[] = [
  ['25006', 'is read-only at the moment'],
  ['25P03', 'has ended a transaction that stood still'],
  ['53100', 'has no disk space left'],
  ['53200', 'has no memory left'],
  ['53300', 'has no connection free'],
  ['57014', 'has ended a statement that took too long'],
  ['08', 'has lost the connection'],
  ['28', 'does not let the server in'],
  ['3D000', 'is not there'],
  ['57P', 'is shutting down or starting'],
];

/** What the system says of a connection. */
const SYSTEM = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** What PgBouncer says. It has one code for all that it refuses by itself. */
const POOLER: readonly (readonly [RegExp, string])[] = [
  [/^(query_wait_timeout|no more connections allowed)/, 'has no connection free'],
  [/shut ?down|shutting/i, 'is shutting down or starting'],
];
const POOLER_STATE = '08P01';

/** What the driver says, without a code. */
const DRIVER: readonly (readonly [RegExp, string])[] = [
  [/^timeout exceeded when trying to connect$/, 'has no connection free'],
  [/^Connection terminated/, 'has lost the connection'],
  [/^Client has encountered a connection error and is not queryable$/, 'has lost the connection'],
  [/^Query read timeout$/, 'does not answer'],
];

/**
 * Why the database can't serve at the moment, as the end of "the database …"; null where that is not what failed. Only
 * for what the database's driver threw: others' failures may have the same codes.
 */
export function databaseAway(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const { code, message, driverError } = error as Shown;
  if (driverError !== undefined) return databaseAway(driverError);
  const said = (words: typeof DRIVER) => words.find(([pattern]) => pattern.test(String(message)))?.[1] ?? null;
  if (typeof code === 'string') {
    if (SYSTEM.has(code)) return 'does not answer';
    const refused = code === POOLER_STATE ? said(POOLER) : null;
    if (refused !== null) return refused;
    // The five letters of a SQLSTATE, so that no other code of the same beginning counts.
    if (/^[0-9A-Z]{5}$/.test(code)) return STATES.find(([start]) => code.startsWith(start))?.[1] ?? null;
  }
  return said(DRIVER);
}
