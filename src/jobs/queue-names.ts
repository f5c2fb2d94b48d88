/** Where the queue keeps its own tables. */
export const QUEUE_SCHEMA = 'pgboss';
/** Every run of every project waits in this one queue: the order and the fairness are the queue's, not ours. */
export const RUN_QUEUE = 'runs';
/** Runs whose workers died again and again. */
export const ABANDONED_QUEUE = 'runs_abandoned';
