import { HttpProblem } from '../http/exchange.js';

export interface AttioError {
  status_code: number;
  type: string;
  code: string;
  message: string;
}

export const attioError = (status: number, type: string, code: string, message: string): AttioError => ({
  status_code: status,
  type,
  code,
  message,
});

const problem = (status: number, type: string, code: string, message: string): HttpProblem =>
  new HttpProblem(status, attioError(status, type, code, message));

export const badFilter = (message: string): HttpProblem =>
  problem(400, 'invalid_request_error', 'filter_error', message);
export const invalid = (message: string): HttpProblem =>
  problem(400, 'invalid_request_error', 'validation_type', message);
export const tooLarge = (): HttpProblem =>
  problem(413, 'invalid_request_error', 'validation_type', 'The content is too large.');
/** The vendor does not document the body of its 401; this one is modelled on its 403. */
export const noToken = (): HttpProblem =>
  problem(401, 'auth_error', 'unauthorized', 'The access token is missing or not valid.');
export const noScope = (scope: string): HttpProblem =>
  problem(403, 'auth_error', 'unauthorized', `The access token does not have the scope "${scope}".`);
export const notFound = (what: string): HttpProblem =>
  problem(404, 'invalid_request_error', 'not_found', `${what} was not found.`);
export const unknownValue = (message: string): HttpProblem =>
  problem(404, 'invalid_request_error', 'value_not_found', message);
export const merging = (): HttpProblem =>
  problem(404, 'invalid_request_error', 'merge_in_progress', 'The record is being merged. Try again in a moment.');

/** @returns an HTTP date a number of whole seconds ahead, at least the next full second */
export function retryDate(nowMs: number, seconds = 1): string {
  return new Date((Math.floor(nowMs / 1000) + Math.max(1, seconds)) * 1000).toUTCString();
}

export const TOO_FAST = attioError(
  429,
  'rate_limit_error',
  'rate_limit_exceeded',
  'Rate limit exceeded, please try again later.',
);

/** @returns the body of a failure of the vendor's own; its documentation shows none above 429 */
export function failureBody(status: number): AttioError {
  if (status === 429) return TOO_FAST;
  if (status === 404) return attioError(404, 'invalid_request_error', 'not_found', 'The path was not found.');
  if (status === 401 || status === 403) return attioError(status, 'auth_error', 'unauthorized', 'Not authorized.');
  if (status < 500) return attioError(status, 'invalid_request_error', 'validation_type', `Sandbox says ${status}.`);
  return attioError(status, 'api_error', 'internal_error', 'An unexpected error occurred.');
}
