import { describe, expect, it } from '@jest/globals';
import { jobRun } from '../../../test/builders/job-run.js';
import { Format } from '../../shared/format.js';
import { TEXTS } from '../texts/index.js';
import { failedRuns, jobName, jobViews, openRuns, triggerOf, type ScheduledJob } from './jobs.js';

const { en, ru } = TEXTS;
const format = new Format('en', 'UTC');
const NOW = Date.parse('2026-02-03T10:00:00Z');
const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();

describe('jobs', () => {
  const routes = {
    paths: {
      '/jobs/{name}/sync': { post: { 'x-kag-trigger': '{name}_sync' } },
      '/connectors/{name}/sync': { post: { 'x-kag-trigger': '{name}_sync' } },
      '/connectors/sync': { post: { 'x-kag-trigger': 'connectors_sync_cycle' } },
      '/jobs/runs/{id}/retry': { post: { 'x-kag-trigger': '{job_type}' } },
      '/jobs/scheduler/{job_type}/run': { post: { 'x-kag-trigger': '{job_type}' } },
      '/kag/refresh': { post: { 'x-kag-trigger': 'kag_signals_refresh' }, get: {} },
    },
  };
  const job: ScheduledJob = {
    job_type: 'kag_signals_refresh',
    status: 'active',
    cadence_seconds: 900,
    next_run_at: ago(-60),
    due: false,
    lag_seconds: 0,
    last_run_at: ago(840),
    last_status: 'succeeded',
    last_error: null,
  };

  it.each([
    ['kag_signals_refresh', '/kag/refresh'],
    ['connectors_sync_cycle', '/connectors/sync'],
    ['linear_sync', '/connectors/linear/sync'],
    ['retention_cleanup', '/jobs/scheduler/retention_cleanup/run'],
    ['_sync', '/jobs/scheduler/_sync/run'],
  ])('are run by the route that triggers them: %s', (type, path) => {
    expect(triggerOf(routes, type)?.path).toBe(path);
    expect(triggerOf(null, type)).toBeNull();
  });

  it.each([
    ['github_sync', 'Sync of GitHub', 'Синхронизация GitHub'],
    ['linear_reread', 'Linear read again', 'Повторное чтение Linear'],
    ['unheard_of', 'unheard_of', 'unheard_of'],
  ])('are called by what they do: %s', (type, ...names) =>
    expect([en, ru].map((texts) => jobName(type, texts))).toEqual(names),
  );

  it('come with what failed first, then what is late or paused', () => {
    const views = jobViews(
      [
        job,
        { ...job, job_type: 'embeddings_run', due: true, lag_seconds: 600 },
        { ...job, job_type: 'kag_daily_pipeline', status: 'paused' },
        { ...job, job_type: 'unheard_of', last_status: 'failed', last_error: 'It broke' },
      ],
      routes,
      en,
      format,
      NOW,
    );
    expect(views.map(({ name, state, tone, lastError, nextRun }) => [name, state, tone, lastError, nextRun])).toEqual([
      ['unheard_of', 'active', 'good', 'It broke', 'in 1 minute'],
      ['Daily pipeline', 'paused', 'warning', null, '–'],
      ['Embeddings', 'due for 10 min', 'warning', null, 'due'],
      ['Signals and scores', 'active', 'good', null, 'in 1 minute'],
    ]);
  });

  it('run with their progress, and fail with a reason', () => {
    const progress = { done: 1, total: 4, unit: 'pages' };
    const running = jobRun({ status: 'running', started_at: ago(70), progress });
    const queued = jobRun();
    const failed = jobRun({
      status: 'failed',
      error: { code: 'vendor_failed', message: 'Linear answered 500' },
      started_at: ago(70),
      finished_at: ago(60),
    });
    expect(openRuns([running], [queued], en, format, NOW)).toMatchObject([
      { name: 'Sync of Linear', share: 0.25, text: 'is running: 1 of 4 pages', when: '1 minute ago' },
      { text: 'waits for a worker', when: '' },
    ]);
    expect(failedRuns([failed], ru, new Format('ru'), NOW)).toMatchObject([
      { name: 'Синхронизация Linear', text: 'сбой за 10 с: Linear answered 500', when: '1 минуту назад' },
    ]);
  });
});
