import { check } from '../check.js';
import { noCookieNeeded } from '../no-cookie-needed.js';
import { setVariables, advice } from '../remedy.js';

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

export const cookieFlags = check({
  id: 'cookie_flags',
  section: 'auth',
  title: { en: 'Browsers keep the session cookie', ru: 'Браузеры сохраняют cookie сессии' },
  trouble: { en: 'Browsers may drop the session cookie', ru: 'Браузеры могут терять cookie сессии' },
  needs: ['request'],
  look({ request: { signed_in_by: by, scheme, host, forwarded_scheme: forwarded }, settings, words }) {
    const { say } = words;
    const expected = say(
      'Cookies are Secure where pages come over https, and only there.',
      'Cookie помечены Secure там, где страницы открываются по https, и только там.',
    );
    if (by === 'token') return noCookieNeeded(words, expected);
    const flags = `HttpOnly, SameSite=Lax${settings.production ? ', Secure' : ''}`;
    const observed = say(
      `${settings.SESSION_COOKIE_NAME} is ${flags}; this request came over ${scheme}${forwarded ? `, the proxy says ${forwarded}` : ''}.`,
      `${settings.SESSION_COOKIE_NAME}: ${flags}; этот запрос пришёл по ${scheme}${forwarded ? `, прокси сообщает ${forwarded}` : ''}.`,
    );
    if (settings.production && scheme === 'http' && forwarded === 'https')
      return {
        status: 'warn',
        observed,
        expected,
        remedy: [
          setVariables(
            words,
            { TRUST_PROXY_HOPS: '1' },
            say(
              'One for each proxy in front: their X-Forwarded-Proto is not believed now.',
              'По одному на каждый прокси впереди: их X-Forwarded-Proto пока не учитывается.',
            ),
          ),
        ],
      };
    if (settings.production && scheme === 'http' && !LOOPBACK.test(host))
      return {
        status: 'fail',
        observed: say(
          `${observed} Browsers drop a Secure cookie that comes over http, so that every login is forgotten.`,
          `${observed} Браузеры отбрасывают Secure-cookie, пришедшую по http, и каждый вход забывается.`,
        ),
        expected,
        remedy: [
          advice(
            say(
              'Serve it over https, with TLS at the ingress. For a trial without TLS set NODE_ENV=development.',
              'Откройте сервер по https, TLS — на входе (ingress). Чтобы попробовать без TLS, задайте NODE_ENV=development.',
            ),
          ),
        ],
      };
    if (!settings.production && (scheme === 'https' || forwarded === 'https'))
      return {
        status: 'warn',
        observed,
        expected,
        remedy: [
          setVariables(
            words,
            { NODE_ENV: 'production' },
            say('Cookies are Secure then.', 'После этого cookie будут Secure.'),
          ),
        ],
      };
    return { status: 'ok', observed, expected };
  },
});
