const SECRET = /pass(word|phrase)|secret|token|credential|api_?key|_hash$/i;
const REMOVED = '[removed]';

/**
 * The value with the text under any name that sounds like a secret replaced. Callers leave secrets out themselves; this
 * is for the day when somebody adds a column and does not think of the audit.
 */
export function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, isSecret(name, inner) ? REMOVED : withoutSecrets(inner)]),
  );
}

/** Flags such as `has_credentials` say that a secret exists, which is not a secret. */
const isSecret = (name: string, value: unknown) => SECRET.test(name) && typeof value !== 'boolean' && value !== null;
