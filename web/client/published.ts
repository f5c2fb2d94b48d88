import type { operations } from '../../client/schema.js';

/** What the published document names: bodies of requests, and parts of answers. */
export type * from '../../client/schema.js';

/** The id of an operation in the published document. */
export type OperationId = keyof operations;

/**
 * What an operation answers where it did what was asked, with the envelope; of a trigger either its result, or the run
 * that goes on.
 */
export type AnswerOf<Id extends OperationId> = JsonIn<Succeeded<operations[Id]['responses']>>;

/** The JSON that an operation is sent; never: it takes none. */
export type BodyOf<Id extends OperationId> = JsonIn<NonNullable<operations[Id]['requestBody']>>;

type Succeeded<Responses> = Responses[keyof Responses & (200 | 201 | 202)];
type JsonIn<Message> = Message extends { content: { 'application/json': infer Json } } ? Json : never;
