import { randomUUID } from 'node:crypto';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { AppError } from '../common/app-error.js';
import { runInContext } from './request-context.js';
import { sendProblem } from './problem.filter.js';

const REQUEST_ID = /^[A-Za-z0-9._-]{1,128}$/;
const BODY_LIMIT = '64kb';
/** Deeper than any body the server knows; keeps recursive validators off hostile nesting. */
const DEPTH_LIMIT = 20;

/** Names the request and opens its context; `/v1/x` is served as `/x`. */
export function openContext(request: Request, response: Response, next: NextFunction): void {
  const given = request.get('x-request-id');
  const requestId = given !== undefined && REQUEST_ID.test(given) ? given : randomUUID();
  response.setHeader('x-request-id', requestId);
  request.url = request.url.replace(/^\/v1(?=[/?]|$)/, '') || '/';
  if (request.url.startsWith('?')) request.url = `/${request.url}`;
  // Express computes `query` anew at each read; guards need one object they can take `project_id` out of.
  Object.defineProperty(request, 'query', { value: { ...request.query }, writable: true, configurable: true });
  const context = {
    requestId,
    method: request.method,
    path: request.path,
    address: request.ip ?? 'unknown',
    user: null,
    project: null,
  };
  runInContext(context, next);
}

/** Reads JSON bodies: empty is `{}`, other media types are 415, deep nesting is refused before anything walks it. */
export function readBody(): RequestHandler[] {
  const parse = express.json({
    limit: BODY_LIMIT,
    type: () => true,
    verify: (_request, _response, body) => {
      if (nesting(body) > DEPTH_LIMIT) throw Object.assign(new Error('too deep'), { type: 'too.deep', status: 400 });
    },
  });
  return [
    (request, response, next) => {
      const hasBody =
        request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
      if (hasBody && !request.is(['application/json', 'application/*+json'])) {
        sendProblem(response, new AppError('unsupported_media_type', 'Send the body as application/json'));
        return;
      }
      next();
    },
    (request, response, next) => {
      parse(request, response, (error?: unknown) => {
        const problem = bodyProblem(error, request.body);
        if (problem) return sendProblem(response, problem);
        if (error) return next(error);
        request.body ??= {};
        next();
      });
    },
  ];
}

function bodyProblem(error: unknown, body: unknown): AppError | null {
  if (
    (error as { type?: string } | undefined)?.type === 'too.deep' ||
    (error as { message?: string } | undefined)?.message === 'too deep'
  ) {
    return new AppError('invalid_json', `The body is nested deeper than ${DEPTH_LIMIT} levels`);
  }
  if (!error && body !== undefined && (typeof body !== 'object' || body === null || Array.isArray(body))) {
    return new AppError('invalid_json', 'The body must be a JSON object');
  }
  return null;
}

/** Deepest nesting of brackets outside strings, in a loop so that hostile depth costs no stack. */
export function nesting(json: Buffer): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < json.length; i++) {
    const byte = json[i];
    if (inString) {
      if (byte === 0x5c) i++;
      else if (byte === 0x22) inString = false;
    } else if (byte === 0x22) inString = true;
    else if (byte === 0x7b || byte === 0x5b) deepest = Math.max(deepest, ++depth);
    else if (byte === 0x7d || byte === 0x5d) depth--;
  }
  return deepest;
}
