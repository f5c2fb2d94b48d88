import { describe, expect, it } from '@jest/globals';
import { jobRun } from '../../test/builders/job-run.js';
import type { JobRun } from '../client/published.js';
import { Format } from '../shared/format.js';
import type { Place } from './place.js';
import { TEXTS } from './texts/index.js';
import { titleOf } from './title.js';

const run = jobRun({ job_type: 'linear_sync', created_at: '2026-02-03T10:11:12.000Z' });

describe('what the browser calls a page of operations', () => {
  it.each<[Place, JobRun | null, string | null, string]>([
    [{ page: 'overview' }, null, 'Acme', 'KAG server: operations'],
    [{ page: 'runs' }, null, 'Acme', 'Runs, Acme · KAG server'],
    [{ page: 'connectors' }, null, null, 'Connectors · KAG server'],
    [{ page: 'quality' }, null, 'Acme', 'Detectors, Acme · KAG server'],
    [{ page: 'first' }, null, 'Acme', 'First steps, Acme · KAG server'],
    [{ page: 'run', id: 'r' }, null, 'Acme', 'Runs, Acme · KAG server'],
    [{ page: 'run', id: 'r' }, run, 'Acme', 'Sync of Linear, 3 Feb 2026, 10:11 · KAG server'],
  ])('%j', (place, shown, project, title) =>
    expect(titleOf(place, shown, project, TEXTS.en, new Format('en', 'UTC'))).toBe(title),
  );
});
