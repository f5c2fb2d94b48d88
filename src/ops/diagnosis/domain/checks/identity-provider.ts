import { check } from '../check.js';
import { advice, setVariables } from '../remedy.js';
import { quoted } from '../wording.js';

export const identityProvider = check({
  id: 'identity_provider',
  section: 'auth',
  title: 'The identity provider answers by its name',
  needs: ['identity'],
  look({ identity }) {
    const expected =
      'Its discovery document comes within OIDC_TIMEOUT_SECONDS, and names OIDC_ISSUER letter for letter.';
    if (identity === null) return { status: 'ok', observed: 'People sign in with passwords only.', expected };
    const { issuer, discovered } = identity;
    if (discovered.verdict === 'yes') return { status: 'ok', observed: `${issuer} told its addresses.`, expected };
    return {
      status: 'fail',
      observed: `${issuer} did not tell its addresses: ${quoted(discovered.said)} Passwords still sign people in.`,
      expected,
      remedy: [
        advice(
          'Open OIDC_ISSUER with /.well-known/openid-configuration at its end from the server’s machine: where nothing comes, look at its network, proxy and certificates.',
        ),
        setVariables({ OIDC_ISSUER: '<the issuer that the document names>' }, 'Its last slash counts too.'),
      ],
    };
  },
});
