import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { ErrorCode } from '../common/app-error.js';
import { VERSION } from '../common/server-version.js';
import { PROBLEMS, problemType } from './problem-status.js';
import { MEDIA_TYPE, X_LIMITED, X_SIGNED_IN_ONLY, X_WHILE_LEAVING } from './access.js';
import { X_GUARDED } from './if-match.js';
import { nameComponents } from './name-components.js';
import { DOWN, EFFECT, ERRORS, EXAMPLE, ID, REDIRECTS, RUNNING, TRIGGER, type Documented } from './operation.js';
import { operationId } from './operation-id.js';
import { X_REVALIDATED } from './revalidated.js';
import type { SchemaObject } from './shown.js';

export const X_ACCESS = 'x-kag-access';
export const X_PROJECT = 'x-kag-project';

const EXAMPLE_REQUEST_ID = '7b0f2a44-5c1d-4b52-9a77-0c7d1f7f0a11';

/** The OpenAPI document of the application: every route with its role, example and every status it can answer. */
export function openApiDocument(app: INestApplication, cookie: string): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('KAG server')
    .setDescription(
      'From what clients and a team say and do to searchable evidence. Every route also exists under /v1. ' +
        'Log in at the top of /docs or with POST /auth/login; requests that change something need the CSRF cookie’s value in x-csrf-token, which /docs sends by itself. ' +
        'Roles are per account scope: a role counts where the project of the request belongs. ' +
        'Scripts send a token of POST /auth/tokens as Authorization: Bearer instead, and need no cookie. ' +
        'Each operation says who may call it (x-kag-access), whether it is about one project (x-kag-project), what it ' +
        'does to the world (x-kag-effect), which job it starts (x-kag-trigger) and, if a person should think first, ' +
        'what to ask them (x-kag-confirm).',
    )
    .setVersion(VERSION)
    .addCookieAuth(cookie, { type: 'apiKey', in: 'cookie', name: cookie }, 'session')
    .addApiKey({ type: 'apiKey', in: 'header', name: 'x-csrf-token' }, 'csrf')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API token of POST /auth/tokens' }, 'token')
    .build();
  const document = SwaggerModule.createDocument(app, config);
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: PROBLEM_SCHEMA },
    examples: Object.fromEntries(
      (Object.keys(PROBLEMS) as ErrorCode[]).map((code) => [code, { value: problemExample(code) }]),
    ),
  };
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of ['get', 'post', 'put', 'patch', 'delete'] as const) {
      const operation = item[method];
      if (operation) complete(operation, path, method);
    }
  }
  nameComponents(document);
  return document;
}

type PathItem = OpenAPIObject['paths'][string];
type OperationObject = NonNullable<PathItem['get']>;
type ResponsesObject = OperationObject['responses'];
type Marked = OperationObject & Record<string, unknown>;

/** Marks that only this file reads: they are not the document's. */
const READ_HERE = [
  EXAMPLE,
  ERRORS,
  DOWN,
  ID,
  MEDIA_TYPE,
  REDIRECTS,
  RUNNING,
  X_GUARDED,
  X_REVALIDATED,
  X_SIGNED_IN_ONLY,
  X_WHILE_LEAVING,
];

