/** What a provider says of somebody, checked to be its word. */
export type Claims = Readonly<Record<string, unknown>> & { readonly sub: string };

/** A role in an account scope, by its key, for those of whom a claim says `value`. */
export interface RoleRule {
  value: string;
  scope_key: string;
  role: 'viewer' | 'operator' | 'admin';
}

const RANKS = ['viewer', 'operator', 'admin'] as const;
const LONGEST_LOGIN = 120;

const valuesOf = (claim: unknown): string[] =>
  (Array.isArray(claim) ? claim : [claim]).filter((value): value is string => typeof value === 'string');

/** Whether the provider says that it asked for a second factor: only in the words that the operator has named. */
export function saysSecondFactor(claims: Claims, amr: readonly string[], acr: readonly string[] | null): boolean {
  const named = valuesOf(claims['amr']).some((value) => amr.includes(value));
  return named || (typeof claims['acr'] === 'string' && (acr ?? []).includes(claims['acr']));
}

/** When the person last proved to the provider who they are; null where it does not say. */
export function authenticatedAt(claims: Claims): Date | null {
  const seconds = claims['auth_time'];
  return typeof seconds === 'number' && Number.isFinite(seconds) ? new Date(seconds * 1000) : null;
}

/** The roles that the rules give, by the key of their scope: of several in one scope the highest. */
export function rolesOf(claims: Claims, claim: string, rules: readonly RoleRule[]): Map<string, RoleRule['role']> {
  const said = new Set(valuesOf(claims[claim]));
  const roles = new Map<string, RoleRule['role']>();
  for (const { value, scope_key, role } of rules) {
    const before = roles.get(scope_key);
    if (!said.has(value) || (before && RANKS.indexOf(before) >= RANKS.indexOf(role))) continue;
    roles.set(scope_key, role);
  }
  return roles;
}

/** Logins to try for a new user, in their order: what the provider calls them, and the same with a part of `unique`. */
export function loginsOf(claims: Claims, claim: string, unique: string): string[] {
  const named = [claims[claim], claims['preferred_username'], claims['email'], claims.sub];
  const name = named
    .filter((value): value is string => typeof value === 'string')
    .map((value) => value.replace(/[\s\p{C}]+/gu, '-').toLowerCase())
    .find((value) => value.length >= 2);
  const base = (name ?? 'user').slice(0, LONGEST_LOGIN - 13);
  return [base, `${base}-${unique.slice(0, 12)}`];
}
