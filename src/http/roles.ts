export const ROLES = ['viewer', 'operator', 'admin'] as const;
/** Each role includes the ones before it. */
export type Role = (typeof ROLES)[number];

/** What a user may do in one account scope. */
export interface Membership {
  account_scope_id: string;
  role: Role;
}

/** A user's memberships. A user has one at least, from the first moment to the last. */
type Memberships = readonly Membership[];

/** Whether this role is enough where the other one is needed; without a role nothing is. */
export const reaches = (role: Role | null, needed: Role): boolean =>
  role !== null && ROLES.indexOf(role) >= ROLES.indexOf(needed);

/** The user's role in the account scope; null where they do not belong to it. */
export const roleIn = (memberships: Memberships, accountScopeId: string): Role | null =>
  memberships.find((one) => one.account_scope_id === accountScopeId)?.role ?? null;

/** Ids of the account scopes in which the user has this role or a higher one. */
export const scopesWith = (memberships: Memberships, needed: Role): string[] =>
  memberships.filter(({ role }) => reaches(role, needed)).map((one) => one.account_scope_id);

/** The highest role that the user has in any account scope. */
export const highestRole = (memberships: Memberships): Role | null =>
  ROLES.findLast((role) => memberships.some((one) => one.role === role)) ?? null;

/** The lowest role that the user has in these account scopes. */
export const lowestRole = (memberships: Memberships): Role | null =>
  ROLES.find((role) => memberships.some((one) => one.role === role)) ?? null;
