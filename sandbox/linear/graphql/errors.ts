import type { Location } from './ast.js';

/** One entry of the answer's `errors`. */
export interface GraphqlError {
  message: string;
  path?: (string | number)[];
  locations?: Location[];
  extensions: Record<string, unknown>;
}

/** The request is refused before anything runs: unreadable, or not fitting the schema. */
export class RequestError extends Error {
  constructor(readonly errors: GraphqlError[]) {
    super(errors[0]?.message);
  }
}

/** One field fails while the rest of the answer may stand. */
export class FieldError extends Error {
  constructor(
    message: string,
    readonly extensions: Record<string, unknown>,
  ) {
    super(message);
  }
}

export function syntaxError(message: string, at: Location): RequestError {
  return requestError('GRAPHQL_PARSE_FAILED', `Syntax Error: ${message}`, at);
}

export function requestError(code: string, message: string, at?: Location): RequestError {
  return new RequestError([refusal(code, message, at)]);
}

export const refusal = (code: string, message: string, at?: Location): GraphqlError => ({
  message,
  ...(at ? { locations: [at] } : {}),
  extensions: { code, type: 'graphql error', userError: true, meta: {} },
});
