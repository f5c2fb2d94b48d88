import { check } from '../check.js';
import { setVariables } from '../remedy.js';

export const trustProxyHops = check({
  id: 'trust_proxy_hops',
  section: 'auth',
  title: { en: 'People are told apart behind a proxy', ru: 'За прокси людей различают' },
  trouble: { en: 'People behind a proxy count as one', ru: 'Все за прокси считаются одним человеком' },
  needs: ['request'],
  look({ request: { forwarded_for: forwarded }, settings, words }) {
    const { say } = words;
    const { TRUST_PROXY_HOPS: hops } = settings;
    const expected = say(
      'TRUST_PROXY_HOPS is the number of proxies in front, where there are any.',
      'TRUST_PROXY_HOPS — число прокси впереди, если они есть.',
    );
    const observed = say(
      `TRUST_PROXY_HOPS is ${hops}; this request ${forwarded ? 'came through a proxy' : 'names no proxy'}.`,
      `TRUST_PROXY_HOPS — ${hops}; этот запрос ${forwarded ? 'прошёл через прокси' : 'не называет прокси'}.`,
    );
    if (hops > 0 || !forwarded) return { status: 'ok', observed, expected };
    return {
      status: 'warn',
      observed: say(
        `${observed} All people behind it count as one address: failed logins of one of them keep all out.`,
        `${observed} Все люди за ним считаются одним адресом: неудачные попытки входа одного закрывают вход всем.`,
      ),
      expected,
      remedy: [
        setVariables(
          words,
          { TRUST_PROXY_HOPS: '1' },
          say('One for each proxy in front, and no more.', 'По одному на каждый прокси впереди, не больше.'),
        ),
      ],
    };
  },
});
