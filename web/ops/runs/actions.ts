import type { JobRun } from '../../client/published.js';
import { jobName } from '../models/jobs.js';
import type { Action } from '../panels/action.js';
import type { Ui } from '../ui.js';

const aboutRun = (run: JobRun, what: string) => `/jobs/runs/${run.id}/${what}?project_id=${run.project_id}`;

/** Ends a run that waits or is under way. */
export const cancelling = ({ texts }: Ui, run: JobRun): Action => ({
  key: `cancel ${run.id}`,
  label: texts.runs.cancel,
  about: jobName(run.job_type, texts),
  request: { method: 'POST', path: aboutRun(run, 'cancel'), body: null },
});

/** Does the job of a run that has ended once more. */
export const retrying = ({ texts }: Ui, run: JobRun): Action => ({
  key: `retry ${run.id}`,
  label: run.status === 'succeeded' ? texts.runs.again : texts.runs.retry,
  about: jobName(run.job_type, texts),
  request: { method: 'POST', path: aboutRun(run, 'retry'), body: null },
});
