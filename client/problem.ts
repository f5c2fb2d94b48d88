import type { Problem } from './schema.js';

/** The machine codes of problems; `unreadable`: the answer was none of this server's, such as a proxy's page. */
export type ProblemCode = Problem['error'] | 'unreadable';

/** An answer that is a problem; the message says what happened and what to do about it. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    message: string,
    readonly code: ProblemCode,
    /** Of the answer; 500 and above of a run that failed while it was followed. */
    readonly status: number,
    /** Names the request in the server's log. */
    readonly requestId: string | null,
    /** For `validation_failed` the list of what is wrong where. */
    readonly details: Problem['details'],
    /** When it is of use to ask again (`rate_limited`); null: the server has not said. */
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(message);
  }

  /** What is wrong where, if the input is what is wrong. */
  get inputFaults(): readonly { path: string; problem: string }[] {
    return Array.isArray(this.details) ? this.details : [];
  }
}

/** What a call of the client resolves with. */
export interface Called<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/**
 * The payload of a successful answer.
 * @throws ApiProblem when it is a problem.
 */
export async function answer<Data>(call: Promise<Called<Data>>): Promise<NonNullable<Data>> {
  const { data, error, response } = await call;
  if (response.ok && data !== undefined && data !== null) return data;
  throw problemOf(error, response);
}

function problemOf(error: unknown, response: Response): ApiProblem {
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  const retryAfterSeconds = Number.isFinite(retryAfter) ? retryAfter : null;
  if (isProblem(error)) {
    const { message, error: code, status, request_id, details } = error;
    return new ApiProblem(message, code, status, request_id, details, retryAfterSeconds);
  }
  return new ApiProblem(
    `${response.url} answered ${response.status} with something that is no answer of this server`,
    'unreadable',
    response.status,
    response.headers.get('x-request-id'),
    undefined,
    retryAfterSeconds,
  );
}

const isProblem = (error: unknown): error is Problem =>
  typeof error === 'object' && error !== null && 'error' in error && typeof error.error === 'string';
