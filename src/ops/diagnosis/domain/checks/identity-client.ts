import { check } from '../check.js';
import { setVariables } from '../remedy.js';
import { quoted } from '../wording.js';

export const identityClient = check({
  id: 'identity_client',
  section: 'auth',
  title: 'The identity provider takes this server for its client',
  needs: ['identity'],
  look({ identity, settings }) {
    const expected = 'It knows OIDC_CLIENT_ID, and takes its secret or key.';
    if (identity === null) return { status: 'ok', observed: 'People sign in with passwords only.', expected };
    const { client, client_id } = identity;
    if (client === null) return { status: 'skipped', observed: 'Its addresses are not known.', expected };
    if (client.verdict === 'yes')
      return { status: 'ok', observed: `${client_id} was taken, and only a code of nobody’s refused.`, expected };
    if (client.verdict === 'unclear')
      return { status: 'skipped', observed: `What it answered does not tell: ${quoted(client.said)}`, expected };
    return {
      status: 'fail',
      observed: `It refuses ${client_id}: ${quoted(client.said)} Nobody can sign in with it.`,
      expected,
      remedy: [
        settings.OIDC_PRIVATE_KEY === null
          ? setVariables({ OIDC_CLIENT_SECRET: '<secret>' }, 'As the provider shows it, and not one that has expired.')
          : setVariables({ OIDC_PRIVATE_KEY: '<key>' }, 'The one whose public part the provider has.'),
        setVariables({ OIDC_CLIENT_ID: '<id>' }, 'As registered there, where the secret or key is right.'),
      ],
    };
  },
});
