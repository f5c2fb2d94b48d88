import { named, oneOf, ROLES } from '../http/index.js';

const SCOPE_ID = '5a0fcbd4-9c0c-4f21-8a2b-0d9d3c6b7e02';

/** Roles of a user, as an answer shows them. */
export const membershipsOf = (role: 'operator' | 'admin') => [
  named('Membership', { account_scope_id: SCOPE_ID, role: oneOf(ROLES, role) }),
];

export const USER = named('User', {
  id: '3f0a5c1e-8a41-4a52-9d53-1f7a1f1f0a11',
  username: 'ann',
  role: oneOf(ROLES, 'operator'),
  disabled: false,
  account_scope_ids: [SCOPE_ID],
  memberships: membershipsOf('operator'),
  created_at: '2025-11-20T09:00:00.000Z',
  updated_at: '2025-11-20T09:00:00.000Z',
});
