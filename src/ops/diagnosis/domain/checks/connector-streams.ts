import { check } from '../check.js';
import type { RemedyStep } from '../diagnosis.js';
import type { ConnectorErrorFacts, ConnectorFacts, ProjectFacts } from '../facts.js';
import { advice, request, setVariables } from '../remedy.js';
import { quoted } from '../wording.js';
import { putToken } from './connector-configuration.js';

/** An error of one list of a connector, while others are read. */
export const isOfStream = ({ operation, source_ref }: ConnectorErrorFacts): boolean =>
  operation === 'sync' && source_ref !== '';

export const connectorStreams = check({
  id: 'connector_streams',
  section: 'connector_sync',
  title: 'Every list can be read',
  needs: ['connectors'],
  look({ connectors, project }) {
    const expected = 'The last sync of every connector has read all of its lists.';
    const closed = connectors.flatMap((one) => one.errors.filter(isOfStream).map((error) => ({ one, error })));
    if (closed.length === 0) return { status: 'ok', observed: 'All were read.', expected };
    return {
      // Time may mend the others.
      status: closed.some(({ error }) => needsSomebody(error)) ? 'fail' : 'warn',
      observed: closed
        .map(
          ({ one, error }) =>
            `${one.connector} cannot read its ${error.source_ref}, of which nothing new comes in: ${quoted(error.error_message)}`,
        )
        .join(' '),
      expected,
      remedy: [...new Set(closed.map(({ one }) => one))].flatMap((one) => openedAgain(one, project)),
    };
  },
});

const needsSomebody = ({ error_kind }: ConnectorErrorFacts): boolean =>
  error_kind === 'auth' || error_kind === 'config';

function openedAgain(one: ConnectorFacts, project: ProjectFacts): RemedyStep[] {
  const { connector, errors, token_from, token_variable, can_seal } = one;
  const sync = request('POST', `/connectors/${connector}/sync`, 'Reads each list from where it stands.');
  const lists = errors.filter((error) => isOfStream(error) && error.error_kind === 'auth');
  if (lists.length === 0) return [sync];
  const names = lists.map(({ source_ref }) => source_ref).join(', ');
  return [
    advice(`An admin of ${connector} gives the token the right to read ${names}, or makes a token that has it.`),
    token_from === 'project' && can_seal
      ? putToken(one, project)
      : setVariables({ [token_variable]: '<new token>' }, 'Only where the token is a new one.'),
    sync,
  ];
}
