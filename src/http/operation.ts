import { applyDecorators } from '@nestjs/common';
import { ApiExtension, ApiOperation } from '@nestjs/swagger';
import type { ErrorCode } from '../common/app-error.js';
import { exampleOf, schemaOf } from './schema-of.js';
import type { SchemaObject } from './shown.js';
import type { AnswerOf, Undocumented } from './undocumented.js';

export const EXAMPLE = 'x-kag-example';
export const ERRORS = 'x-kag-errors';
export const TRIGGER = 'x-kag-trigger';
export const RUNNING = 'x-kag-running';
export const EFFECT = 'x-kag-effect';
export const DOWN = 'x-kag-down';
export const REDIRECTS = 'x-kag-redirects';
export const CONFIRM = 'x-kag-confirm';
export const ID = 'x-kag-id';

/** An answer's payload as the document shows it. */
export interface Documented {
  example: Record<string, unknown>;
  schema: SchemaObject;
}

/** Takes a payload's example apart; Swagger copies what it is given, and a copy would lose the marks. */
export const documented = (example: Record<string, unknown>): Documented => ({
  example: exampleOf(example) as Record<string, unknown>,
  schema: schemaOf(example),
});

export interface OperationText<Example extends object | string = object | string> {
  /**
   * What generated clients call it, `listProjects`: for good, since a changed name breaks them. By path where a handler
   * has several. Else it is made of method and path.
   */
  id?: string | Readonly<Record<string, string>>;
  /** One line: what the route does. */
  summary: string;
  /** More, where one line is not enough. */
  description?: string;
  /** What a call does to the world, where the method does not tell. */
  effect?: string;
  /**
   * For calls that a person should think about first, because they can't be taken back, touch who may do what, or
   * cost a lot of work: what will happen, as one sentence. Pages ask with it before they send.
   */
  confirm?: string;
  /**
   * The payload of a successful answer, without the envelope; its schema is read off it and off its marks (marks.ts).
   * Raw answers: their text.
   */
  example: Example;
  /** The only success leads a browser elsewhere (302): where to. */
  redirects?: string;
  /** An answer with status 503 that is no problem but has a shape of its own (probes). */
  down?: Record<string, unknown>;
  /** Failures of this route's own, beside those that its marks bring (see openapi.ts). */
  errors?: ErrorCode[];
}

/**
 * Marks a handler whose answers the example documents. A key in the answer that the example lacks doesn't compile: the
 * error's last lines name it. An example that is text says nothing of keys.
 */
export type DocumentsAnswer<Example> = <Handler extends (...args: never[]) => unknown>(
  target: object,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<Handler> &
    (Example extends string ? unknown : Complete<Undocumented<AnswerOf<Handler>, Example>>),
) => void;

type Complete<Lacking> = [Lacking] extends [never] ? unknown : { theExampleLacks: Lacking };

/** Documents a route; roles, common failures and the envelope are added from its other marks. */
export function Operation<const Example extends object | string>({
  id,
  summary,
  description,
  effect,
  confirm,
  example,
  redirects,
  down,
  errors = [],
}: OperationText<Example>): DocumentsAnswer<Example> {
  return applyDecorators(
    ApiOperation({ summary, ...(description === undefined ? {} : { description }) }),
    ApiExtension(EXAMPLE, typeof example === 'string' ? example : documented(example as Record<string, unknown>)),
    ApiExtension(ERRORS, errors),
    ...(effect === undefined ? [] : [ApiExtension(EFFECT, effect)]),
    ...(confirm === undefined ? [] : [ApiExtension(CONFIRM, confirm)]),
    ...(redirects === undefined ? [] : [ApiExtension(REDIRECTS, redirects)]),
    ...(down === undefined ? [] : [ApiExtension(DOWN, documented(down))]),
    ...(id === undefined ? [] : [ApiExtension(ID, id)]),
  );
}
