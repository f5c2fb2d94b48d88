import { randomUUID } from 'node:crypto';
import type { JobContext } from '../../src/jobs/index.js';

/** What a job is given that runs by itself for a project. */
export const contextOf = (projectId: string): JobContext => ({
  projectId,
  runId: randomUUID(),
  payload: {},
  triggeredBy: null,
  signal: new AbortController().signal,
  progress: () => {},
  warn: () => {},
  followUp: () => {},
  runChild: () => Promise.reject(new Error('it has no children')),
});
