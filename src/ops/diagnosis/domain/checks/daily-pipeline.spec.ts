import {
  before,
  connector,
  DAY,
  failedRun,
  forecasts,
  job,
  scheduleWith,
} from '../../../../../test/builders/diagnosis.js';
import { describeChecks } from '../../../../../test/support/check-rows.js';

/** A pipeline that is due so often, and ended well so long ago. */
const pipeline = (cadence_seconds: number, ended: number) => ({
  schedule: scheduleWith(
    job('kag_daily_pipeline', {
      cadence_seconds,
      last: { ...failedRun(), status: 'succeeded', created_at: before(ended), finished_at: before(ended) },
    }),
  ),
  kag: { forecasts: forecasts({ generated_at: before(ended) }) },
});

describeChecks('daily_pipeline', [
  {
    check: 'kag_flags',
    when: 'one is off',
    status: 'warn',
    seen: 'KAG_FORECASTING_ENABLED',
    cure: 'KAG_FORECASTING_ENABLED=true',
    env: { KAG_FORECASTING_ENABLED: 'false' },
  },
  {
    check: 'source_events',
    when: 'none, nothing synced',
    status: 'fail',
    seen: 'no connector has been synced',
    cure: 'POST /connectors/sync',
    facts: { kag: { events_30d: 0, newest_event_at: null }, connectors: [connector('linear', { state: null })] },
  },
  {
    check: 'source_events',
    when: 'none of a new project',
    status: 'warn',
    age: 60,
    facts: { kag: { events_30d: 0, newest_event_at: null }, connectors: [connector('linear', { state: null })] },
  },
  {
    check: 'source_events',
    when: 'none, though synced',
    status: 'fail',
    seen: 'though linear was synced',
    facts: { kag: { events_30d: 0, newest_event_at: null }, connectors: [connector('linear')] },
  },
  {
    check: 'source_events',
    when: 'none lately',
    status: 'warn',
    facts: { kag: { events_30d: 0, newest_event_at: before(40 * DAY) } },
  },
  {
    check: 'daily_pipeline_paused',
    when: 'it is',
    status: 'fail',
    cure: 'PATCH /jobs/scheduler/kag_daily_pipeline',
    facts: { schedule: scheduleWith(job('kag_daily_pipeline', { status: 'paused' })) },
  },
  {
    check: 'daily_pipeline_run',
    when: 'it failed',
    status: 'fail',
    seen: 'boom',
    cure: 'POST /kag/snapshots/refresh',
    facts: {
      schedule: scheduleWith(
        job('kag_daily_pipeline', { last: failedRun({ error_code: 'x', error_message: 'boom' }) }),
      ),
      kag: { forecasts: forecasts({ generated_at: before(DAY) }) },
    },
  },
  {
    check: 'daily_pipeline_run',
    when: 'it failed, and was made up for',
    status: 'ok',
    facts: {
      schedule: scheduleWith(job('kag_daily_pipeline', { last: failedRun() })),
      kag: { forecasts: forecasts({ generated_at: before(60) }) },
    },
  },
  {
    check: 'daily_pipeline_run',
    when: 'days ago',
    status: 'fail',
    wanted: 'no longer than 1 day ago',
    facts: pipeline(DAY, 4 * DAY),
  },
  { check: 'daily_pipeline_run', when: 'two days ago, of a daily one', status: 'ok', facts: pipeline(DAY, 2 * DAY) },
  { check: 'daily_pipeline_run', when: 'two days ago, of two a day', status: 'ok', facts: pipeline(43_200, 2 * DAY) },
  { check: 'daily_pipeline_run', when: 'days ago, of two a day', status: 'fail', facts: pipeline(43_200, 4 * DAY) },
  {
    check: 'daily_pipeline_run',
    when: '13 days ago, of one in two weeks',
    status: 'ok',
    wanted: 'no longer than 14 days ago',
    facts: pipeline(1_209_600, 13 * DAY),
  },
  {
    check: 'daily_pipeline_run',
    when: '16 days ago, of one in two weeks',
    status: 'fail',
    facts: pipeline(1_209_600, 16 * DAY),
  },
  {
    check: 'daily_pipeline_run',
    when: 'not yet',
    status: 'ok',
    facts: { schedule: scheduleWith(job('kag_daily_pipeline', { last: null })) },
  },
  { check: 'daily_pipeline_run', when: 'off', status: 'skipped', env: { KAG_ENABLED: 'false' } },
  {
    check: 'pipeline_warnings',
    when: 'one of the pipeline',
    status: 'warn',
    seen: 'no evidence',
    facts: { processes: { warnings: [{ process: 'kag_daily_pipeline', warning: 'no evidence', at: before(9) }] } },
  },
  {
    check: 'pipeline_warnings',
    when: 'one of a sync',
    status: 'ok',
    facts: { processes: { warnings: [{ process: 'linear_sync', warning: 'x', at: before(9) }] } },
  },
]);
