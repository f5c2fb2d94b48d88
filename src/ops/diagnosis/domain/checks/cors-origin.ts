import { check } from '../check.js';
import { advice, setVariables } from '../remedy.js';

export const corsOrigin = check({
  id: 'cors_origin',
  section: 'auth',
  title: 'The page’s origin may call with cookies',
  needs: ['request'],
  look({ request: { page_origin: origin, scheme, host, forwarded_scheme: forwarded }, settings }) {
    const allowed = settings.CORS_ORIGIN;
    const expected = 'The origin is this server’s own, or one of CORS_ORIGIN, letter for letter.';
    if (origin === null)
      return {
        status: 'skipped',
        observed: 'The request names no page. Ask with ?origin=https://… for the page that is signed out.',
        expected,
      };
    const own = [`${scheme}://${host}`, ...(forwarded ? [`${forwarded}://${host}`] : [])];
    if (own.includes(origin)) return { status: 'ok', observed: `${origin} is this server’s own.`, expected };
    if (!allowed.includes(origin))
      return {
        status: 'fail',
        observed: `${origin} is not in CORS_ORIGIN (${allowed.join(', ')}): its browser gets no answer and no cookie.`,
        expected,
        remedy: [setVariables({ CORS_ORIGIN: [...allowed, origin].join(',') }, 'The page may call then.')],
      };
    if (siteOf(origin) !== siteOf(`http://${host}`))
      return {
        status: 'warn',
        observed: `${origin} is in CORS_ORIGIN, yet on another site than ${host}: browsers do not send SameSite=Lax cookies from there.`,
        expected,
        remedy: [
          advice('Give page and server host names under one domain, such as app.example.com and api.example.com.'),
        ],
      };
    return { status: 'ok', observed: `${origin} is in CORS_ORIGIN.`, expected };
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
