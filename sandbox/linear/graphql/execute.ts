import { type Document, namedType, type Operation, type Selection, type TypeRef } from './ast.js';
import type { Coercion, Variables } from './coerce.js';
import { FieldError, type GraphqlError } from './errors.js';
import type { ObjectType, OutputField, Schema } from './schema.js';
import { type SelectedField, selectedFields } from './selected.js';

/**
 * Where values come from.
 * @throws FieldError for a fault the client is to see at this field
 */
export type Resolver = (type: string, name: string, source: unknown, args: Variables, field: OutputField) => unknown;

export interface Execution {
  schema: Schema;
  coercion: Coercion;
  document: Document;
  variables: Variables;
  resolve: Resolver;
}

export interface Answer {
  data: Record<string, unknown> | null;
  errors?: GraphqlError[];
}

type Path = (string | number)[];

/** A null climbs from a field that may not be null to the next one that may. */
const CLIMB = Symbol('climb');

/** @returns the answer; `data` is null when a field of the root failed that may not be null */
export function execute(operation: Operation, execution: Execution): Answer {
  const run = new Run(execution);
  const data = run.object(execution.schema.root(operation), {}, operation.selections, []);
  return {
    data: data === CLIMB ? null : (data as Record<string, unknown>),
    ...(run.errors.length > 0 ? { errors: run.errors } : {}),
  };
}

class Run {
  readonly errors: GraphqlError[] = [];

  constructor(private readonly execution: Execution) {}

  object(type: ObjectType, source: unknown, selections: readonly Selection[], path: Path): unknown {
    const { document, variables } = this.execution;
    const result: Record<string, unknown> = {};
    for (const [key, selected] of selectedFields(selections, document, variables)) {
      const value = this.field(type, source, selected, [...path, key]);
      if (value === CLIMB) return CLIMB;
      result[key] = value;
    }
    return result;
  }

  private field(type: ObjectType, source: unknown, selected: SelectedField, path: Path): unknown {
    const { node } = selected;
    if (node.name === '__typename') return type.name;
    const field = type.fields[node.name] as OutputField;
    try {
      const args = this.execution.coercion.arguments(field.args, node.args, this.execution.variables);
      const value = this.execution.resolve(type.name, node.name, source, args, field);
      const result = this.complete(field.type, value, selected, path);
      return result === CLIMB && !('nonNull' in field.type) ? null : result;
    } catch (error) {
      if (!(error instanceof FieldError)) throw error;
      this.errors.push({ message: error.message, path, locations: [node.at], extensions: error.extensions });
      return 'nonNull' in field.type ? CLIMB : null;
    }
  }

  private complete(type: TypeRef, value: unknown, selected: SelectedField, path: Path): unknown {
    if ('nonNull' in type) {
      const inner = this.complete(type.nonNull, value, selected, path);
      if (inner !== null) return inner;
      throw new Error(`the sandbox has no value for ${path.join('.')}, which may not be null`);
    }
    if (value === null || value === undefined) return null;
    if ('list' in type) return this.list(type.list, value as unknown[], selected, path);
    const definition = this.execution.schema.get(namedType(type));
    if (definition.kind !== 'object') return value;
    return this.object(definition, value, selected.selections, path);
  }

  private list(type: TypeRef, values: unknown[], selected: SelectedField, path: Path): unknown {
    const items: unknown[] = [];
    for (const [index, value] of values.entries()) {
      const item = this.complete(type, value, selected, [...path, index]);
      if (item === CLIMB) {
        if ('nonNull' in type) return CLIMB;
        items.push(null);
      } else items.push(item);
    }
    return items;
  }
}
