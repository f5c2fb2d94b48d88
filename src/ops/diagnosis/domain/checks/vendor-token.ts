import { check } from '../check.js';
import { request, setVariables } from '../remedy.js';
import { quoted } from '../wording.js';
import { putToken } from './connector-configuration.js';
import { isOfStream } from './connector-streams.js';

export const vendorToken = check({
  id: 'vendor_token',
  section: 'connector_sync',
  title: { en: 'Vendors accept the tokens', ru: 'Сервисы принимают токены' },
  trouble: { en: 'A vendor refuses the token', ru: 'Сервис не принимает токен' },
  needs: ['connectors'],
  look({ connectors, project, words }) {
    const { say } = words;
    const expected = say(
      'No vendor refused the token in the last sync.',
      'В последней синхронизации ни один сервис не отклонил токен.',
    );
    const refused = connectors.flatMap((one) => {
      const error = one.errors.find(
        (each) => each.error_kind === 'auth' && each.operation === 'sync' && !isOfStream(each),
      );
      return error ? [{ one, error }] : [];
    });
    if (refused.length === 0)
      return { status: 'ok', observed: say('None was refused.', 'Ни один не отклонён.'), expected };
    return {
      status: 'fail',
      observed: refused
        .map(({ one, error }) =>
          say(
            `${one.connector} refuses the token of ${one.token_from === 'project' ? 'the project’s own source' : one.token_variable}: ${quoted(error.error_message)}`,
            `${one.connector} не принимает токен: ${one.token_from === 'project' ? 'собственный источник проекта' : one.token_variable}. ${quoted(error.error_message)}`,
          ),
        )
        .join(' '),
      expected,
      remedy: refused.flatMap(({ one }) => [
        one.token_from === 'project' && one.can_seal
          ? putToken(one, project, words)
          : setVariables(
              words,
              { [one.token_variable]: '<new token>' },
              say(
                'It serves every project without a token of its own.',
                'Он служит всем проектам, у которых нет своего токена.',
              ),
            ),
        request(
          'POST',
          `/connectors/${one.connector}/sync`,
          say('Goes on where it was; its errors are resolved.', 'Продолжает с того же места; её ошибки закрываются.'),
        ),
      ]),
    };
  },
});
