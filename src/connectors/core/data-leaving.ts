import { AppError } from '../../common/app-error.js';

/** Seconds after which asking again is worth it. */
const RETRY_AFTER_SECONDS = 5;

/** Why a project is shown without data for a while, and how to see when that is over. */
export function dataLeaving(connectors: readonly string[]): AppError {
  return new AppError(
    'data_leaving',
    `The project no longer reads from the source of its ${connectors.join(' and ')} data. That data is being removed; until it is gone, nothing of the project is shown. Ask again in a moment: GET /jobs/runs?job_type=sources_clearing tells how far it is`,
    { connectors: [...connectors] },
    { retryAfterSeconds: RETRY_AFTER_SECONDS },
  );
}
