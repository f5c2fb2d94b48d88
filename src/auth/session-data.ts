import 'express-session';
import type { Principal } from '../http/index.js';

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
  }
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the only way to extend Express's own
  namespace Express {
    /** What Passport puts on the request. */
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- merged with Passport's own empty interface
    interface User extends Principal {}
  }
}
