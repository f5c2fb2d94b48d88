/** From where on a figure is worth a look, or needs one. Seconds unless the name says otherwise. */
export const MINUTE = 60;
export const HOUR = 3600;
export const DAY = 86_400;

/** A project younger than this has not had its first night: what the daily run makes can't be there yet. */
export const YOUNG = 26 * HOUR;
/** The daily run may start late and take a while. */
export const DAILY_LATE = 26 * HOUR;
/** The database has to answer within this to be ready. */
export const DATABASE_MS = 1000;
/** A due job waits for four looks of the dispatcher, and five minutes at least, before somebody should ask why. */
export const dueGrace = (dispatchIntervalSeconds: number): number => Math.max(5 * MINUTE, 4 * dispatchIntervalSeconds);
/** A cycle that missed this many of its times is missing. */
export const CYCLES_MISSED = 3;
/** So far back the last cycle is looked for; further where its own limit is longer. */
export const CYCLE_LOOK_BACK = 7 * DAY;
/** Data that is being removed is gone within minutes; so much longer, something keeps it. */
export const LEAVING_LATE = 30 * MINUTE;
/** A connector may lag so long at least, and as long as it takes for so many cycles where these are rare. */
export const LAG_WARN = HOUR;
export const LAG_FAIL = 6 * HOUR;
export const LAG_WARN_CYCLES = CYCLES_MISSED;
export const LAG_FAIL_CYCLES = 2 * CYCLES_MISSED;
/** Below so many ended runs in a day a share says nothing. */
export const LEAST_RUNS = 20;
export const FAILED_WARN = 0.1;
export const FAILED_FAIL = 0.5;
export const WARNINGS_WARN = 0.5;
export const UNPUBLISHABLE_WARN = 0.5;
export const NEW_RECOMMENDATION = 7 * DAY;
/** A forecast from which on evidence for it should be there. */
export const RISK_SHOWS = 0.2;
/** Below: HNSW has known faults; least: the server refuses to start. */
export const PGVECTOR_LEAST = [0, 8, 0] as const;
export const PGVECTOR_ADVISED = [0, 8, 4] as const;
/** Days that a first fill of snapshots goes back at most: what a first sync brings. */
export const BACKFILL_DAYS = 60;
