import { HttpProblem } from '../http/exchange.js';

/** @returns an error in OpenAI's body */
export function problem(
  status: number,
  message: string,
  extra: { type?: string; code?: string; param?: string } = {},
): HttpProblem {
  const { type = 'invalid_request_error', code = null, param = null } = extra;
  return new HttpProblem(status, { error: { message, type, param, code } }, { 'x-request-id': 'req_sandbox' });
}
