import { FieldError, type GraphqlError } from './graphql/errors.js';
import { HttpProblem } from '../http/exchange.js';

const userError = { userError: true, meta: {} };

/** @returns the body of an answer that is nothing but errors */
export const errorBody = (...errors: object[]): object => ({ errors });

export function unauthenticated(): HttpProblem {
  const message = 'Authentication required, not authenticated';
  const userPresentableMessage = 'You need to authenticate to access this operation.';
  const extensions = {
    type: 'authentication error',
    code: 'AUTHENTICATION_ERROR',
    statusCode: 401,
    ...userError,
    userPresentableMessage,
  };
  return new HttpProblem(401, errorBody({ message, extensions }));
}

export function bearerKey(): HttpProblem {
  const message =
    "It looks like you're trying to use an API key as a Bearer token. Remove the Bearer prefix from the Authorization header.";
  const extensions = { type: 'invalid input', code: 'INPUT_ERROR', statusCode: 400, ...userError };
  return new HttpProblem(400, errorBody({ message, extensions: { ...extensions, userPresentableMessage: message } }));
}

export const badRequest = (message: string): HttpProblem =>
  new HttpProblem(
    400,
    errorBody({ message, extensions: { code: 'BAD_REQUEST', type: 'graphql error', ...userError } }),
  );

export function tooComplex(complexity: number, maximum: number): GraphqlError {
  return {
    message: 'Query too complex',
    extensions: {
      type: 'invalid input',
      code: 'INPUT_ERROR',
      statusCode: 400,
      ...userError,
      userPresentableMessage: `The query is too complex: complexity ${complexity}, maximum ${maximum}. Ask for fewer rows or fields.`,
    },
  };
}

export function rateLimited(what: string, amount: number, periodMs: number, path?: string): GraphqlError {
  const hours = periodMs / 3_600_000;
  const period = hours >= 1 ? `${hours} hour` : `${Math.ceil(periodMs / 1000)} seconds`;
  return {
    message: `Rate limit exceeded. Only ${amount} ${what} are allowed per ${period}.`,
    ...(path === undefined ? {} : { path: [path] }),
    extensions: { code: 'RATELIMITED', type: 'ratelimited', statusCode: 429, ...userError },
  };
}

export function notFound(type: string): FieldError {
  return new FieldError(`Entity not found: ${type}`, {
    type: 'invalid input',
    code: 'INPUT_ERROR',
    statusCode: 400,
    ...userError,
    userPresentableMessage: `Could not find referenced ${type}.`,
  });
}

/** What a mutation is given can't be. */
export function refused(message: string): FieldError {
  return new FieldError(message, {
    type: 'invalid input',
    code: 'INPUT_ERROR',
    statusCode: 400,
    ...userError,
    userPresentableMessage: message,
  });
}

/** A page size out of range, a cursor that is none: what the arguments' own rules refuse. */
export function invalidArgument(property: string, rule: string, message: string): FieldError {
  return new FieldError('Argument Validation Error', {
    type: 'invalid input',
    code: 'INVALID_INPUT',
    statusCode: 400,
    ...userError,
    userPresentableMessage: message,
    validationErrors: [{ property, constraints: { [rule]: message } }],
  });
}
