import 'express-session';
import type { Credential, Principal } from '../http/index.js';

declare module 'express-session' {
  /** What the server keeps in a session, all of it absent until somebody signs in. */
  interface SessionData {
    /** Where Passport looks for who signed in. */
    passport?: { user?: string };
    /** The user's epoch at sign-in: a later one means that the session is over. */
    session_epoch?: number;
    /** What x-csrf-token must hold. */
    csrf_token?: string;
    active_project_id?: string;
    /** What its user knows it by; the id in the cookie is a secret. */
    shown_id?: string;
    /** When and from where it was opened; ISO 8601. */
    opened_at?: string;
    address?: string;
    user_agent?: string;
    /** When the person last proved who they are; ISO 8601, absent where the identity provider did not say. */
    authenticated_at?: string;
    /** Where they came by the identity provider: whether it asked for a second factor. */
    provider?: { second_factor: boolean };
  }
}

declare global {
  // oxlint-disable-next-line typescript/no-namespace -- the only way to extend Express's own
  namespace Express {
    /** What Passport, or a token, puts on the request. */
    interface User extends Principal {
      credential: Credential;
    }
  }
}
