import { check } from '../check.js';
import { noCookieNeeded } from '../no-cookie-needed.js';
import { request as send } from '../remedy.js';

export const csrfCookie = check({
  id: 'csrf_cookie',
  section: 'auth',
  title: { en: 'The CSRF cookie is there', ru: 'Cookie CSRF на месте' },
  trouble: { en: 'The CSRF cookie is missing or wrong', ru: 'Cookie CSRF нет, или она не подходит' },
  needs: ['request'],
  look({ request: { csrf_cookie: cookie, signed_in_by: by }, settings, words }) {
    const { say } = words;
    const name = settings.CSRF_COOKIE_NAME;
    const expected = say(
      `The cookie ${name} comes with the request and holds the token of the session.`,
      `С запросом приходит cookie ${name}, и в ней токен этой сессии.`,
    );
    if (by === 'token') return noCookieNeeded(words, expected);
    if (cookie === 'matches')
      return { status: 'ok', observed: say('It is there and matches.', 'Она есть и подходит.'), expected };
    return {
      status: 'fail',
      observed:
        cookie === 'missing'
          ? say(
              `${name} is missing: every change is refused as csrf_invalid.`,
              `Нет ${name}: любое изменение отклоняется как csrf_invalid.`,
            )
          : say(
              `${name} holds the token of another session: every change is refused as csrf_invalid.`,
              `В ${name} токен другой сессии: любое изменение отклоняется как csrf_invalid.`,
            ),
      expected,
      remedy: [
        send(
          'GET',
          '/auth/me',
          say(
            `Sets ${name} again; send its value as x-csrf-token with every change.`,
            `Снова ставит ${name}; отправляйте её значение как x-csrf-token с каждым изменением.`,
          ),
        ),
      ],
    };
  },
});
