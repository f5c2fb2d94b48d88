type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What moves without a change by people: kept, it would make every sight of a row a change. */
const NOISE = new Set([
  'availability_status',
  'thumbnail',
  'avatar_url',
  'available_name',
  'contact_inboxes',
  'can_reply',
]);

/** An object without its noise and without the keys named, one level deep; other values are null. */
export function withoutNoise(value: unknown, ...more: string[]): Json | null {
  if (!isObject(value)) return null;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !NOISE.has(key) && !more.includes(key)));
}

/** An administrator's token is shown all of these in an inbox (vendor source: inbox view). */
const SECRET =
  /token|secret|password|provider_config|credential|api_?key|private_?key|_auth|smtp_|imap_|webhook_url|verify/i;

/** A value without every key, at any depth, that may hold a secret. */
export function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !SECRET.test(key))
      .map(([key, inner]) => [key, withoutSecrets(inner)]),
  );
}
