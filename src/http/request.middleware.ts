import { randomUUID } from 'node:crypto';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { AppError } from '../common/app-error.js';
import { bodyLimitOf, tooLarge } from './body-limits.js';
import { isHeldBack } from './expectations.js';
import { runInContext } from './request-context.js';
import { sendProblem } from './problem.filter.js';

const REQUEST_ID = /^[A-Za-z0-9._-]{1,128}$/;
/** Deeper than any body the server knows; keeps recursive validators off hostile nesting. */
const DEPTH_LIMIT = 20;

/** Names the request and opens its context; `/v1/x` is served as `/x`. */
export function openContext(request: Request, response: Response, next: NextFunction): void {
  const given = request.get('x-request-id');
  const requestId = given !== undefined && REQUEST_ID.test(given) ? given : randomUUID();
  response.setHeader('x-request-id', requestId);
  // A proxy's request line may name the whole address; the routes know paths only.
  request.url = request.url.replace(/^https?:\/\/[^/?]*/i, '').replace(/^\/v1(?=[/?]|$)/, '') || '/';
  if (request.url.startsWith('?')) request.url = `/${request.url}`;
  // Express computes `query` anew at each read; guards need one object they can take `project_id` out of.
  Object.defineProperty(request, 'query', { value: { ...request.query }, writable: true, configurable: true });
  const context = {
    requestId,
    method: request.method,
    path: request.path,
    address: request.ip ?? 'unknown',
    user: null,
    credential: null,
    project: null,
  };
  runInContext(context, next);
}

/** Refuses a path with a percent sign that starts no escape: only some routes would notice. */
export function refuseMalformedPath(request: Request, response: Response, next: NextFunction): void {
  try {
    decodeURIComponent(request.path);
  } catch {
    return sendProblem(response, new AppError('validation_failed', 'The path has a malformed % escape'));
  }
  next();
}

/** Reads JSON bodies: empty is `{}`, other media types are 415, deep nesting is refused before anything walks it. */
export function readBody(): RequestHandler[] {
  const parse = parser(bodyLimitOf('/').bytes, checkBody);
  const parseWebhook = parser(bodyLimitOf('/webhooks/').bytes, (request, body) => {
    rawBodies.set(request, body);
    checkBody(request, body);
  });
  return [
    (request, response, next) => {
      if (isHeldBack(request)) return sendProblem(response, tooLarge(bodyLimitOf(request.path).bytes));
      if (Number(request.headers['content-length'] ?? 0) === 0 || isJson(request)) return next();
      sendProblem(response, new AppError('unsupported_media_type', NOT_JSON));
    },
    (request, response, next) => {
      (bodyLimitOf(request.path).isWebhook ? parseWebhook : parse)(request, response, (error?: unknown) => {
        const problem = bodyProblem(error, request.body);
        if (problem) return sendProblem(response, problem);
        request.body ??= {};
        next();
      });
    },
  ];
}

function parser(limit: number, check: (request: Request, body: Buffer) => void): RequestHandler {
  return express.json({
    limit,
    type: () => true,
    verify: (request, _response, body) => check(request as Request, body),
  });
}

function checkBody(request: Request, body: Buffer): void {
  // A chunked body tells only now that it is there at all.
  if (body.length > 0 && !isJson(request)) throw Object.assign(new Error(NOT_JSON), { type: 'media.unsupported' });
  if (nesting(body) > DEPTH_LIMIT) throw Object.assign(new Error('too deep'), { type: 'too.deep' });
}

const rawBodies = new WeakMap<Request, Buffer>();

/** The bytes of a webhook's body, as they were signed; none for other requests. */
export function rawBodyOf(request: Request): Buffer {
  return rawBodies.get(request) ?? Buffer.alloc(0);
}

const NOT_JSON = 'Send the body as application/json';

const isJson = (request: Request) => Boolean(request.is(['application/json', 'application/*+json']));

/** What is wrong with the body: what the parser says of it in our codes, or that it is not an object. */
function bodyProblem(error: unknown, body: unknown): AppError | null {
  if (error) {
    const { type, limit = 0 } = error as { type?: string; limit?: number };
    if (type === 'entity.too.large') return tooLarge(limit);
    return BODY_FAULTS[type ?? ''] ?? new AppError('validation_failed', 'The body could not be read to its end');
  }
  if (body !== undefined && (typeof body !== 'object' || body === null || Array.isArray(body))) {
    return new AppError('invalid_json', 'The body must be a JSON object');
  }
  return null;
}

const ENCODINGS = new AppError('unsupported_media_type', 'The body must be JSON in UTF-8, plain, gzip, deflate or br');
const BODY_FAULTS: Record<string, AppError> = {
  'entity.parse.failed': new AppError('invalid_json', 'The body is not valid JSON'),
  'too.deep': new AppError('invalid_json', `The body is nested deeper than ${DEPTH_LIMIT} levels`),
  'media.unsupported': new AppError('unsupported_media_type', NOT_JSON),
  'charset.unsupported': ENCODINGS,
  'encoding.unsupported': ENCODINGS,
};

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
