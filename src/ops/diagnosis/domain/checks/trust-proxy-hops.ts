import { check } from '../check.js';
import { setVariables } from '../remedy.js';

export const trustProxyHops = check({
  id: 'trust_proxy_hops',
  section: 'auth',
  title: 'People are told apart behind a proxy',
  needs: ['request'],
  look({ request: { forwarded_for: forwarded }, settings }) {
    const { TRUST_PROXY_HOPS: hops } = settings;
    const expected = 'TRUST_PROXY_HOPS is the number of proxies in front, where there are any.';
    const observed = `TRUST_PROXY_HOPS is ${hops}; this request ${forwarded ? 'came through a proxy' : 'names no proxy'}.`;
    if (hops > 0 || !forwarded) return { status: 'ok', observed, expected };
    return {
      status: 'warn',
      observed: `${observed} All people behind it count as one address: failed logins of one of them keep all out.`,
      expected,
      remedy: [setVariables({ TRUST_PROXY_HOPS: '1' }, 'One for each proxy in front, and no more.')],
    };
  },
});
