import type { Membership, Role } from '../../http/index.js';

/** What an admin says of a user's roles: one role and the scopes that it is for, or each membership by itself. */
export interface WantedRoles {
  role?: Role;
  account_scope_ids?: string[];
  memberships?: Membership[];
}

/**
 * The memberships that a user shall have in the admin's scopes, of those that they have there now. A scope that they
 * join gets the role that is said, or else `usual`, which they are shown with.
 */
export function wantedMemberships(now: readonly Membership[], usual: Role, wanted: WantedRoles): Membership[] {
  if (wanted.memberships) return wanted.memberships;
  const scopeIds = wanted.account_scope_ids ?? now.map((one) => one.account_scope_id);
  return scopeIds.map((account_scope_id) => {
    const held = now.find((one) => one.account_scope_id === account_scope_id);
    return { account_scope_id, role: wanted.role ?? held?.role ?? usual };
  });
}

/** The scopes in which the two differ: joined, left, or with another role. */
export function changedScopes(before: readonly Membership[], after: readonly Membership[]): string[] {
  const roles = (memberships: readonly Membership[]) =>
    new Map(memberships.map((one) => [one.account_scope_id, one.role]));
  const [was, is] = [roles(before), roles(after)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((scopeId) => was.get(scopeId) !== is.get(scopeId));
}
