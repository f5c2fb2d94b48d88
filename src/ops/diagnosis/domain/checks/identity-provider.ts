import { check } from '../check.js';
import { passwordsOnly } from '../passwords-only.js';
import { advice, setVariables } from '../remedy.js';
import { quoted } from '../wording.js';

export const identityProvider = check({
  id: 'identity_provider',
  section: 'auth',
  title: { en: 'The identity provider answers by its name', ru: 'Служба входа отвечает под своим именем' },
  trouble: { en: 'The identity provider does not answer by its name', ru: 'Служба входа не отвечает под своим именем' },
  needs: ['identity'],
  look({ identity, words }) {
    const { say } = words;
    const expected = say(
      'Its discovery document comes within OIDC_TIMEOUT_SECONDS, and names OIDC_ISSUER letter for letter.',
      'Её описание приходит за OIDC_TIMEOUT_SECONDS и называет OIDC_ISSUER буква в букву.',
    );
    if (identity === null) return passwordsOnly(words, expected);
    const { issuer, discovered } = identity;
    if (discovered.verdict === 'yes')
      return {
        status: 'ok',
        observed: say(`${issuer} told its addresses.`, `${issuer} сообщил свои адреса.`),
        expected,
      };
    return {
      status: 'fail',
      observed: say(
        `${issuer} did not tell its addresses: ${quoted(discovered.said)} Passwords still sign people in.`,
        `${issuer} не сообщил свои адреса: ${quoted(discovered.said)} По паролю войти по-прежнему можно.`,
      ),
      expected,
      remedy: [
        advice(
          say(
            'Open OIDC_ISSUER with /.well-known/openid-configuration at its end from the server’s machine: where nothing comes, look at its network, proxy and certificates.',
            'Откройте с машины сервера OIDC_ISSUER с /.well-known/openid-configuration на конце: если ничего не приходит, проверьте сеть, прокси и сертификаты.',
          ),
        ),
        setVariables(
          words,
          { OIDC_ISSUER: '<the issuer that the document names>' },
          say('Its last slash counts too.', 'Косая черта на конце тоже важна.'),
        ),
      ],
    };
  },
});
