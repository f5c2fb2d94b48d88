import type { Request } from 'express';
import { AppError } from '../../common/app-error.js';

const RECENT_MS = 600_000;

/**
 * Others must not end an owner's sessions from a page left open.
 * @throws AppError `reauthentication_required`
 */
export function assertRecentProof({ session }: Request): void {
  const age = Date.now() - Date.parse(session.authenticated_at ?? '');
  if (age < RECENT_MS) return;
  throw new AppError(
    'reauthentication_required',
    'Prove again that it is you: POST /auth/reauthenticate with your password, or GET /auth/oidc/start?fresh=true with the identity provider',
  );
}

/** The person has just proved who they are. */
export function proveAgain({ session }: Request): void {
  session.authenticated_at = new Date().toISOString();
}
