import { check } from '../check.js';
import { passwordsOnly } from '../passwords-only.js';
import { setVariables } from '../remedy.js';
import { quoted } from '../wording.js';

export const identityClient = check({
  id: 'identity_client',
  section: 'auth',
  title: { en: 'The identity provider takes this server for its client', ru: 'Служба входа признаёт этот сервер' },
  trouble: { en: 'The identity provider refuses this server', ru: 'Служба входа не признаёт этот сервер' },
  needs: ['identity'],
  look({ identity, settings, words }) {
    const { say } = words;
    const expected = say(
      'It knows OIDC_CLIENT_ID, and takes its secret or key.',
      'Она знает OIDC_CLIENT_ID и принимает его секрет или ключ.',
    );
    if (identity === null) return passwordsOnly(words, expected);
    const { client, client_id } = identity;
    if (client === null)
      return { status: 'skipped', observed: say('Its addresses are not known.', 'Её адреса неизвестны.'), expected };
    if (client.verdict === 'yes')
      return {
        status: 'ok',
        observed: say(
          `${client_id} was taken, and only a code of nobody’s refused.`,
          `${client_id} принят, отклонён только заведомо чужой код.`,
        ),
        expected,
      };
    if (client.verdict === 'unclear')
      return {
        status: 'skipped',
        observed: say(
          `What it answered does not tell: ${quoted(client.said)}`,
          `По ответу не понять: ${quoted(client.said)}`,
        ),
        expected,
      };
    return {
      status: 'fail',
      observed: say(
        `It refuses ${client_id}: ${quoted(client.said)} Nobody can sign in with it.`,
        `Она не принимает ${client_id}: ${quoted(client.said)} Войти через неё не может никто.`,
      ),
      expected,
      remedy: [
        settings.OIDC_PRIVATE_KEY === null
          ? setVariables(
              words,
              { OIDC_CLIENT_SECRET: '<secret>' },
              say(
                'As the provider shows it, and not one that has expired.',
                'Каким его показывает служба входа; не просроченный.',
              ),
            )
          : setVariables(
              words,
              { OIDC_PRIVATE_KEY: '<key>' },
              say('The one whose public part the provider has.', 'Тот, чья открытая часть есть у службы входа.'),
            ),
        setVariables(
          words,
          { OIDC_CLIENT_ID: '<id>' },
          say(
            'As registered there, where the secret or key is right.',
            'Каким он там зарегистрирован, если секрет или ключ верный.',
          ),
        ),
      ],
    };
  },
});
