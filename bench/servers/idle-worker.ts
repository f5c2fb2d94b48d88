import { serverWithIdleJob } from './idle-job.js';
import { tellReady } from './own-process.js';

/** A process of its own: a worker that knows the job that does nothing. */
await serverWithIdleJob(process.env['DATABASE_URL'] ?? '', 'worker');
tellReady({});
