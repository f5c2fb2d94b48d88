import { beforeEach, describe, expect, it } from '@jest/globals';
import { Clock } from '../common/clock.js';
import { readConfig } from '../config/index.js';
import { JobRegistry, type Progress } from '../jobs/index.js';
import { SnapshotsStep } from './snapshots.step.js';
import type { RefreshedSnapshots, RefreshOptions, SnapshotsService, WantedDays } from './snapshots.service.js';

const NOW = new Date('2026-02-03T10:11:12.345Z');
class FixedClock extends Clock {
  override now = () => NOW;
}

let refreshed: RefreshedSnapshots;
let asked: [projectIds: readonly string[], wanted: WantedDays, now: Date][];
let seen: { warnings: [string, unknown][]; followUps: string[]; progress: Progress[] };

beforeEach(() => {
  refreshed = { snapshots: 3, outcomes: 1, hidden: [] };
  asked = [];
  seen = { warnings: [], followUps: [], progress: [] };
});

function run(payload: Record<string, unknown>, { env = {} } = {}) {
  const registry = new JobRegistry();
  const service = {
    async refresh(projectIds: string[], wanted: WantedDays, now: Date, { progress }: RefreshOptions) {
      asked.push([projectIds, wanted, now]);
      progress?.(2, 3);
      return new Map(projectIds.map((id) => [id, refreshed]));
    },
  } as unknown as SnapshotsService;
  const job = new SnapshotsStep(registry, service, readConfig({ NODE_ENV: 'test', ...env }), new FixedClock());
  return job.run({
    projectId: 'p',
    runId: 'r',
    payload,
    triggeredBy: null,
    signal: new AbortController().signal,
    progress: (progress: Progress) => seen.progress.push(progress),
    warn: (text: string, details: unknown) => void seen.warnings.push([text, details]),
    followUp: (type: string) => void seen.followUps.push(type),
    runChild: () => Promise.reject(new Error('no children here')),
  });
}

describe('kag_snapshots_refresh', () => {
  it.each([
    [{}, '2026-02-03', '2026-02-03'],
    [{ snapshot_date: '2026-01-05' }, '2026-01-05', '2026-01-05'],
    [{ from: '2025-12-06' }, '2025-12-06', '2026-02-03'],
    [{ from: '2025-12-06', to: '2025-12-08' }, '2025-12-06', '2025-12-08'],
  ])('with %j does %s to %s', async (payload, from, to) => {
    expect(await run(payload)).toEqual({ from, to, snapshots: 3, unpublishable: 0, outcomes: 1 });
    expect(asked).toEqual([[['p'], { from, to }, NOW]]);
    expect(seen.progress).toEqual([{ done: 2, total: 3, unit: 'days' }]);
    expect(seen.warnings).toEqual([]);
  });

  it('warns once for all that it hides, and names the days', async () => {
    const snapshot_dates = ['2026-01-01', '2026-01-02'];
    refreshed = { ...refreshed, hidden: snapshot_dates };
    expect(await run({ from: '2026-01-01' })).toMatchObject({ unpublishable: 2 });
    expect(seen.warnings).toEqual([['2 snapshots have no evidence and are hidden', { snapshot_dates }]]);
    refreshed = { ...refreshed, hidden: ['2026-01-01'] };
    await run({ from: '2026-01-01' });
    expect(seen.warnings.at(-1)).toEqual([
      '1 snapshot has no evidence and is hidden',
      { snapshot_dates: ['2026-01-01'] },
    ]);
  });

  it('has the comparison of projects look again after days of the past, where there is one', async () => {
    await run({});
    await run({ snapshot_date: '2026-02-03' });
    expect(seen.followUps).toEqual([]);
    await run({ snapshot_date: '2026-02-02' });
    await run({ from: '2025-12-06' });
    const both = ['case_signatures_refresh', 'kag_forecast_backfill'];
    expect(seen.followUps).toEqual([...both, ...both]);
  });

  it.each([
    [{ KAG_ENABLED: 'false' }, 'KAG_ENABLED'],
    [{ KAG_SNAPSHOTS_ENABLED: 'false' }, 'KAG_SNAPSHOTS_ENABLED'],
    [{ KAG_ENABLED: 'false', KAG_SNAPSHOTS_ENABLED: 'false' }, 'KAG_ENABLED'],
  ])('does nothing with %j', async (env, flag) => {
    expect(await run({}, { env })).toEqual({ skipped: 'feature_disabled', flag });
    expect(asked).toEqual([]);
  });
});
