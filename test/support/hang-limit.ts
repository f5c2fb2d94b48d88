/**
 * How long a test waits for something before it takes it for hanging: the suite's only limit on time. What is awaited
 * ends the wait; this is far beyond what the slowest machine takes, and says nothing about how fast anything should be.
 */
export const HANG_LIMIT_MS = 600_000;
