import { before, connector, DAY, healthy, job, scheduleWith } from '../../../../../test/builders/diagnosis.js';
import { describeChecks } from '../../../../../test/support/check-rows.js';

const lag = (seconds: number) => {
  const state = { ...connector('linear').state!, last_success_at: before(seconds) };
  return { connectors: [connector('chatwoot'), connector('linear', { state })] };
};
const cycleEvery = (cadence_seconds: number) => ({
  schedule: scheduleWith(job('connectors_sync_cycle', { cadence_seconds })),
});
const HALF_A_DAY = 43_200;
const FORTNIGHT = 1_209_600;

describeChecks('monitoring', [
  {
    check: 'process_failed_ratio',
    when: 'a fifth',
    status: 'warn',
    seen: '20 %',
    cure: 'GET /jobs/runs?status=failed',
    facts: { processes: { failed_24h: 20, finished_24h: 80 } },
  },
  {
    check: 'process_failed_ratio',
    when: 'half',
    status: 'fail',
    facts: { processes: { failed_24h: 50, finished_24h: 50 } },
  },
  {
    check: 'process_failed_ratio',
    when: 'too few to judge',
    status: 'ok',
    facts: { processes: { failed_24h: 19, finished_24h: 0 } },
  },
  {
    check: 'process_warning_ratio',
    when: 'every run',
    status: 'warn',
    cure: 'GET /kag/events?type=process_warning',
    facts: { processes: { finished_24h: 99, warnings_24h: 100 } },
  },
  {
    check: 'unpublishable_ratio',
    when: 'half',
    status: 'warn',
    seen: '7 of 14',
    facts: { kag: { unpublishable_snapshots_14d: 7 } },
  },
  { check: 'unpublishable_ratio', when: 'no snapshots', status: 'skipped', facts: { kag: { snapshots: [] } } },
  {
    check: 'connector_lag',
    when: 'two hours',
    status: 'warn',
    seen: 'linear 2 hours ago',
    cure: 'POST /connectors/linear/sync',
    facts: lag(7200),
  },
  { check: 'connector_lag', when: 'a day', status: 'fail', facts: lag(DAY) },
  {
    check: 'connector_lag',
    when: 'a day, of cycles twice a day',
    status: 'ok',
    wanted: 'within 1 day',
    facts: { ...lag(DAY), ...cycleEvery(HALF_A_DAY) },
  },
  {
    check: 'connector_lag',
    when: 'two days, of cycles twice a day',
    status: 'warn',
    cure: 'POST /connectors/linear/sync',
    facts: { ...lag(2 * DAY), ...cycleEvery(HALF_A_DAY) },
  },
  {
    check: 'connector_lag',
    when: 'four days, of cycles twice a day',
    status: 'fail',
    facts: { ...lag(4 * DAY), ...cycleEvery(HALF_A_DAY) },
  },
  {
    check: 'connector_lag',
    when: '41 days, of a cycle every two weeks',
    status: 'ok',
    wanted: 'within 42 days',
    facts: { ...lag(41 * DAY), ...cycleEvery(FORTNIGHT) },
  },
  {
    check: 'connector_lag',
    when: '43 days, of a cycle every two weeks',
    status: 'warn',
    facts: { ...lag(43 * DAY), ...cycleEvery(FORTNIGHT) },
  },
  {
    check: 'connector_lag',
    when: 'two hours, of a cycle every minute',
    status: 'warn',
    wanted: 'within 1 hour',
    facts: { ...lag(7200), ...cycleEvery(60) },
  },
  {
    check: 'connector_lag',
    when: 'a day, of a source that was taken away',
    status: 'ok',
    facts: {
      connectors: [
        connector('chatwoot'),
        connector('linear', {
          barred: { why: 'The server’s credentials serve another scope', missing: ['credentials.api_token'] },
          token_from: null,
          state: { ...connector('linear').state!, last_success_at: before(DAY) },
        }),
      ],
    },
  },
  {
    check: 'connector_lag',
    when: 'never synced',
    status: 'skipped',
    facts: { connectors: [connector('linear', { state: null })] },
  },
  {
    check: 'new_recommendations_age',
    when: 'eight days',
    status: 'warn',
    cure: 'POST /kag/v2/recommendations/r/status',
    facts: { kag: { oldest_new: [{ id: 'r', created_at: before(8 * DAY) }] } },
  },
  { check: 'new_recommendations_age', when: 'none', status: 'ok', facts: { kag: { oldest_new: [] } } },
  {
    check: 'workers',
    when: 'none ever',
    status: 'fail',
    seen: 'None was ever seen',
    cure: '$ ROLE=worker npm start',
    facts: { workers: [] },
  },
  {
    check: 'workers',
    when: 'one was killed',
    status: 'fail',
    seen: 'Silent: a:7 since 1 minute ago',
    facts: { workers: [{ host: 'a', pid: 7, heartbeat_at: before(60), quiet_after_seconds: 30, stopped: false }] },
  },
  {
    check: 'workers',
    when: 'all were stopped',
    status: 'fail',
    seen: '0 workers alive.',
    facts: { workers: [{ host: 'a', pid: 7, heartbeat_at: before(5), quiet_after_seconds: 30, stopped: true }] },
  },
  {
    check: 'workers',
    when: 'one of two is silent',
    status: 'ok',
    seen: 'Silent',
    facts: {
      workers: [
        ...healthy.workers,
        { host: 'a', pid: 7, heartbeat_at: before(60), quiet_after_seconds: 30, stopped: false },
      ],
    },
  },
  {
    check: 'migrations',
    when: 'one is pending',
    status: 'fail',
    seen: 'Later1',
    cure: '$ npm run migrate',
    facts: { database: { pending_migrations: ['Later1'] } },
  },
  { check: 'pgvector', when: 'none', status: 'fail', facts: { database: { pgvector: null } } },
  {
    check: 'pgvector',
    when: 'too old to start',
    status: 'fail',
    cure: `$ psql "$DATABASE_URL" -c 'ALTER EXTENSION vector UPDATE'`,
    facts: { database: { pgvector: '0.7.4' } },
  },
  { check: 'pgvector', when: 'old', status: 'warn', facts: { database: { pgvector: '0.8.3' } } },
  { check: 'pgvector', when: 'new enough', status: 'ok', facts: { database: { pgvector: '0.10.0' } } },
  { check: 'pooler', when: 'none', status: 'ok', seen: 'No pooler' },
  {
    check: 'pooler',
    when: 'no way leads past it',
    status: 'warn',
    seen: 'DATABASE_DIRECT_URL is not set',
    cure: 'DATABASE_DIRECT_URL=<url>',
    facts: { database: { pooled: true } },
  },
  {
    check: 'pooler',
    when: 'a way leads past it',
    status: 'ok',
    seen: 'there is a way past it',
    facts: { database: { pooled: true } },
    env: { DATABASE_URL: 'postgres://pooler/kag', DATABASE_DIRECT_URL: 'postgres://db/kag' },
  },
  { check: 'replica', when: 'none', status: 'ok', seen: 'DATABASE_REPLICA_URL is not set' },
  {
    check: 'replica',
    when: 'it answers',
    status: 'ok',
    seen: '1 second behind at the most',
    facts: { replica: { barrier: null, behind_seconds: 0.4 } },
  },
  {
    check: 'replica',
    when: 'it is away',
    status: 'warn',
    seen: 'It does not answer',
    facts: { replica: { barrier: 'away', behind_seconds: null } },
  },
  {
    check: 'replica',
    when: 'it is too far behind',
    status: 'warn',
    seen: '42 seconds behind',
    facts: { replica: { barrier: 'lag', behind_seconds: 41.2 } },
  },
  {
    check: 'replica',
    when: 'its lag is not known',
    status: 'warn',
    seen: 'not known yet',
    facts: { replica: { barrier: 'unknown_lag', behind_seconds: null } },
  },
  {
    check: 'replica',
    when: 'it is another database',
    status: 'warn',
    seen: 'no standby of this database',
    cure: 'DATABASE_REPLICA_URL=<url>',
    facts: { replica: { barrier: 'not_a_standby', behind_seconds: null } },
  },
  {
    check: 'project_wall',
    when: 'a table lacks it',
    status: 'warn',
    seen: 'public.rag_chunks has no wall',
    cure: '$ npm run migrate',
    facts: { wall: { lacks: ['public.rag_chunks has no wall'], roles: [], migrate: true } },
  },
  {
    check: 'project_wall',
    when: 'the login may make no roles',
    status: 'warn',
    seen: 'there is no role kag_reach',
    cure: `$ psql "$DATABASE_URL" -c 'CREATE ROLE "kag_reach" NOLOGIN'`,
    facts: {
      wall: { lacks: ['there is no role kag_reach'], roles: ['CREATE ROLE "kag_reach" NOLOGIN'], migrate: true },
    },
  },
]);
