import { check } from '../check.js';
import { request, setVariables } from '../remedy.js';
import { quoted } from '../wording.js';
import { putToken } from './connector-configuration.js';
import { isOfStream } from './connector-streams.js';

export const vendorToken = check({
  id: 'vendor_token',
  section: 'connector_sync',
  title: 'Vendors accept the tokens',
  needs: ['connectors'],
  look({ connectors, project }) {
    const expected = 'No vendor refused the token in the last sync.';
    const refused = connectors.flatMap((one) => {
      const error = one.errors.find(
        (each) => each.error_kind === 'auth' && each.operation === 'sync' && !isOfStream(each),
      );
      return error ? [{ one, error }] : [];
    });
    if (refused.length === 0) return { status: 'ok', observed: 'None was refused.', expected };
    return {
      status: 'fail',
      observed: refused
        .map(
          ({ one, error }) =>
            `${one.connector} refuses the token of ${one.token_from === 'project' ? 'the project’s own source' : one.token_variable}: ${quoted(error.error_message)}`,
        )
        .join(' '),
      expected,
      remedy: refused.flatMap(({ one }) => [
        one.token_from === 'project' && one.can_seal
          ? putToken(one, project)
          : setVariables(
              { [one.token_variable]: '<new token>' },
              'It serves every project without a token of its own.',
            ),
        request('POST', `/connectors/${one.connector}/sync`, 'Goes on where it was; its errors are resolved.'),
      ]),
    };
  },
});
