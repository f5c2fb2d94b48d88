import { check } from '../check.js';
import type { RemedyStep } from '../diagnosis.js';
import type { ConnectorErrorFacts, ConnectorFacts, ProjectFacts } from '../facts.js';
import { advice, request, setVariables } from '../remedy.js';
import { quoted, type DiagnosisWords } from '../wording.js';
import { putToken } from './connector-configuration.js';

/** An error of one list of a connector, while others are read. */
export const isOfStream = ({ operation, source_ref }: ConnectorErrorFacts): boolean =>
  operation === 'sync' && source_ref !== '';

export const connectorStreams = check({
  id: 'connector_streams',
  section: 'connector_sync',
  title: { en: 'Every list can be read', ru: 'Читаются все списки' },
  trouble: { en: 'A list can’t be read', ru: 'Один из списков не читается' },
  needs: ['connectors'],
  look({ connectors, project, words }) {
    const { say } = words;
    const expected = say(
      'The last sync of every connector has read all of its lists.',
      'Последняя синхронизация каждого коннектора прочитала все его списки.',
    );
    const closed = connectors.flatMap((one) => one.errors.filter(isOfStream).map((error) => ({ one, error })));
    if (closed.length === 0) return { status: 'ok', observed: say('All were read.', 'Прочитаны все.'), expected };
    return {
      // Time may mend the others.
      status: closed.some(({ error }) => needsSomebody(error)) ? 'fail' : 'warn',
      observed: closed
        .map(({ one, error }) =>
          say(
            `${one.connector} cannot read its ${error.source_ref}, of which nothing new comes in: ${quoted(error.error_message)}`,
            `${one.connector} не может прочитать ${error.source_ref}, нового оттуда не приходит: ${quoted(error.error_message)}`,
          ),
        )
        .join(' '),
      expected,
      remedy: [...new Set(closed.map(({ one }) => one))].flatMap((one) => openedAgain(one, project, words)),
    };
  },
});

const needsSomebody = ({ error_kind }: ConnectorErrorFacts): boolean =>
  error_kind === 'auth' || error_kind === 'config';

function openedAgain(one: ConnectorFacts, project: ProjectFacts, words: DiagnosisWords): RemedyStep[] {
  const { say } = words;
  const { connector, errors, token_from, token_variable, can_seal } = one;
  const sync = request(
    'POST',
    `/connectors/${connector}/sync`,
    say('Reads each list from where it stands.', 'Читает каждый список с того места, где остановился.'),
  );
  const lists = errors.filter((error) => isOfStream(error) && error.error_kind === 'auth');
  if (lists.length === 0) return [sync];
  const names = lists.map(({ source_ref }) => source_ref).join(', ');
  return [
    advice(
      say(
        `An admin of ${connector} gives the token the right to read ${names}, or makes a token that has it.`,
        `Администратор ${connector} даёт токену право читать ${names} или выпускает токен с таким правом.`,
      ),
    ),
    token_from === 'project' && can_seal
      ? putToken(one, project, words)
      : setVariables(
          words,
          { [token_variable]: '<new token>' },
          say('Only where the token is a new one.', 'Только если токен новый.'),
        ),
    sync,
  ];
}
