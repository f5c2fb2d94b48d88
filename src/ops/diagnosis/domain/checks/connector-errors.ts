import { check } from '../check.js';
import { request } from '../remedy.js';
import { counted, quoted } from '../wording.js';

export const connectorErrors = check({
  id: 'connector_errors',
  section: 'connector_sync',
  title: 'Records can be read',
  needs: ['connectors'],
  look({ connectors }) {
    const expected = 'No record waits to be read again.';
    const open = connectors.flatMap(({ connector, errors }) =>
      errors
        .filter(({ operation, status }) => operation === 'record' && status !== 'dead_letter')
        .map((error) => ({ connector, error })),
    );
    if (open.length === 0) return { status: 'ok', observed: 'None waits.', expected };
    const newest = open[0];
    return {
      status: 'warn',
      observed: `${counted(open.length, 'record')} could not be read. ${newest ? `${newest.connector}: ${quoted(newest.error.error_message)}` : ''}`,
      expected,
      remedy: [
        request('POST', '/connectors/errors/retry', 'Reads them again now, whether they are due or not.', {
          ids: open.map(({ error }) => error.id),
        }),
      ],
    };
  },
});
