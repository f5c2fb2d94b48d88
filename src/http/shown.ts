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

  /** A value of a type that the one shown need not have: null where it mostly is a text, or none at all. */
  static as<T>(shown: unknown, schema: SchemaObject, mayLack = false): Shown<T> {
    return new Shown(shown as T, schema, mayLack);
  }

  /** The same schema with other values shown. */
  with(values: { readonly [Key in keyof T]?: unknown }): Shown<T> {
    return Shown.as<T>({ ...this.value, ...values }, this.schema, this.mayLack);
  }

  /** The same schema with another value shown. */
  showing(value: unknown): Shown<T> {
    return Shown.as<T>(value, this.schema, this.mayLack);
  }

  /** Only the value, so that an example can be shown as text. */
  toJSON(): T {
    return this.value;
  }
}
