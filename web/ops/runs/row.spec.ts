import { describe, expect, it } from '@jest/globals';
import { jobRun } from '../../../test/builders/job-run.js';
import { Format } from '../../shared/format.js';
import { TEXTS } from '../texts/index.js';
import { connectorOf, cureOf, runRow, startedBy, tookOf } from './row.js';

const { en, ru } = TEXTS;
const NOW = Date.parse('2026-02-03T10:00:00Z');
const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();
const run = jobRun({
  job_type: 'github_sync',
  status: 'failed',
  error: { code: 'vendor_failed', message: 'github answered 500' },
  created_at: ago(90),
  started_at: ago(80),
  finished_at: ago(20),
});

describe('a run in the history', () => {
  it('says what it is, how it stands, and who began it', () => {
    expect(runRow(run, en, new Format('en'), NOW)).toMatchObject({
      name: 'Sync of GitHub',
      state: 'failed',
      tone: 'bad',
      text: 'Failed after 60 s: github answered 500',
      when: '1 minute ago',
      by: 'ann',
    });
    const running = { ...run, status: 'running' as const, finished_at: null, error: null };
    const row = runRow({ ...running, progress: { done: 1, total: 2, unit: 'pages' } }, ru, new Format('ru'), NOW);
    expect(row).toMatchObject({ name: 'Синхронизация GitHub', share: 0.5, tone: 'open' });
  });

  it('is no green where it left something undone', () =>
    expect(
      runRow({ ...run, status: 'succeeded', error: null, result: { failed: 2 } }, en, new Format('en'), NOW).tone,
    ).toBe('warning'));

  it.each([
    ['request', 'ann', 'ann'],
    ['schedule', null, 'the schedule'],
    ['follow_up', 'ann', 'what another run brought, asked for by ann'],
    ['child', null, 'a run that it is a part of'],
  ] as const)('was begun: %s', (trigger, triggered_by, text) =>
    expect(startedBy({ ...run, trigger, triggered_by }, en)).toBe(text),
  );

  it('took as long as it did, or has so far', () => {
    const format = new Format('en');
    expect(tookOf(run, format, NOW)).toBe('1 min');
    expect(tookOf({ ...run, finished_at: null }, format, NOW)).toBe('1 min');
    expect(tookOf({ ...run, started_at: null }, format, NOW)).toBeNull();
  });

  it('has a cure where it failed, and none where it was cancelled', () => {
    expect(cureOf(run, en)).toContain('vendor');
    expect(cureOf({ ...run, error: { code: 'unheard_of', message: 'x' } }, en)).toBe(en.runs.otherwise);
    expect(cureOf({ ...run, status: 'cancelled' }, en)).toBeNull();
  });

  it.each([
    ['linear_sync', 'linear'],
    ['chatwoot_due_records', 'chatwoot'],
    ['connectors_sync_cycle', null],
    ['embeddings_run', null],
  ])('is of a connector: %s', (type, connector) => expect(connectorOf(type)).toBe(connector));
});