/** Adds what follows from a route's marks: who may call it, its failures, and the envelope around its example. */
function complete(operation: OperationObject, path: string, method: string): void {
  const marked = operation as Marked;
  const access = (marked[X_ACCESS] as string | undefined) ?? 'public';
  const project = marked[X_PROJECT] === true;
  const trigger = marked[TRIGGER] as string | undefined;
  const changes = method !== 'get';
  const effect = (marked[EFFECT] as string | undefined) ?? effectOf(changes, trigger);
  const id = marked[ID] as string | Record<string, string> | undefined;
  operation.operationId = (typeof id === 'object' ? id[path] : id) ?? operationId(method, path);
  operation.description = [
    operation.description,
    `**${access === 'public' ? 'Public' : `Role: ${access}`}**, ${effect}${project ? ', about the active project' : ''}.`,
  ]
    .filter(Boolean)
    .join('\n\n');
  if (access !== 'public')
    operation.security = [changes ? { session: [], csrf: [] } : { session: [] }, ...byToken(marked)];
  if (project) {
    operation.parameters = [
      ...(operation.parameters ?? []),
      {
        name: 'project_id',
        in: 'query',
        required: false,
        schema: { type: 'string', format: 'uuid' },
        description: 'Another project than the active one, for this request',
      },
    ];
  }
  const own = (marked[ERRORS] as ErrorCode[] | undefined) ?? [];
  const named = (operation.parameters ?? []).some((parameter) => 'in' in parameter && parameter.in === 'path');
  const whileLeaving = marked[X_WHILE_LEAVING] === true;
  const limited = marked[X_LIMITED] !== undefined;
  const guarded = marked[X_GUARDED] === true;
  const common = commonErrors({ path, access, project, whileLeaving, changes, trigger, named, limited, guarded });
  operation.responses = {
    ...success(marked, trigger),
    ...(marked[X_REVALIDATED] === true ? UNCHANGED : {}),
    ...problems([...new Set([...EVERYWHERE, ...own, ...common])]),
    ...down(marked[DOWN] as Documented | undefined),
  };
  marked[EFFECT] = effect;
  for (const key of READ_HERE) delete marked[key];
}

function effectOf(changes: boolean, trigger: string | undefined): string {
  if (trigger) return `starts the job ${trigger}, or joins its open run`;
  return changes ? 'changes something' : 'reads only';
}

function success(marked: Marked, trigger: string | undefined): ResponsesObject {
  const answer = marked[EXAMPLE] as Documented | string | undefined;
  if (answer === undefined) return marked.responses;
  const redirects = marked[REDIRECTS] as string | undefined;
  if (redirects !== undefined)
    return {
      302: { description: redirects, headers: { Location: { schema: { type: 'string' }, description: 'Where to' } } },
    };
  if (typeof answer === 'string') {
    const mediaType = (marked[MEDIA_TYPE] as string | undefined) ?? 'text/plain';
    const content = { schema: { type: 'string' as const }, example: answer };
    return { 200: { description: 'Success', content: { [mediaType]: content } } };
  }
  if (!trigger) return { 200: { description: 'Success', content: enveloped(answer, true) } };
  return {
    200: { description: 'Success', content: enveloped(answer, true, JOINED) },
    202: {
      description: 'Still running; Location names the run',
      headers: { Location: { schema: { type: 'string' }, description: '/jobs/runs/{id}' } },
      content: enveloped(marked[RUNNING] as Documented, true, JOINED),
    },
  };
}

/** What a client has already, as the `ETag` of its answer said. */
const UNCHANGED: ResponsesObject = { 304: { description: 'As it was: `If-None-Match` names it' } };

/** The 503 of a probe: the same shape as its 200, and no problem document. */
function down(answer: Documented | undefined): ResponsesObject {
  return answer ? { 503: { description: 'Down', content: enveloped(answer, false) } } : {};
}

const JOINED: SchemaObject['properties'] = {
  joined: { type: 'boolean', enum: [true], description: 'The job was running already, and no second one was started' },
};

/** A token is the other way in, save where only people may ask. */
const byToken = (marked: Marked) => (marked[X_SIGNED_IN_ONLY] === true ? [] : [{ token: [] }]);

/** A payload between `ok` and `request_id`; `more`: keys that only some answers have. */
function enveloped({ example, schema }: Documented, ok: boolean, more: SchemaObject['properties'] = {}) {
  const properties = {
    ok: { type: 'boolean', enum: [ok] },
    ...schema.properties,
    ...more,
    request_id: { type: 'string', description: 'Names the request in the log' },
  };
  const required = ['ok', ...(schema.required ?? []), 'request_id'];
  return {
    'application/json': {
      schema: { type: 'object', properties, required } as SchemaObject,
      example: { ok, ...example, request_id: EXAMPLE_REQUEST_ID },
    },
  };
}

