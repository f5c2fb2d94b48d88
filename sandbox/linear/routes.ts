import { type Exchange, HttpProblem, isRecord, jsonObject, type Reply, type Route } from '../http/exchange.js';
import { authorize } from './authorize.js';
import { complexityOf } from './complexity.js';
import type { Document, Operation } from './graphql/ast.js';
import { Coercion } from './graphql/coerce.js';
import { type GraphqlError, requestError, RequestError } from './graphql/errors.js';
import { execute } from './graphql/execute.js';
import { parseDocument } from './graphql/parser.js';
import { Schema } from './graphql/schema.js';
import { validate } from './graphql/validate.js';
import { badRequest, errorBody, rateLimited, tooComplex } from './problems.js';
import { limitHeaders } from './limit-headers.js';
import { linearResolver } from './resolve.js';
import { linearScalars } from './scalars.js';
import { LINEAR_SCHEMA } from './schema-text.js';
import type { LinearWorld } from './world.js';

export interface LinearOptions {
  /** The one accepted key or OAuth token; any non-empty one when absent. */
  token?: string | undefined;
}

/** @returns Linear's one endpoint */
export function linearRoutes(world: LinearWorld, options: LinearOptions = {}): Route[] {
  const server = new LinearServer(world);
  return [
    {
      method: 'POST',
      template: '/graphql',
      vendor: 'linear',
      describe: rootFieldsOf,
      handle: (exchange) => {
        authorize(options.token, exchange);
        return server.answer(exchange);
      },
    },
  ];
}

/** What a request asks for, as `issues,teams`: all of them go to one path, logs and faults tell them apart by this. */
function rootFieldsOf(body: Buffer): string {
  try {
    const { query, operationName } = JSON.parse(body.toString('utf8')) as Record<string, unknown>;
    const operation = operationOf(documentOf(String(query)), operationName);
    return operation.selections.map((each) => (each.kind === 'field' ? each.name : '...')).join(',');
  } catch {
    return '?';
  }
}

const MAX_DOCUMENTS = 100;
const documents = new Map<string, Document>();

/** The parsed query, as servers keep it: clients send few queries, and each many times. */
function documentOf(source: string): Document {
  const known = documents.get(source);
  if (known) return known;
  const document = parseDocument(source);
  if (documents.size >= MAX_DOCUMENTS) documents.clear();
  documents.set(source, document);
  return document;
}

const schema = new Schema(LINEAR_SCHEMA);

class LinearServer {
  private readonly coercion: Coercion;

  constructor(private readonly world: LinearWorld) {
    this.coercion = new Coercion(
      schema,
      linearScalars(() => world.now()),
    );
  }

  answer(exchange: Exchange): Reply {
    const { world } = this;
    if (!world.limits.take('requests', 1)) {
      const { limit, period } = world.limits.status('requests');
      return this.refuse(world.quirks.rateLimitStatus, [rateLimited('requests', limit, period)]);
    }
    try {
      return this.run(exchange);
    } catch (error) {
      if (error instanceof RequestError) return this.refuse(400, error.errors);
      if (error instanceof HttpProblem) return { ...error, headers: limitHeaders(world.limits, 0) };
      throw error;
    }
  }

  private run(exchange: Exchange): Reply {
    const { coercion, world } = this;
    const body = jsonObject(exchange);
    if (typeof body?.['query'] !== 'string' || body['query'].trim() === '') {
      throw badRequest('GraphQL operations must contain a non-empty `query` or a `persistedQuery` extension.');
    }
    const document = documentOf(body['query']);
    const operation = operationOf(document, body['operationName']);
    if (operation.type === 'subscription') throw badRequest('the sandbox answers queries and mutations only');
    validate(schema, coercion, document, operation);
    const given = isRecord(body['variables']) ? body['variables'] : {};
    const variables = coercion.variables(operation.variables, given);
    const query = { schema, coercion, document, variables };

    const complexity = complexityOf(operation, query);
    const roots = rootFieldsOf(exchange.body).split(',');
    const refusal = this.overLimit(complexity, roots);
    if (refusal) return this.refuse(refusal.status, [refusal.error], complexity, roots);
    const answer = execute(operation, { ...query, resolve: linearResolver(world, schema) });
    const invalid = answer.errors?.some((error) => error.extensions['code'] === 'INVALID_INPUT');
    const status = invalid ? world.quirks.argumentErrorStatus : 200;
    return { status, body: answer, headers: limitHeaders(world.limits, complexity, roots) };
  }

  private overLimit(complexity: number, roots: string[]): { status: number; error: GraphqlError } | undefined {
    const { limits, quirks } = this.world;
    if (complexity > limits.queryComplexity) {
      return { status: 400, error: tooComplex(complexity, limits.queryComplexity) };
    }
    const exceeded = (kind: 'complexity' | 'searches', what: string): { status: number; error: GraphqlError } => {
      const { limit, period } = limits.status(kind);
      return { status: quirks.rateLimitStatus, error: rateLimited(what, limit, period, roots[0]) };
    };
    if (roots.includes('searchIssues') && !limits.take('searches', 1)) return exceeded('searches', 'requests');
    if (!limits.take('complexity', complexity)) return exceeded('complexity', 'complexity points');
    return undefined;
  }

  private refuse(status: number, errors: GraphqlError[], complexity = 0, roots: string[] = []): Reply {
    return { status, body: errorBody(...errors), headers: limitHeaders(this.world.limits, complexity, roots) };
  }
}

function operationOf(document: Document, name: unknown): Operation {
  const found =
    typeof name === 'string' && name !== ''
      ? document.operations.find((each) => each.name === name)
      : document.operations.length === 1
        ? document.operations[0]
        : undefined;
  if (found) return found;
  const message =
    typeof name === 'string' && name !== ''
      ? `Unknown operation named "${name}".`
      : 'Must provide operation name if query contains multiple operations.';
  throw requestError('OPERATION_RESOLUTION_FAILURE', message);
}
