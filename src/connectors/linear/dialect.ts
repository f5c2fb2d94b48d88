import { z } from 'zod';
import { retryAfter } from '../core/refusal.js';
import type { ErrorKind } from '../core/sync-error.js';
import type { VendorDialect, VendorFailure } from '../core/vendor-http.js';
import { LONGEST_LIMIT_SECONDS, SHORT_WAIT_SECONDS } from '../kit/limit-headers.js';
import { fieldErrorsOf } from './field-errors.js';

type Headers = Readonly<Record<string, string>>;

/** What stays untouched of a budget: other clients of the same user live on it too. */
const REQUESTS_RESERVE = 10;
/** The price of the dearest query that Linear takes. */
const COMPLEXITY_RESERVE = 10_000;
/** Never more than this part of a small budget. */
const RESERVE_SHARE = 0.05;

const errorSchema = z.looseObject({
  message: z.string().catch('no message'),
  path: z
    .array(z.union([z.string(), z.number()]))
    .optional()
    .catch(undefined),
  extensions: z
    .looseObject({
      type: z.string().catch(''),
      code: z.string().catch(''),
      userPresentableMessage: z.string().optional().catch(undefined),
    })
    .catch({ type: '', code: '' }),
});
type GraphqlError = z.infer<typeof errorSchema>;
const bodySchema = z.looseObject({ errors: z.array(errorSchema).min(1) });

/** A key whose user, or an app whose grant, leaves something out. */
const FORBIDDEN = named(/forbidden|feature not accessible/i);

/** What an error's type or code says; in this order, where several errors come together, the first of these decides. */
const KINDS: readonly { kind: ErrorKind; test: (error: GraphqlError) => boolean; retry?: true; forbidden?: true }[] = [
  { kind: 'rate_limited', test: named(/ratelimited/i) },
  { kind: 'auth', test: named(/authentication/i) },
  { kind: 'auth', test: FORBIDDEN, forbidden: true },
  // A plan's limit: nothing mends it but a person.
  { kind: 'config', test: named(/usage limit exceeded/i) },
  { kind: 'gone', test: ({ message }) => /^entity not found/i.test(message) },
  { kind: 'vendor_error', test: named(/internal|network error|lock timeout|bootstrap error/i), retry: true },
  // A query that Linear doesn't take, too complex ones among them: repeated, it would be refused again.
  { kind: 'config', test: named(/invalid[ _]input|input_error|user error|graphql|bad_request/i) },
];

/** What a query of fewer rows would not be. */
const TOO_COMPLEX = /too complex|complexity/i;

function named(pattern: RegExp) {
  return ({ extensions: { type, code } }: GraphqlError): boolean => pattern.test(type) || pattern.test(code);
}

/**
 * Linear tells failures in its answers' `errors`, often with HTTP 200 and sometimes beside partial data, and a used-up
 * limit with HTTP 400. An answer with errors is never half used, unless each of them names the record that it is about.
 * Where types and codes are from: docs/contract/vendors.md#linear
 */
export const LINEAR_DIALECT: VendorDialect = {
  failure({ headers, body }): VendorFailure | null {
    const parsed = bodySchema.safeParse(body);
    if (!parsed.success) return null;
    const { errors } = parsed.data;
    // Named one by one, what Linear could not say is the records' own, and the rest of the answer is whole.
    if (fieldErrorsOf(body).length > 0 && errors.every(isOfOneField)) return null;
    for (const { kind, test, retry = false, forbidden = false } of KINDS) {
      const error = errors.find(test);
      if (!error) continue;
      if (kind === 'rate_limited') return limited(error, headers);
      return { kind, message: messageOf(error), retry, forbidden, tooMuch: TOO_COMPLEX.test(error.message) };
    }
    // `unknown`, `other`, and new kinds: most of these pass.
    return { kind: 'vendor_error', message: messageOf(errors[0]), retry: true };
  },

  exhausted(headers, now): number | null {
    const asked = retryAfter(headers['retry-after'] ?? null, now);
    const waits = [
      ...(asked === null ? [] : [asked / 1000]),
      ...budgets(headers)
        .filter(({ remaining, limit, reserve }) => remaining < Math.min(reserve, limit * RESERVE_SHARE))
        .map(({ reset }) => (reset - now) / 1000),
    ].filter((seconds) => seconds > 0);
    return waits.length === 0 ? null : Math.min(LONGEST_LIMIT_SECONDS, Math.ceil(Math.max(...waits)));
  },
};

/** Limits and rights belong to the whole request, although the answer names a field. */
function isOfOneField(error: GraphqlError): boolean {
  const known = KINDS.find(({ test }) => test(error));
  return known === undefined || known.kind === 'vendor_error' || known.kind === 'gone';
}

/** Whether it is worth waiting inside the request depends on how long Linear says that it takes. */
function limited(error: GraphqlError, headers: Headers): VendorFailure {
  const seconds = LINEAR_DIALECT.exhausted?.(headers, Date.now()) ?? null;
  const failure = { kind: 'rate_limited' as const, message: messageOf(error) };
  if (seconds === null) return { ...failure, retry: true };
  return { ...failure, retry: seconds <= SHORT_WAIT_SECONDS, retryAfterSeconds: seconds };
}

/**
 * The budgets that an answer's headers tell of; resets are epoch milliseconds. An endpoint's own counts like the
 * others.
 */
function budgets(headers: Headers): { limit: number; remaining: number; reset: number; reserve: number }[] {
  const of = (name: string, reserve: number) => {
    const read = (what: string) => Number(headers[`x-ratelimit-${name}-${what}`] ?? Number.NaN);
    return { limit: read('limit'), remaining: read('remaining'), reset: read('reset'), reserve };
  };
  return [of('requests', REQUESTS_RESERVE), of('complexity', COMPLEXITY_RESERVE), of('endpoint-requests', 1)].filter(
    ({ limit, remaining, reset }) => [limit, remaining, reset].every(Number.isFinite),
  );
}

function messageOf(error: GraphqlError | undefined): string {
  if (!error) return 'errors without a message';
  const { message, path, extensions } = error;
  const more = extensions.userPresentableMessage;
  const where = path ? ` at ${path.join('.')}` : '';
  return `${message}${where}${more && more !== message ? ` (${more})` : ''}`.slice(0, 500);
}
