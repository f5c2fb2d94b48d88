import type { OpenAPIObject } from '@nestjs/swagger';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
export type SchemaObject = Exclude<Schemas[string], { $ref: string }>;

/** A value of an example, with the schema that the value alone would not show. Made by the marks in marks.ts. */
export class Shown<T = unknown> {
  constructor(
    readonly value: T,
    readonly schema: SchemaObject,
    /** Whether the key may be absent. */
    readonly mayLack = false,
  ) {}

  /** The same schema with other values shown. */
  with(values: Partial<T>): Shown<T> {
    return new Shown({ ...this.value, ...values }, this.schema, this.mayLack);
  }

  /** The same schema with another value shown. */
  showing(value: unknown): Shown {
    return new Shown(value, this.schema, this.mayLack);
  }

  /** Only the value, so that an example can be shown as text. */
  toJSON(): T {
    return this.value;
  }
}
