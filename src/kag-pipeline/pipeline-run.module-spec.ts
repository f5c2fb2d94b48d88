import { describe, expect, it } from '@jest/globals';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import type { Database } from '../database/index.js';
import type { JobContext } from '../jobs/index.js';
import type { EventLog, ProcessEvent } from '../kag-events/index.js';
import { PipelineRun } from './pipeline-run.js';

const START = Date.parse('2026-02-03T00:05:00Z');
/** Every look at it takes a second. */
class TickingClock extends Clock {
  private time = START - 1000;
  override now = () => new Date((this.time += 1000));
}

function pipelineOf(projects: string[], { stop = new AbortController(), deaf = false } = {}) {
  const written: ProcessEvent[] = [];
  const log = {
    async process(_sql: unknown, events: ProcessEvent[]) {
      if (deaf && written.length > 0) throw new Error('the log is away');
      written.push(...events);
    },
  } as unknown as EventLog;
  const contexts = projects.map((projectId) => ({ projectId, runId: `run of ${projectId}`, signal: stop.signal }));
  const run = new PipelineRun('p', contexts as JobContext[], log, {} as Database, new TickingClock());
  return { run, stop, failures: () => written.filter(({ type }) => type === 'process_failed'), written };
}
const failing = (thrown: unknown, before: () => void = () => undefined) => ({
  name: 's',
  work: async () => {
    before();
    throw thrown;
  },
  tell: () => ({}),
});

describe('a step of a pipeline', () => {
  it('says for each project when it began, how long it took and what it counted', async () => {
    const { run, written } = pipelineOf(['a', 'b']);
    const done = await run.step({
      name: 's',
      work: async () => ({ a: 1, b: 2 }),
      tell: ({ projectId }, all) => ({ counted: all[projectId as 'a'] }),
    });
    expect(done).toEqual({ a: 1, b: 2 });
    expect(run.results).toEqual(
      new Map([
        ['a', { s: { counted: 1 } }],
        ['b', { s: { counted: 2 } }],
      ]),
    );
    expect(written.map(({ project_id, type, note }) => [project_id, type, note])).toEqual([
      ['a', 'process_started', { process: 'p_s', run_id: 'run of a' }],
      ['b', 'process_started', { process: 'p_s', run_id: 'run of b' }],
      ['a', 'process_finished', { process: 'p_s', run_id: 'run of a', duration_ms: 1000, counters: { counted: 1 } }],
      ['b', 'process_finished', { process: 'p_s', run_id: 'run of b', duration_ms: 1000, counters: { counted: 2 } }],
    ]);
  });

  it('says by what it failed', async () => {
    const { run, failures } = pipelineOf(['a']);
    const gone = new AppError('vendor_failed', 'The vendor is away');
    await expect(run.step(failing(gone))).rejects.toBe(gone);
    const error = { code: 'vendor_failed', message: 'The vendor is away' };
    expect(failures().map(({ project_id, note }) => [project_id, note])).toEqual([
      ['a', { process: 'p_s', run_id: 'run of a', duration_ms: 1000, error }],
    ]);
  });

  it('blames no project of a batch, each of which is tried by itself', async () => {
    const { run, failures } = pipelineOf(['a', 'b']);
    await expect(run.step(failing(new Error('odd')))).rejects.toThrow('odd');
    expect(failures()).toEqual([]);
  });

  it('fails for all whose time was up', async () => {
    const { run, stop, failures } = pipelineOf(['a', 'b']);
    const late = new AppError('job_timeout', 'p took longer than its 1800 s');
    await expect(run.step(failing(late, () => stop.abort(late)))).rejects.toBe(late);
    expect(failures().map(({ project_id, note }) => [project_id, note.error?.code])).toEqual([
      ['a', 'job_timeout'],
      ['b', 'job_timeout'],
    ]);
  });

  it('has not failed where the run is handed back, and does not begin after that', async () => {
    const { run, stop, written, failures } = pipelineOf(['a']);
    await expect(run.step(failing(new Error('cut off'), () => stop.abort(new Error('stopping'))))).rejects.toThrow();
    expect(failures()).toEqual([]);
    await expect(run.step(failing(new Error('odd')))).rejects.toThrow('stopping');
    expect(written).toHaveLength(1);
  });

  it('throws its own failure where the log can’t be written either', async () => {
    const { run } = pipelineOf(['a'], { deaf: true });
    await expect(run.step(failing(new Error('odd')))).rejects.toThrow('odd');
  });

  it('is left out by what a flag says', () => {
    const { run } = pipelineOf(['a']);
    run.skip('s', { skipped: 'feature_disabled', flag: 'F' });
    expect(run.results.get('a')).toEqual({ s: { skipped: 'feature_disabled', flag: 'F' } });
  });
});
