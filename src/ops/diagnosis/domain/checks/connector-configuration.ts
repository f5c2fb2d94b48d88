import { check } from '../check.js';
import type { RemedyStep } from '../diagnosis.js';
import type { ConnectorFacts, ProjectFacts } from '../facts.js';
import { request, setVariables } from '../remedy.js';
import { listed, quoted } from '../wording.js';

export const connectorConfiguration = check({
  id: 'connector_configuration',
  section: 'connector_sync',
  title: 'Connectors are configured',
  needs: ['connectors'],
  look({ connectors, project }) {
    const expected = 'Each connector that is used has its variables, or a source of the project’s own.';
    const unreadable = connectors.filter(({ sealed_unreadable }) => sealed_unreadable);
    const refused = connectors.flatMap((one) =>
      one.errors
        .filter((error) => error.error_kind === 'config' && (error.operation !== 'sync' || error.source_ref === ''))
        .map((error) => ({ one, error })),
    );
    const barred = connectors.filter((one) => one.barred !== null);
    const lacking = connectors.filter(({ missing }) => missing.length > 0);
    // Nothing of a connector given is a choice, unless it is so with all of them; half of it is a mistake.
    const half = lacking.filter((one) => one.token_from !== null || one.source !== null);
    const wrong =
      half.length > 0 ? half : lacking.length + barred.length === connectors.length ? [...lacking, ...barred] : [];
    const barredWrong = barred.filter((one) => one.source !== null || wrong.includes(one));
    const observed = [
      ...unreadable.map(({ connector }) => `The stored token of ${connector} was sealed under another SECRETS_KEY.`),
      ...refused.map(({ error }) => quoted(error.error_message)),
      ...barred.map((one) => `${one.barred?.why}.`),
      ...lacking
        .filter(({ sealed_unreadable }) => !sealed_unreadable)
        .map(({ connector, missing }) => `${connector} is not configured: ${listed(missing)} not set.`),
    ];
    if (wrong.length + barredWrong.length + unreadable.length + refused.length === 0)
      return { status: 'ok', observed: observed.join(' ') || 'All are.', expected };
    const named = new Set([...unreadable, ...barredWrong, ...wrong, ...refused.map(({ one }) => one)]);
    return {
      status: 'fail',
      observed: observed.join(' '),
      expected,
      remedy: [...named].flatMap((one) => configured(one, project)),
    };
  },
});

function configured(one: ConnectorFacts, project: ProjectFacts): RemedyStep[] {
  const sync = request('POST', `/connectors/${one.connector}/sync`, 'Syncs it.');
  if (one.sealed_unreadable || one.barred !== null) return [putToken(one, project), sync];
  if (one.missing.length === 0) return [sync];
  return [setVariables(Object.fromEntries(one.missing.map((name) => [name, `<${name}>`])), ''), sync];
}

/** Stores another token in the project's own source, which keeps its account and filter. */
export function putToken({ connector, source, barred }: ConnectorFacts, project: ProjectFacts): RemedyStep {
  return request(
    'PUT',
    `/projects/${project.id}/sources/${connector}`,
    'Stores a token that the vendor accepts; this needs the role admin.',
    {
      external_id: source?.external_id ?? (barred?.missing.includes('external_id') ? '<account>' : null),
      filter: source?.filter ?? {},
      credentials: { api_token: '<new token>' },
    },
  );
}
