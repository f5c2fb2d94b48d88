const SECRET_KEY = /token|secret|password|authorization|api_?key|credential|cookie|hmac/i;
/** Headers and parameters that carry a secret inside a text. */
const SECRET_IN_TEXT =
  /((?:bearer|token|api[-_]?key|password|secret)["']?\s{0,3}[:=]?\s{0,3}["']?)[A-Za-z0-9._~+/-]{8,}/gi;
export const HIDDEN = '[removed]';
const DEEPEST = 12;
const LONGEST_TEXT = 2000;

/** A text fit to be stored and shown. */
export const redactText = (text: string): string => text.slice(0, LONGEST_TEXT).replace(SECRET_IN_TEXT, `$1${HIDDEN}`);

/** A copy fit to be stored and shown: values under secret-sounding keys are removed, long texts are cut. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (value === null || typeof value !== 'object') return value;
  if (depth >= DEEPEST) return '[deeper levels left out]';
  if (Array.isArray(value)) return value.slice(0, 100).map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      SECRET_KEY.test(key) && item !== null ? HIDDEN : redact(item, depth + 1),
    ]),
  );
}
