import { check } from '../check.js';
import { advice, setVariables } from '../remedy.js';

export const corsOrigin = check({
  id: 'cors_origin',
  section: 'auth',
  title: { en: 'The page’s origin may call with cookies', ru: 'Странице разрешены запросы с cookie' },
  trouble: { en: 'The page’s origin may not call with cookies', ru: 'Странице нельзя отправлять запросы с cookie' },
  needs: ['request'],
  look({ request: { page_origin: origin, scheme, host, forwarded_scheme: forwarded }, settings, words }) {
    const { say } = words;
    const allowed = settings.CORS_ORIGIN;
    const expected = say(
      'The origin is this server’s own, or one of CORS_ORIGIN, letter for letter.',
      'Источник страницы — сам сервер или один из CORS_ORIGIN, буква в букву.',
    );
    if (origin === null)
      return {
        status: 'skipped',
        observed: say(
          'The request names no page. Ask with ?origin=https://… for the page that is signed out.',
          'Запрос не называет страницу. Спросите с ?origin=https://… для страницы, где пользователя выкидывает.',
        ),
        expected,
      };
    const own = [`${scheme}://${host}`, ...(forwarded ? [`${forwarded}://${host}`] : [])];
    if (own.includes(origin))
      return {
        status: 'ok',
        observed: say(`${origin} is this server’s own.`, `${origin} — это сам сервер.`),
        expected,
      };
    if (!allowed.includes(origin))
      return {
        status: 'fail',
        observed: say(
          `${origin} is not in CORS_ORIGIN (${allowed.join(', ')}): its browser gets no answer and no cookie.`,
          `${origin} нет в CORS_ORIGIN (${allowed.join(', ')}): браузер не получит ни ответа, ни cookie.`,
        ),
        expected,
        remedy: [
          setVariables(
            words,
            { CORS_ORIGIN: [...allowed, origin].join(',') },
            say('The page may call then.', 'Тогда страница сможет обращаться к серверу.'),
          ),
        ],
      };
    if (siteOf(origin) !== siteOf(`http://${host}`))
      return {
        status: 'warn',
        observed: say(
          `${origin} is in CORS_ORIGIN, yet on another site than ${host}: browsers do not send SameSite=Lax cookies from there.`,
          `${origin} есть в CORS_ORIGIN, но это другой сайт, чем ${host}: оттуда браузеры не отправляют cookie с SameSite=Lax.`,
        ),
        expected,
        remedy: [
          advice(
            say(
              'Give page and server host names under one domain, such as app.example.com and api.example.com.',
              'Дайте странице и серверу имена в одном домене, например app.example.com и api.example.com.',
            ),
          ),
        ],
      };
    return { status: 'ok', observed: say(`${origin} is in CORS_ORIGIN.`, `${origin} есть в CORS_ORIGIN.`), expected };
  },
});

/**
 * About what browsers take for one site: the last two names of a host, an address as a whole. Under suffixes of two
 * names (co.uk) it takes two sites for one, and then says nothing.
 */
function siteOf(url: string): string {
  const { hostname } = new URL(url);
  return /^[\d.]+$|:/.test(hostname) ? hostname : hostname.split('.').slice(-2).join('.');
}
