import { check } from '../check.js';
import { setVariables, advice } from '../remedy.js';

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

export const cookieFlags = check({
  id: 'cookie_flags',
  section: 'auth',
  title: 'Browsers keep the session cookie',
  needs: ['request'],
  look({ request: { scheme, host, forwarded_scheme: forwarded }, settings }) {
    const expected = 'Cookies are Secure where pages come over https, and only there.';
    const flags = `HttpOnly, SameSite=Lax${settings.production ? ', Secure' : ''}`;
    const observed = `${settings.SESSION_COOKIE_NAME} is ${flags}; this request came over ${scheme}${forwarded ? `, the proxy says ${forwarded}` : ''}.`;
    if (settings.production && scheme === 'http' && forwarded === 'https')
      return {
        status: 'warn',
        observed,
        expected,
        remedy: [
          setVariables(
            { TRUST_PROXY_HOPS: '1' },
            'One for each proxy in front: their X-Forwarded-Proto is not believed now.',
          ),
        ],
      };
    if (settings.production && scheme === 'http' && !LOOPBACK.test(host))
      return {
        status: 'fail',
        observed: `${observed} Browsers drop a Secure cookie that comes over http, so that every login is forgotten.`,
        expected,
        remedy: [
          advice('Serve it over https, with TLS at the ingress. For a trial without TLS set NODE_ENV=development.'),
        ],
      };
    if (!settings.production && (scheme === 'https' || forwarded === 'https'))
      return {
        status: 'warn',
        observed,
        expected,
        remedy: [setVariables({ NODE_ENV: 'production' }, 'Cookies are Secure then.')],
      };
    return { status: 'ok', observed, expected };
  },
});
