import { expect, it } from '@jest/globals';
import { before, connector, connectorError, healthy, NOW, settings } from '../../../../../test/builders/diagnosis.js';
import { describeChecks } from '../../../../../test/support/check-rows.js';
import { vendorToken } from './vendor-token.js';
import { wordsIn } from '../wording.js';

const failedState = { ...connector('linear').state!, status: 'failed', last_error: 'timeout: too late' };
const withError = (more: Parameters<typeof connectorError>[0], rest: Parameters<typeof connector>[1] = {}) => ({
  connectors: [connector('linear', { errors: [connectorError(more)], open_errors: 1, ...rest })],
});

describeChecks('connector_sync', [
  {
    check: 'connector_configuration',
    when: 'nothing at all',
    status: 'fail',
    seen: 'LINEAR_API_TOKEN',
    cure: 'LINEAR_API_TOKEN=<LINEAR_API_TOKEN>',
    facts: { connectors: [connector('linear', { missing: ['LINEAR_API_TOKEN'], token_from: null })] },
  },
  {
    check: 'connector_configuration',
    when: 'one is left out',
    status: 'ok',
    seen: 'linear is not configured',
    facts: {
      connectors: [connector('chatwoot'), connector('linear', { missing: ['LINEAR_API_TOKEN'], token_from: null })],
    },
  },
  {
    check: 'connector_configuration',
    when: 'half of it',
    status: 'fail',
    cure: 'CHATWOOT_ACCOUNT_ID=<CHATWOOT_ACCOUNT_ID>',
    facts: { connectors: [connector('linear'), connector('chatwoot', { missing: ['CHATWOOT_ACCOUNT_ID'] })] },
  },
  {
    check: 'connector_configuration',
    when: 'sealed under another key',
    status: 'fail',
    cure: 'PUT /projects/0e3cf6d8-5a86-4f43-8f0b-8f9f2a4f6c01/sources/linear',
    facts: {
      connectors: [connector('linear', { sealed_unreadable: true, missing: ['LINEAR_API_TOKEN'], token_from: null })],
    },
  },
  {
    check: 'connector_configuration',
    when: 'the vendor knows another workspace',
    status: 'fail',
    seen: 'another workspace',
    facts: withError({ error_kind: 'config', error_message: 'another workspace', status: 'dead_letter' }),
  },
  {
    check: 'connector_configuration',
    when: 'the environment’s credentials are another scope’s',
    status: 'fail',
    seen: 'The server’s credentials serve another scope.',
    cure: 'PUT /projects/0e3cf6d8-5a86-4f43-8f0b-8f9f2a4f6c01/sources/linear',
    facts: {
      connectors: [
        connector('linear', {
          barred: { why: 'The server’s credentials serve another scope', missing: ['credentials.api_token'] },
          token_from: null,
        }),
      ],
    },
  },
  {
    check: 'connector_configuration',
    when: 'one of them is left out in another scope',
    status: 'ok',
    seen: 'The server’s credentials serve another scope.',
    facts: {
      connectors: [
        connector('chatwoot'),
        connector('linear', {
          barred: { why: 'The server’s credentials serve another scope', missing: ['credentials.api_token'] },
          token_from: null,
        }),
      ],
    },
  },
  {
    check: 'data_leaving',
    when: 'for a minute',
    status: 'warn',
    seen: 'Data of linear is being removed',
    facts: { connectors: [connector('chatwoot'), connector('linear', { leaving_since: before(60) })] },
  },
  {
    check: 'data_leaving',
    when: 'for an hour',
    status: 'fail',
    seen: 'bound to another source 1 hour ago',
    cure: 'POST /jobs/sources/clear',
    facts: { connectors: [connector('linear', { leaving_since: before(3600) })] },
  },
  {
    check: 'vendor_token',
    when: 'of the environment',
    status: 'fail',
    seen: 'LINEAR_API_TOKEN',
    cure: 'LINEAR_API_TOKEN=<new token>',
    facts: withError({ error_kind: 'auth', status: 'dead_letter' }),
  },
  {
    check: 'vendor_token',
    when: 'of the project',
    status: 'fail',
    seen: 'own source',
    cure: 'PUT /projects/0e3cf6d8-5a86-4f43-8f0b-8f9f2a4f6c01/sources/linear',
    facts: withError(
      { error_kind: 'auth', status: 'dead_letter' },
      { token_from: 'project', source: { external_id: null, filter: { team_ids: ['t'] } } },
    ),
  },
  { check: 'vendor_token', when: 'another kind of error', status: 'ok', facts: withError({}) },
  {
    check: 'vendor_token',
    when: 'one list is closed to it',
    status: 'ok',
    facts: withError({ error_kind: 'auth', status: 'dead_letter', source_ref: 'cycles' }),
  },
  {
    check: 'connector_streams',
    when: 'a right is lacking',
    status: 'fail',
    seen: 'linear cannot read its cycles',
    facts: withError({ error_kind: 'auth', status: 'dead_letter', source_ref: 'cycles' }),
  },
  {
    check: 'connector_streams',
    when: 'a list is out',
    status: 'warn',
    cure: 'POST /connectors/linear/sync',
    facts: withError({ source_ref: 'cycles' }),
  },
  {
    check: 'connector_streams',
    when: 'the whole sync failed',
    status: 'ok',
    facts: withError({}),
  },
  {
    check: 'connector_state',
    when: 'failed',
    status: 'fail',
    seen: 'linear is failed',
    cure: 'POST /connectors/linear/sync',
    facts: { connectors: [connector('linear', { state: failedState })] },
  },
  {
    check: 'connector_state',
    when: 'partial',
    status: 'warn',
    facts: { connectors: [connector('linear', { state: { ...failedState, status: 'partial' } })] },
  },
  {
    check: 'connector_state',
    when: 'never synced',
    status: 'skipped',
    facts: { connectors: [connector('linear', { state: null })] },
  },
  {
    check: 'connector_backoff',
    when: 'waiting',
    status: 'warn',
    seen: 'tried again in 5 minutes',
    cure: 'POST /connectors/linear/sync',
    facts: withError({}),
  },
  {
    check: 'connector_backoff',
    when: 'the wait is over',
    status: 'ok',
    facts: withError({ next_retry_at: before(1) }),
  },
  {
    check: 'connector_errors',
    when: 'a record waits',
    status: 'warn',
    cure: 'POST /connectors/errors/retry',
    facts: withError({ operation: 'record' }),
  },
  {
    check: 'connector_errors',
    when: 'it was given up',
    status: 'ok',
    facts: withError({ operation: 'record', status: 'dead_letter' }),
  },
  {
    check: 'dead_letters',
    when: 'there are',
    status: 'fail',
    seen: '2 dead letters of linear',
    cure: 'POST /connectors/errors/retry',
    facts: withError({ status: 'dead_letter' }, { dead_letters: 2 }),
  },
  {
    check: 'last_payload',
    when: 'something is kept',
    status: 'warn',
    seen: 'linear: {"id": null}',
    facts: { connectors: [connector('linear', { last_payload: '{"id": null}' })] },
  },
]);

it('keeps the account and the filter of a source whose token it asks for', () => {
  const source = { external_id: 'w', filter: { team_ids: ['t'] } };
  const facts = { ...healthy, ...withError({ error_kind: 'auth' }, { token_from: 'project', source }) };
  expect(vendorToken.look(facts, settings(), NOW, wordsIn('en')).remedy?.[0]?.body).toEqual({
    ...source,
    credentials: { api_token: '<new token>' },
  });
});