/** What decides which failures a route can answer with beside its own. */
export interface RouteFacts {
  path: string;
  access: string;
  project: boolean;
  /** Whether it answers while data that the project no longer reads from is being removed. */
  whileLeaving: boolean;
  changes: boolean;
  trigger: string | undefined;
  /** Whether its path names something by id. */
  named: boolean;
  /** Whether a user may call it only so often. */
  limited: boolean;
  /** Whether a change may say of which version it was made. */
  guarded: boolean;
}

const EVERYWHERE: readonly ErrorCode[] = ['validation_failed', 'method_not_allowed', 'internal_error'];

const UNREADY: readonly ErrorCode[] = ['password_change_required', 'second_factor_setup_required'];

/** Failures that follow from what a route is, not from what it does. */
export function commonErrors(facts: RouteFacts): ErrorCode[] {
  const { path, access, project, whileLeaving, changes, trigger, named, limited, guarded } = facts;
  const codes = [...EVERYWHERE];
  if (changes) codes.push('invalid_json', 'payload_too_large', 'unsupported_media_type');
  if (changes && !(access === 'public' && path === '/auth/login')) codes.push('csrf_invalid');
  // In every role: a token may be limited, and a password set by somebody else opens nothing.
  if (access !== 'public') codes.push('unauthorized', 'forbidden', ...UNREADY);
  if (limited) codes.push('rate_limited');
  // All but the probes need the database, be it for the session alone.
  if (!/^\/(?:health|metrics)/.test(path)) codes.push('service_unavailable');
  if (changes && access !== 'public') codes.push('idempotency_key_in_use', 'idempotency_key_reused');
  if (project) codes.push('active_project_required', 'project_not_found');
  if (project && !whileLeaving) codes.push('data_leaving');
  if (trigger) codes.push('vendor_failed', 'connector_not_configured', 'job_timeout', 'job_abandoned', 'job_cancelled');
  if (named) codes.push('not_found');
  if (guarded) codes.push('precondition_failed');
  return codes;
}

/** One response per status, with an example of every code that has it. */
function problems(codes: ErrorCode[]): ResponsesObject {
  const responses: ResponsesObject = {};
  for (const status of new Set(codes.map((code) => PROBLEMS[code].status))) {
    const here = codes.filter((code) => PROBLEMS[code].status === status);
    responses[status] = {
      description: here.map((code) => `\`${code}\``).join(', '),
      content: {
        'application/problem+json': {
          schema: { $ref: '#/components/schemas/Problem' },
          examples: Object.fromEntries(here.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
        },
      },
    };
  }
  return responses;
}

function problemExample(code: ErrorCode) {
  const { status, title } = PROBLEMS[code];
  return {
    type: problemType(code),
    title,
    status,
    detail: title,
    ok: false,
    error: code,
    message: title,
    request_id: EXAMPLE_REQUEST_ID,
  };
}

const PROBLEM_SCHEMA = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'ok', 'error', 'message', 'request_id'],
  properties: {
    type: { type: 'string', format: 'uri', description: 'The machine code as a URN' },
    title: { type: 'string', description: 'The kind of problem, in words' },
    status: { type: 'integer', description: 'The HTTP status' },
    detail: { type: 'string', description: 'What happened and what to do about it' },
    ok: { type: 'boolean', enum: [false], description: 'Always false' },
    error: { type: 'string', enum: Object.keys(PROBLEMS), description: 'Machine code' },
    message: { type: 'string', description: 'Same as detail' },
    request_id: { type: 'string', nullable: true, description: 'Names the request in the log' },
    details: {
      description: 'For validation a list of {path, problem}; else named facts such as job_run_id',
      anyOf: [
        {
          type: 'array',
          items: {
            type: 'object',
            required: ['path', 'problem'],
            properties: { path: { type: 'string' }, problem: { type: 'string' } },
          },
        },
        { type: 'object', additionalProperties: true },
      ],
    },
  },
};
