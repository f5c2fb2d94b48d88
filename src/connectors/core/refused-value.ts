/** Classes of SQLSTATE that are about what is written: data exceptions, constraints, and limits such as an index's. */
const ABOUT_VALUES = /^(22|23|54)/;

/** What PostgreSQL says where it refuses a value; null for every other failure, which no other value would mend. */
export function refusedValue(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code, driverError } = error as Error & { code?: unknown; driverError?: unknown };
  if (typeof code === 'string' && ABOUT_VALUES.test(code)) return error.message;
  return driverError === undefined || driverError === error ? null : refusedValue(driverError);
}
