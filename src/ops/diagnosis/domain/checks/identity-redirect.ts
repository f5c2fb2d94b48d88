import { check } from '../check.js';
import { advice, setVariables } from '../remedy.js';
import { quoted } from '../wording.js';

const LOOPBACK = /^http:\/\/(localhost|127(\.\d+){3}|\[::1\])[:/]/;

export const identityRedirect = check({
  id: 'identity_redirect',
  section: 'auth',
  title: 'The identity provider leads people back here',
  needs: ['identity'],
  look({ identity }) {
    const expected = 'It knows the redirect URI, which is PUBLIC_URL with /auth/oidc/callback, over https.';
    if (identity === null) return { status: 'ok', observed: 'People sign in with passwords only.', expected };
    const { redirect, redirect_uri: address } = identity;
    if (redirect?.verdict === 'no')
      return {
        status: 'fail',
        observed: `It does not lead back to ${address}: ${quoted(redirect.said)}`,
        expected,
        remedy: [
          advice(`Register ${address} as a redirect URI of OIDC_CLIENT_ID at the provider, letter for letter.`),
          setVariables(
            { PUBLIC_URL: '<the address that browsers use>' },
            'Where it is the address that is wrong. An answer such as invalid_scope is about OIDC_SCOPES.',
          ),
        ],
      };
    if (address.startsWith('http:') && !LOOPBACK.test(address))
      return {
        status: 'warn',
        observed: `${address} is not https: codes of sign-ins travel in the clear.`,
        expected,
        remedy: [
          setVariables({ PUBLIC_URL: address.replace(/^http:(.*)\/auth\/.*$/, 'https:$1') }, 'Register it too.'),
        ],
      };
    if (redirect === null) return { status: 'skipped', observed: 'Its addresses are not known.', expected };
    if (redirect.verdict === 'yes') return { status: 'ok', observed: `It leads back to ${address}.`, expected };
    return { status: 'skipped', observed: `What it answered does not tell: ${quoted(redirect.said)}`, expected };
  },
});
