import type { WholeRun } from '../../client/run.js';
import { jobName } from '../models/jobs.js';
import type { Action } from '../panels/action.js';
import type { Ui } from '../ui.js';

const aboutRun = (run: WholeRun, what: string) => `/jobs/runs/${run.id}/${what}?project_id=${run.project_id}`;

/** Ends a run that waits or is under way. */
export const cancelling = ({ texts }: Ui, run: WholeRun): Action => ({
  key: `cancel ${run.id}`,
  label: texts.runs.cancel,
  about: jobName(run.job_type, texts),
  request: { method: 'POST', path: aboutRun(run, 'cancel'), body: null },
});

/** Does the job of a run that has ended once more. */
export const retrying = ({ texts }: Ui, run: WholeRun): Action => ({
  key: `retry ${run.id}`,
  label: run.status === 'succeeded' ? texts.runs.again : texts.runs.retry,
  about: jobName(run.job_type, texts),
  request: { method: 'POST', path: aboutRun(run, 'retry'), body: null },
});
