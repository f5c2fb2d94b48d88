import { check } from '../check.js';
import { request as send } from '../remedy.js';

export const csrfCookie = check({
  id: 'csrf_cookie',
  section: 'auth',
  title: 'The CSRF cookie is there',
  needs: ['request'],
  look({ request: { csrf_cookie: cookie }, settings }) {
    const name = settings.CSRF_COOKIE_NAME;
    const expected = `The cookie ${name} comes with the request and holds the token of the session.`;
    if (cookie === 'matches') return { status: 'ok', observed: 'It is there and matches.', expected };
    return {
      status: 'fail',
      observed:
        cookie === 'missing'
          ? `${name} is missing: every change is refused as csrf_invalid.`
          : `${name} holds the token of another session: every change is refused as csrf_invalid.`,
      expected,
      remedy: [send('GET', '/auth/me', `Sets ${name} again; send its value as x-csrf-token with every change.`)],
    };
  },
});
