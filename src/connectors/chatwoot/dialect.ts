import type { VendorDialect } from '../core/vendor-http.js';

/** What is said to a good token that lacks a right, as a bot's, or an agent's whose role leaves something out. */
const LACKS_A_RIGHT = /not authorized (to do|for bots)/i;

/** Chatwoot answers 401 to a token that it does not know and to one that may not do this; only its words tell. */
export const chatwootDialect: VendorDialect = {
  isAbsence: (body) => typeof (body as { error?: unknown } | null)?.error === 'string',
  failure({ status, body }) {
    const error = (body as { error?: unknown } | null)?.error;
    if (status !== 401 || typeof error !== 'string' || !LACKS_A_RIGHT.test(error)) return null;
    const message = `answered 401: ${error.slice(0, 200)}. Use the token of an agent who may read this, or of an administrator.`;
    return { kind: 'auth', message, retry: false, forbidden: true };
  },
};
