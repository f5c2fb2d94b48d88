import { makeHistogramProvider } from '@willsoto/nestjs-prometheus';

export const JOB_DURATION = 'kag_job_duration_seconds';

export const jobDurationProvider = makeHistogramProvider({
  name: JOB_DURATION,
  help: 'How long job runs took, by job type and how they ended',
  labelNames: ['job_type', 'status'],
  buckets: [0.05, 0.25, 1, 5, 15, 60, 300, 900],
});
