import { describe, expect, it } from '@jest/globals';
import { jobRun } from '../../test/builders/job-run.js';
import { runText, shareDone, standingOf, type Run } from './run.js';

const run = (changes: Partial<Run>): Run =>
  jobRun({ status: 'running', started_at: '2026-02-03T10:00:00.000Z', ...changes });
const ended = (status: Run['status'], changes: Partial<Run> = {}) =>
  run({ status, finished_at: '2026-02-03T10:00:04.240Z', ...changes });

describe('a run in words', () => {
  it.each([
    [run({ status: 'queued' }), 'waits for a worker', 'open'],
    [run({}), 'is running', 'open'],
    [run({ progress: { done: 0, total: null, unit: 'pages' } }), 'is running: 0 pages', 'open'],
    [run({ progress: { done: 1200, total: 34000, unit: 'chunks' } }), 'is running: 1,200 of 34,000 chunks', 'open'],
    [ended('succeeded', { result: { failed: 0 } }), 'succeeded after 4.2 s', 'good'],
    [ended('succeeded', { result: { failed: 2 } }), 'succeeded after 4.2 s, but 2 failed', 'warning'],
    [
      ended('succeeded', { result: { skipped: 'feature_disabled' } }),
      'succeeded after 4.2 s, but did nothing: feature_disabled',
      'warning',
    ],
    [
      ended('succeeded', {
        result: { failed: 1, connectors: { chatwoot: { status: 'ok' }, linear: { status: 'not_configured' } } },
      }),
      'succeeded after 4.2 s, but 1 failed; not configured: linear',
      'warning',
    ],
    [
      ended('succeeded', { result: { failed: 0, connectors: { github: { status: 'not_configured', unused: true } } } }),
      'succeeded after 4.2 s',
      'good',
    ],
    [
      ended('failed', { error: { code: 'vendor_failed', message: 'Chatwoot answered 500' } }),
      'failed after 4.2 s: Chatwoot answered 500',
      'bad',
    ],
    [ended('failed', { started_at: null }), 'failed: no reason was recorded', 'bad'],
    [ended('cancelled', { finished_at: '2026-02-03T11:00:00.000Z' }), 'was cancelled after 3,600 s', 'bad'],
  ])('%#: %s is “%s”, %s', (given, text, standing) => {
    expect([runText(given), standingOf(given)]).toEqual([text, standing]);
  });

  it('says what to look for when no worker takes it', () => {
    expect(runText(run({ status: 'queued' }), 29)).toBe('waits for a worker');
    expect(runText(run({ status: 'queued' }), 31.7)).toMatch(/for 31 s: .*ROLE=worker/);
  });

  it.each([
    [null, null],
    [{ done: 3, total: null, unit: 'pages' }, null],
    [{ done: 0, total: 0, unit: 'pages' }, null],
    [{ done: 3, total: 12, unit: 'pages' }, 0.25],
    // What grows while it is read can be more than was announced.
    [{ done: 13, total: 12, unit: 'pages' }, 1],
  ])('of %j has done %j', (progress, share) => expect(shareDone(run({ progress }))).toBe(share));
});
