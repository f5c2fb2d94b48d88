import { check } from '../check.js';
import { passwordsOnly } from '../passwords-only.js';
import { advice, setVariables } from '../remedy.js';
import { quoted } from '../wording.js';

const LOOPBACK = /^http:\/\/(localhost|127(\.\d+){3}|\[::1\])[:/]/;

export const identityRedirect = check({
  id: 'identity_redirect',
  section: 'auth',
  title: { en: 'The identity provider leads people back here', ru: 'Служба входа возвращает людей сюда' },
  trouble: {
    en: 'The identity provider does not lead people back here safely',
    ru: 'Служба входа не возвращает людей сюда безопасно',
  },
  needs: ['identity'],
  look({ identity, words }) {
    const { say } = words;
    const expected = say(
      'It knows the redirect URI, which is PUBLIC_URL with /auth/oidc/callback, over https.',
      'Она знает адрес возврата: PUBLIC_URL с /auth/oidc/callback, по https.',
    );
    if (identity === null) return passwordsOnly(words, expected);
    const { redirect, redirect_uri: address } = identity;
    if (redirect?.verdict === 'no')
      return {
        status: 'fail',
        observed: say(
          `It does not lead back to ${address}: ${quoted(redirect.said)}`,
          `Она не возвращает на ${address}: ${quoted(redirect.said)}`,
        ),
        expected,
        remedy: [
          advice(
            say(
              `Register ${address} as a redirect URI of OIDC_CLIENT_ID at the provider, letter for letter.`,
              `Зарегистрируйте ${address} у службы входа как адрес возврата OIDC_CLIENT_ID, буква в букву.`,
            ),
          ),
          setVariables(
            words,
            { PUBLIC_URL: '<the address that browsers use>' },
            say(
              'Where it is the address that is wrong. An answer such as invalid_scope is about OIDC_SCOPES.',
              'Если неверен сам адрес. Ответ вроде invalid_scope — про OIDC_SCOPES.',
            ),
          ),
        ],
      };
    if (address.startsWith('http:') && !LOOPBACK.test(address))
      return {
        status: 'warn',
        observed: say(
          `${address} is not https: codes of sign-ins travel in the clear.`,
          `${address} — не https: коды входа идут открытым текстом.`,
        ),
        expected,
        remedy: [
          setVariables(
            words,
            { PUBLIC_URL: address.replace(/^http:(.*)\/auth\/.*$/, 'https:$1') },
            say('Register it too.', 'Зарегистрируйте и его.'),
          ),
        ],
      };
    if (redirect === null)
      return { status: 'skipped', observed: say('Its addresses are not known.', 'Её адреса неизвестны.'), expected };
    if (redirect.verdict === 'yes')
      return { status: 'ok', observed: say(`It leads back to ${address}.`, `Она возвращает на ${address}.`), expected };
    return {
      status: 'skipped',
      observed: say(
        `What it answered does not tell: ${quoted(redirect.said)}`,
        `По ответу не понять: ${quoted(redirect.said)}`,
      ),
      expected,
    };
  },
});
