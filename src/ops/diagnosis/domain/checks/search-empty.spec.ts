import { before, failedRun, job, scheduleWith } from '../../../../../test/builders/diagnosis.js';
import { describeChecks } from '../../../../../test/support/check-rows.js';

describeChecks('search_empty', [
  { check: 'chunks', when: 'none', status: 'fail', cure: 'POST /connectors/sync', facts: { search: { ready: 0 } } },
  {
    check: 'embeddings_ready',
    when: 'none is',
    status: 'fail',
    seen: '0 chunks ready, 5 waiting',
    cure: 'POST /jobs/embeddings/run',
    facts: { search: { ready: 0, pending: 5 } },
  },
  { check: 'embeddings_ready', when: 'some wait', status: 'warn', facts: { search: { pending: 1 } } },
  {
    check: 'embeddings_ready',
    when: 'some were rejected',
    status: 'warn',
    seen: 'too long for it',
    facts: { search: { failed: 1, rejection: 'too long for it' } },
  },
  { check: 'embeddings_ready', when: 'there is nothing', status: 'skipped', facts: { search: { ready: 0 } } },
  {
    check: 'embedding_key',
    when: 'none',
    status: 'warn',
    cure: 'OPENAI_API_KEY=<OpenAI key>',
    env: { EMBEDDING_PROVIDER: undefined },
  },
  { check: 'embedding_key', when: 'there', status: 'ok', env: { EMBEDDING_PROVIDER: undefined, OPENAI_API_KEY: 'k' } },
  {
    check: 'embedding_provider',
    when: 'it refused the key',
    status: 'fail',
    cure: 'OPENAI_API_KEY=<OpenAI key>',
    facts: {
      schedule: scheduleWith(
        job('embeddings_run', {
          last: failedRun({ error_code: 'provider_not_configured', error_message: 'Incorrect key' }),
        }),
      ),
    },
  },
  {
    check: 'embedding_provider',
    when: 'it was away',
    status: 'fail',
    seen: 'the provider is away',
    cure: 'POST /jobs/embeddings/run',
    facts: {
      schedule: scheduleWith(
        job('embeddings_run', { last: { ...failedRun(), status: 'succeeded', reason: 'the provider is away' } }),
      ),
    },
  },
  {
    check: 'embedding_provider',
    when: 'chunks wait for their next try',
    status: 'fail',
    seen: '503',
    facts: { search: { pending: 3, waiting_error: '503', next_attempt_at: before(-90) } },
  },
  {
    check: 'embedding_provider',
    when: 'the run failed',
    status: 'fail',
    seen: 'boom',
    facts: {
      schedule: scheduleWith(
        job('embeddings_run', { last: failedRun({ error_code: 'internal_error', error_message: 'boom' }) }),
      ),
    },
  },
  {
    check: 'model_generation',
    when: 'another serves',
    status: 'warn',
    seen: 'old@8 serves, new@8 is being built',
    cure: 'POST /jobs/embeddings/run',
    facts: { search: { serving_model: 'old@8', building_model: 'new@8' } },
  },
  {
    check: 'model_generation',
    when: 'there is nothing',
    status: 'skipped',
    facts: { search: { ready: 0, serving_model: null } },
  },
]);
